import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useId, useState, type FormEvent } from 'react';
import { errorAt, type ShownProblem } from '../api/use-change';
import { ErrorSummary } from '../components/error-summary';

type Props = { summary: string; label: string; busy: boolean; problems: ShownProblem[]; onAdd: (name: string) => Promise<boolean> };

/** Adds something to a list to choose from, of which only the name is known. */
export function AddName({ summary, label, busy, problems, onAdd }: Props) {
  const [name, setName] = useState('');
  const id = useId();

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (await onAdd(name)) setName('');
  }

  return (
    <details>
      <summary>{summary}</summary>
      <form onSubmit={(event) => void submit(event)} noValidate aria-label={summary}>
        <Stack mt="sm">
          <ErrorSummary problems={problems} fields={{ name: id }} />
          <Group align="flex-end">
            <TextInput
              id={id}
              label={label}
              maxLength={120}
              style={{ flex: '1 1 200px' }}
              value={name}
              error={errorAt(problems, 'name')}
              onChange={(event) => setName(event.target.value)}
            />
            <Button type="submit" variant="default" loading={busy}>
              Add
            </Button>
          </Group>
        </Stack>
      </form>
    </details>
  );
}
