import { Button, Group, NativeSelect, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useQuery } from 'urql';
import { errorAt, useChange } from '../api/use-change';
import { EndCoachPairing, PairWithCoach } from '../coach/coach-mutations';
import { REASONS } from '../coach/coach-words';
import { dayText, isoToday } from '../components/dates';
import { ErrorSummary } from '../components/error-summary';
import { Loading } from '../components/page-states';
import { graphql } from '../gql';
import type { CoachingReason, MentorsCoachQuery } from '../gql/graphql';
import { LastDayForm } from './last-day-form';
import { currentOrNext } from './roll-rule';
import { timeText } from './roll-table';

const MentorsCoach = graphql(`
  query MentorsCoach($mentorId: ID!) {
    node(id: $mentorId) {
      __typename
      id
      ... on Person {
        coachingMeetings
        coachPairings {
          id
          reason
          startedOn
          finishedOn
          coach {
            id
            name
          }
        }
      }
    }
  }
`);

type Pairing = NonNullable<Extract<NonNullable<MentorsCoachQuery['node']>, { __typename: 'Person' }>['coachPairings']>[number];

/** Who coaches a mentor, did and will, since when and why; and when they met, not what about. */
export function CoachPart({ mentorId }: { mentorId: string }) {
  const [{ data, fetching }, ask] = useQuery({ query: MentorsCoach, variables: { mentorId }, requestPolicy: 'cache-and-network' });
  const [open, setOpen] = useState(false);
  const mentor = data?.node?.__typename === 'Person' ? data.node : undefined;
  if (!mentor && fetching) return <Loading lines={1} />;
  if (!mentor?.coachPairings) return null;
  const reload = () => ask({ requestPolicy: 'network-only' });
  const current = currentOrNext(mentor.coachPairings, isoToday());
  const last = mentor.coachingMeetings?.at(-1);
  return (
    <section aria-label="Coach">
      <Stack gap="sm" align="flex-start">
        <Title order={3} fz="lg">
          Coaching for mentors
        </Title>
        {mentor.coachPairings.length === 0 && <Text>No coach yet.</Text>}
        <ul className="rows" aria-label="Coaches">
          {mentor.coachPairings.map((pairing) => (
            <li key={pairing.id}>
              <strong>{pairing.coach.name}</strong>, {timeText(pairing)}. {REASONS[pairing.reason]}.
            </li>
          ))}
        </ul>
        {mentor.coachingMeetings && last && (
          <Text>
            They met {mentor.coachingMeetings.length === 1 ? 'once' : `${mentor.coachingMeetings.length} times`}, last on {dayText(last)}.
          </Text>
        )}
        {current && !current.finishedOn && <EndPart pairing={current} onEnded={reload} />}
        {!current && !open && (
          <Button variant="default" onClick={() => setOpen(true)}>
            Give them a coach
          </Button>
        )}
        {open && (
          <PairForm
            mentorId={mentorId}
            onDone={() => {
              setOpen(false);
              reload();
            }}
            onClose={() => setOpen(false)}
          />
        )}
      </Stack>
    </section>
  );
}

function EndPart({ pairing, onEnded }: { pairing: Pairing; onEnded: () => void }) {
  const [open, setOpen] = useState(false);
  const { send, busy, problems } = useChange(EndCoachPairing, (data) => data.endCoachPairing);
  const title = `End the coaching by ${pairing.coach.name}`;

  async function end(finishedOn: string) {
    if (await send({ pairingId: pairing.id, finishedOn })) onEnded();
  }

  return open ? (
    <LastDayForm title={title} startedOn={pairing.startedOn} busy={busy} problems={problems} onEnd={(day) => void end(day)} onClose={() => setOpen(false)} />
  ) : (
    <Button variant="subtle" onClick={() => setOpen(true)}>
      {title}
    </Button>
  );
}

function PairForm({ mentorId, onDone, onClose }: { mentorId: string; onDone: () => void; onClose: () => void }) {
  const [email, setEmail] = useState('');
  const [reason, setReason] = useState<CoachingReason>('EVERYONE');
  const [startedOn, setStartedOn] = useState(isoToday());
  const { send, busy, problems } = useChange(PairWithCoach, (data) => data.pairWithCoach);
  const fields = { email: 'coach-email', startedOn: 'coach-from' };

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (await send({ mentorId, email, reason, startedOn })) onDone();
  }

  return (
    <form className="card" onSubmit={(event) => void submit(event)} noValidate aria-label="Give them a coach">
      <Stack maw={480}>
        <ErrorSummary problems={problems} fields={fields} />
        <TextInput
          id={fields.email}
          type="email"
          label="Email address of the coach"
          description="Somebody who is registered here, at any school."
          autoFocus
          value={email}
          error={errorAt(problems, 'email')}
          onChange={(event) => setEmail(event.target.value)}
        />
        <NativeSelect
          label="Why"
          value={reason}
          onChange={(event) => setReason(event.target.value as CoachingReason)}
          data={Object.entries(REASONS).map(([value, label]) => ({ value, label }))}
        />
        <TextInput
          id={fields.startedOn}
          type="date"
          maw={240}
          label="First day"
          value={startedOn}
          error={errorAt(problems, 'startedOn')}
          onChange={(event) => setStartedOn(event.target.value)}
        />
        <Group>
          <Button type="submit" loading={busy} disabled={email === '' || startedOn === ''}>
            Give them this coach
          </Button>
          <Button variant="subtle" onClick={onClose}>
            Not now
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
