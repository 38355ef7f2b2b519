import { Button, Group, Stack, TextInput } from '@mantine/core';
import { errorAt, type ShownProblem } from '../api/use-change';

const MOST = 5;

/** Ids of the fields for the error summary, under the name of the input they are part of. */
export function criteriaFields(prefix = ''): Record<string, string> {
  const each = Array.from({ length: MOST }, (_, index) => [`${prefix}criteria.${index}`, `criterion-${index + 1}`]);
  return { [`${prefix}criteria`]: 'criterion-1', ...Object.fromEntries(each) };
}

type Props = { value: string[]; problems: ShownProblem[]; path?: string[]; onChange: (value: string[]) => void };

/** One to five success criteria, one field each. */
export function CriteriaFields({ value, problems, path = [], onChange }: Props) {
  return (
    <Stack gap="xs" role="group" aria-label="Success criteria">
      {value.map((text, index) => (
        <Group key={index} align="flex-end" gap="xs" wrap="nowrap">
          <TextInput
            id={`criterion-${index + 1}`}
            style={{ flex: 1 }}
            label={`Success criterion ${index + 1}`}
            maxLength={300}
            value={text}
            error={errorAt(problems, ...path, 'criteria', String(index)) ?? (index === 0 ? errorAt(problems, ...path, 'criteria') : undefined)}
            onChange={(event) => onChange(value.map((old, at) => (at === index ? event.target.value : old)))}
          />
          {value.length > 1 && (
            <Button variant="subtle" aria-label={`Remove success criterion ${index + 1}`} onClick={() => onChange(value.filter((_, at) => at !== index))}>
              Remove
            </Button>
          )}
        </Group>
      ))}
      {value.length < MOST && (
        <Button variant="subtle" style={{ alignSelf: 'flex-start' }} onClick={() => onChange([...value, ''])}>
          Add a success criterion
        </Button>
      )}
    </Stack>
  );
}
