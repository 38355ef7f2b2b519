import { Button, Group, Stack, Text, TextInput, Textarea } from '@mantine/core';
import { errorAt, type ShownProblem } from '../api/use-change';
import type { SectionKind } from '../gql/graphql';
import { minutesIn } from './budget';

export type SectionDraft = { kind: SectionKind; title: string; minutes: number; notes: string };

type Props = {
  section: SectionDraft;
  index: number;
  last: boolean;
  purpose: string;
  problems: ShownProblem[];
  onChange: (section: SectionDraft) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
};

/** One section of the agenda: its name, minutes and notes, and its place among the others. */
export function SectionFields({ section, index, last, purpose, problems, onChange, onMove, onRemove }: Props) {
  const place = `section ${index + 1}`;
  const error = (part: string) => errorAt(problems, 'sections', String(index), part);
  return (
    <Stack gap="xs" role="group" aria-label={`Section ${index + 1}: ${section.title}`}>
      <Group gap="xs" align="flex-start">
        <TextInput
          id={`section-${index}-title`}
          style={{ flex: 1 }}
          miw={200}
          label={`Name of ${place}`}
          maxLength={80}
          value={section.title}
          error={error('title')}
          onChange={(event) => onChange({ ...section, title: event.target.value })}
        />
        <TextInput
          id={`section-${index}-minutes`}
          w={112}
          label="Minutes"
          aria-label={`Minutes of ${place}`}
          inputMode="numeric"
          value={section.minutes === 0 ? '' : String(section.minutes)}
          error={error('minutes')}
          onChange={(event) => onChange({ ...section, minutes: minutesIn(event.target.value) })}
        />
      </Group>
      {purpose && <Text className="quiet">{purpose}</Text>}
      <Textarea
        id={`section-${index}-notes`}
        label="Notes"
        aria-label={`Notes of ${place}`}
        minRows={1}
        maxLength={4000}
        value={section.notes}
        error={error('notes')}
        onChange={(event) => onChange({ ...section, notes: event.target.value })}
      />
      <Group gap="xs">
        <Button variant="subtle" size="compact-md" disabled={index === 0} aria-label={`Move ${place} up`} onClick={() => onMove(-1)}>
          Up
        </Button>
        <Button variant="subtle" size="compact-md" disabled={last} aria-label={`Move ${place} down`} onClick={() => onMove(1)}>
          Down
        </Button>
        <Button variant="subtle" size="compact-md" aria-label={`Remove ${place}`} onClick={onRemove}>
          Remove
        </Button>
      </Group>
    </Stack>
  );
}
