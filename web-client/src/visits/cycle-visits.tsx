import { Alert, Text, Title } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useQuery } from 'urql';
import { serverNow } from '../api/server-clock';
import { timeOf } from '../components/dates';
import { graphql, readFragment } from '../gql';
import { useSession } from '../sign-in/session-context';
import { VisitFeedback } from './visit-feedback';
import { VisitParts, whatHappened } from './visit-parts';

const CycleVisitsQuery = graphql(`
  query CycleVisits($id: ID!) {
    coachingCycle(id: $id) {
      id
      visits {
        ...VisitParts
      }
    }
  }
`);

function useVisits(cycleId: string) {
  const [{ data }] = useQuery({ query: CycleVisitsQuery, variables: { id: cycleId }, requestPolicy: 'cache-and-network' });
  return (data?.coachingCycle?.visits ?? []).map((masked) => ({ masked, ...readFragment(VisitParts, masked) }));
}

function useOwnVisit(cycleId: string) {
  const { session } = useSession();
  const visits = useVisits(cycleId);
  return visits.find((visit) => visit.tutor.id === session.person.id && Date.parse(visit.openUntil) > serverNow());
}

/** Tells a visitor what is open to them, and for how long. `onOver` is called when the visit ends. */
export function OwnVisitLine({ cycleId, onOver }: { cycleId: string; onOver: () => void }) {
  const own = useOwnVisit(cycleId);
  const openUntil = own?.openUntil;
  useEffect(() => {
    if (!openUntil) return;
    const timer = setTimeout(onOver, Math.max(0, Date.parse(openUntil) - serverNow()) + 1000);
    return () => clearTimeout(timer);
  }, [openUntil, onOver]);
  if (!own) return null;
  return (
    <Alert color="accent" variant="light" icon={<IconEye aria-hidden />} title="You are visiting this coaching">
      {own.mentor.name} and {own.ect.name} see that you looked at {timeOf(own.visitedAt)}. It is open to you until the end of today. What the pair notes
      for themselves is not shown.
    </Alert>
  );
}

/** Where a visitor writes to the mentor, after what they have read. */
export function OwnVisitFeedback({ cycleId }: { cycleId: string }) {
  const own = useOwnVisit(cycleId);
  if (!own) return null;
  return (
    <section className="card" aria-label="Feedback to the mentor">
      <VisitFeedback visit={own.masked} />
    </section>
  );
}

/** For the pair: which tutors looked at their cycle and, for the mentor, what they wrote. */
export function CycleVisits({ cycleId }: { cycleId: string }) {
  const { session } = useSession();
  const visits = useVisits(cycleId).filter((visit) => visit.tutor.id !== session.person.id);
  if (visits.length === 0) return null;
  return (
    <section aria-labelledby="visits">
      <Title order={2} id="visits" mb="xs">
        Who looked
      </Title>
      <ul className="rows" aria-labelledby="visits">
        {visits.map((visit) => (
          <li key={visit.id}>
            <Text>
              {visit.tutor.name} {whatHappened(visit)}.
            </Text>
            <VisitFeedback visit={visit.masked} />
          </li>
        ))}
      </ul>
      <Text className="quiet">A tutor reads the log only. Your notes, evidence, praise, reflections and comments stay with the two of you.</Text>
    </section>
  );
}
