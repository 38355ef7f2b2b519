import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { errorAt, useChange } from '../api/use-change';
import { ErrorSummary } from '../components/error-summary';
import { graphql } from '../gql';
import type { Schedule } from '../gql/graphql';
import type { Programme } from './schedule-part';
import { SCHEDULES } from './words';

const PlanProgramme = graphql(`
  mutation PlanProgramme($input: PlanProgrammeInput!) {
    planProgramme(input: $input) {
      ect {
        id
        programme {
          startedOn
          schedule
          endsOn
          agreedEnd
          year
        }
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

const FIELDS = { startedOn: 'programme-from', agreedEnd: 'programme-to' };

type Props = { programme: Programme; ectId: string; onClose: () => void };

/** Over how long an ECT's programme is spread, and from which day. */
export function PlanProgrammeForm({ programme, ectId, onClose }: Props) {
  const [entered, setEntered] = useState({ schedule: programme.schedule, startedOn: programme.startedOn, agreedEnd: programme.agreedEnd ?? '' });
  const { send, busy, problems } = useChange(PlanProgramme, (data) => data.planProgramme);
  const enter = (part: Partial<typeof entered>) => setEntered({ ...entered, ...part });

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (await send({ ectId, ...entered, agreedEnd: entered.agreedEnd || null })) onClose();
  }

  return (
    <form className="card" onSubmit={(event) => void submit(event)} noValidate aria-label="Change the schedule">
      <Stack maw={480}>
        <ErrorSummary problems={problems} fields={FIELDS} />
        <NativeSelect
          label="Schedule"
          autoFocus
          value={entered.schedule}
          onChange={(event) => enter({ schedule: event.target.value as Schedule })}
          data={Object.entries(SCHEDULES).map(([value, label]) => ({ value, label }))}
        />
        <TextInput
          id={FIELDS.startedOn}
          type="date"
          maw={240}
          label="First day on the programme"
          value={entered.startedOn}
          error={errorAt(problems, 'startedOn')}
          onChange={(event) => enter({ startedOn: event.target.value })}
        />
        <TextInput
          id={FIELDS.agreedEnd}
          type="date"
          maw={240}
          label="Agreed last day"
          description={entered.schedule === 'PERSONALISED' ? undefined : 'Leave it empty when the schedule says it. Breaks are added to it.'}
          value={entered.agreedEnd}
          error={errorAt(problems, 'agreedEnd')}
          onChange={(event) => enter({ agreedEnd: event.target.value })}
        />
        <Group>
          <Button type="submit" loading={busy} disabled={entered.startedOn === ''}>
            Save the schedule
          </Button>
          <Button variant="subtle" onClick={onClose}>
            Not now
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
