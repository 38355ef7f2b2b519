import { Button, Group, NativeSelect, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { errorAt, useChange } from '../api/use-change';
import { isoToday } from '../components/dates';
import { ErrorSummary } from '../components/error-summary';
import { graphql } from '../gql';
import { currentOrNext, isOver } from './roll-rule';
import { timeText } from './roll-table';
import type { AtSchool } from './school-roll';

const StartMentorship = graphql(`
  mutation StartMentorship($input: StartMentorshipInput!) {
    startMentorship(input: $input) {
      mentorship {
        id
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

const CancelMentorship = graphql(`
  mutation CancelMentorship($input: CancelMentorshipInput!) {
    cancelMentorship(input: $input) {
      person {
        id
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

type Props = { at: AtSchool; roll: readonly AtSchool[]; schoolId: string };

/** Who mentors an ECT, mentored and will, and how that changes. */
export function MentorPart({ at, roll, schoolId }: Props) {
  const [open, setOpen] = useState(false);
  const cancel = useChange(CancelMentorship, (data) => data.cancelMentorship);
  const today = isoToday();
  const current = currentOrNext(at.mentorships, today);
  return (
    <section aria-label="Mentor">
      <Stack gap="sm">
        <Title order={3} fz="lg">
          Mentor
        </Title>
        {at.mentorships.length === 0 && <Text>None yet.</Text>}
        <ul className="rows" aria-label="Mentorships">
          {at.mentorships.map((one) => (
            <li key={one.id}>
              <Group justify="space-between" gap="xs">
                <span>
                  <strong>{one.mentor.name}</strong>, {timeText(one)}
                </span>
                {one.startedOn > today && (
                  <Button variant="subtle" size="sm" loading={cancel.busy} onClick={() => void cancel.send({ mentorshipId: one.id })}>
                    Cancel
                  </Button>
                )}
              </Group>
            </li>
          ))}
        </ul>
        <ErrorSummary problems={cancel.problems} />
        {!isOver(at, today) && !open && (
          <Button variant={current ? 'default' : 'filled'} style={{ alignSelf: 'flex-start' }} onClick={() => setOpen(true)}>
            {current ? 'Change the mentor' : 'Appoint a mentor'}
          </Button>
        )}
        {open && <AppointForm at={at} roll={roll} schoolId={schoolId} changes={Boolean(current)} onClose={() => setOpen(false)} />}
      </Stack>
    </section>
  );
}

function AppointForm({ at, roll, schoolId, changes, onClose }: Props & { changes: boolean; onClose: () => void }) {
  const today = isoToday();
  const mentors = roll.filter((one) => one.role === 'MENTOR' && !isOver(one, today) && one.person.id !== at.person.id);
  const [mentorId, setMentorId] = useState('');
  // Who had a mentor before gets the next one from today on, never over the time of the one before.
  const fromToday = changes || at.mentorships.length > 0 || at.startedOn > today;
  const [startedOn, setStartedOn] = useState(fromToday ? later(at.startedOn, today) : at.startedOn);
  const { send, busy, problems } = useChange(StartMentorship, (data) => data.startMentorship);
  const fields = { mentorId: 'mentor', startedOn: 'mentor-from' };

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (await send({ mentorId, ectId: at.person.id, schoolId, startedOn, finishedOn: at.finishedOn })) onClose();
  }

  if (mentors.length === 0) return <Text>No mentor is registered at this school. Register one first.</Text>;
  return (
    <form className="card" onSubmit={(event) => void submit(event)} noValidate aria-label={changes ? 'Change the mentor' : 'Appoint a mentor'}>
      <Stack maw={480}>
        <ErrorSummary problems={problems} fields={fields} />
        <NativeSelect
          id={fields.mentorId}
          label="Mentor"
          autoFocus
          value={mentorId}
          error={errorAt(problems, 'mentorId')}
          onChange={(event) => setMentorId(event.target.value)}
          data={[{ value: '', label: 'Choose a mentor' }, ...mentors.map((one) => ({ value: one.person.id, label: one.person.name }))]}
        />
        <TextInput
          id={fields.startedOn}
          type="date"
          maw={240}
          label="First day"
          description={changes ? 'The mentorship before ends the day before.' : undefined}
          value={startedOn}
          error={errorAt(problems, 'startedOn')}
          onChange={(event) => setStartedOn(event.target.value)}
        />
        <Group>
          <Button type="submit" loading={busy} disabled={mentorId === '' || startedOn === ''}>
            {changes ? 'Change the mentor' : 'Appoint'}
          </Button>
          <Button variant="subtle" onClick={onClose}>
            Not now
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const later = (one: string, other: string) => (one > other ? one : other);
