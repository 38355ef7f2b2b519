import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { errorAt, useChange } from '../api/use-change';
import { isoToday } from '../components/dates';
import { ErrorSummary } from '../components/error-summary';
import { graphql } from '../gql';

const Plan = graphql(`
  mutation PlanPastoralMeeting($input: PlanPastoralMeetingInput!) {
    planPastoralMeeting(input: $input) {
      meeting {
        id
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

type Props = { ects: ReadonlyArray<{ id: string; name: string }>; onPlanned: (meetingId: string) => void };

export function PlanMeeting({ ects, onPlanned }: Props) {
  const [ectId, setEctId] = useState(ects[0]?.id ?? '');
  const [on, setOn] = useState(isoToday());
  const { send, busy, problems } = useChange(Plan, (data) => data.planPastoralMeeting);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const payload = await send({ ectId, on });
    if (payload?.meeting) onPlanned(payload.meeting.id);
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate aria-label="Plan a pastoral meeting">
      <Stack gap="sm">
        <ErrorSummary problems={problems} fields={{ on: 'pastoral-on' }} />
        <Group align="end">
          <NativeSelect
            label="With"
            value={ectId}
            data={ects.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => setEctId(event.target.value)}
          />
          <TextInput
            id="pastoral-on"
            type="date"
            label="On"
            min={isoToday()}
            value={on}
            error={errorAt(problems, 'on')}
            onChange={(event) => setOn(event.target.value)}
          />
          <Button type="submit" loading={busy} disabled={on === ''}>
            Plan a meeting
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
