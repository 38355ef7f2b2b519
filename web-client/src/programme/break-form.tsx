import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { errorAt, useChange } from '../api/use-change';
import { dayText, isoToday } from '../components/dates';
import { ErrorSummary } from '../components/error-summary';
import { graphql } from '../gql';

const RecordBreak = graphql(`
  mutation RecordBreak($input: RecordBreakInput!) {
    recordBreak(input: $input) {
      ect {
        id
        programme {
          endsOn
          year
          breaks {
            startedOn
            finishedOn
          }
        }
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

const FIELDS = { startedOn: 'break-from', finishedOn: 'break-to' };

type Props = { changed: { startedOn: string; finishedOn: string | null } | undefined; ectId: string; onClose: () => void };

/** A new break, or another last day of a known one. */
export function BreakForm({ changed, ectId, onClose }: Props) {
  const [startedOn, setStartedOn] = useState(changed?.startedOn ?? isoToday());
  const [finishedOn, setFinishedOn] = useState(changed?.finishedOn ?? '');
  const { send, busy, problems } = useChange(RecordBreak, (data) => data.recordBreak);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (await send({ ectId, startedOn, finishedOn: finishedOn || null })) onClose();
  }

  return (
    <form className="card" onSubmit={(event) => void submit(event)} noValidate aria-label="Record a break">
      <Stack maw={480}>
        <ErrorSummary problems={problems} fields={FIELDS} />
        {changed ? (
          <Text>Break from {dayText(changed.startedOn)}</Text>
        ) : (
          <TextInput
            id={FIELDS.startedOn}
            type="date"
            maw={240}
            label="First day of the break"
            autoFocus
            value={startedOn}
            error={errorAt(problems, 'startedOn')}
            onChange={(event) => setStartedOn(event.target.value)}
          />
        )}
        <TextInput
          id={FIELDS.finishedOn}
          type="date"
          maw={240}
          label="Last day of the break"
          description="Leave it empty while it is not known."
          autoFocus={Boolean(changed)}
          value={finishedOn}
          error={errorAt(problems, 'finishedOn')}
          onChange={(event) => setFinishedOn(event.target.value)}
        />
        <Text className="quiet">Nothing is due during a break, and everything after it moves by its days. The reason is kept nowhere.</Text>
        <Group>
          <Button type="submit" loading={busy} disabled={startedOn === ''}>
            Save the break
          </Button>
          <Button variant="subtle" onClick={onClose}>
            Not now
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
