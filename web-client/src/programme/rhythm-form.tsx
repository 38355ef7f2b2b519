import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { errorAt, useChange } from '../api/use-change';
import { isoToday } from '../components/dates';
import { ErrorSummary } from '../components/error-summary';
import { graphql } from '../gql';
import type { MeetingRhythm } from '../gql/graphql';
import { RHYTHMS } from './words';

const ChooseRhythm = graphql(`
  mutation ChooseRhythm($input: ChooseRhythmInput!) {
    chooseRhythm(input: $input) {
      ect {
        id
        programme {
          rhythms {
            from
            rhythm
          }
        }
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

const FIELDS = { from: 'rhythm-from' };

/** How often an ECT and their mentor meet, agreed for this ECT alone. */
export function RhythmForm({ ectId, onClose }: { ectId: string; onClose: () => void }) {
  const [rhythm, setRhythm] = useState<MeetingRhythm | ''>('');
  const [from, setFrom] = useState(isoToday());
  const { send, busy, problems } = useChange(ChooseRhythm, (data) => data.chooseRhythm);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (await send({ ectId, from, rhythm: rhythm || null })) onClose();
  }

  return (
    <form className="card" onSubmit={(event) => void submit(event)} noValidate aria-label="Change how often they meet">
      <Stack maw={560}>
        <ErrorSummary problems={problems} fields={FIELDS} />
        <NativeSelect
          label="They meet"
          description="In school weeks: holidays and breaks do not count."
          autoFocus
          value={rhythm}
          onChange={(event) => setRhythm(event.target.value as MeetingRhythm | '')}
          data={[{ value: '', label: 'As the schedule has it' }, ...Object.entries(RHYTHMS).map(([value, label]) => ({ value, label }))]}
        />
        <TextInput
          id={FIELDS.from}
          type="date"
          maw={240}
          label="From"
          value={from}
          error={errorAt(problems, 'from')}
          onChange={(event) => setFrom(event.target.value)}
        />
        <Group>
          <Button type="submit" loading={busy} disabled={from === ''}>
            Save
          </Button>
          <Button variant="subtle" onClick={onClose}>
            Not now
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
