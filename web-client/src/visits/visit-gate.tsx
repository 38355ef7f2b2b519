import { Button, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import { useChange } from '../api/use-change';
import { ErrorSummary } from '../components/error-summary';
import { Loading } from '../components/page-states';
import { PageTitle } from '../components/page-title';
import { graphql } from '../gql';
import { useSession } from '../sign-in/session-context';
import { VisitCycle } from './visit-parts';

const Tutoring = graphql(`
  query Tutoring {
    viewer {
      schools {
        id
        tutors {
          id
        }
      }
    }
  }
`);

/** Stands before a cycle that is not the viewer's: a tutor is told what a look means before anything is shown. Others get `children`. */
export function VisitGate({ cycleId, onVisited, children }: { cycleId: string; onVisited: () => void; children: ReactNode }) {
  const { session } = useSession();
  const [{ data, fetching }] = useQuery({ query: Tutoring });
  const { send, busy, problems } = useChange(VisitCycle, (answer) => answer.visitCycle);
  if (!data && fetching) return <Loading />;
  const isTutor = data?.viewer.schools.some((school) => school.tutors.some((tutor) => tutor.id === session.person.id));
  if (!isTutor) return children;

  async function visit() {
    if (await send({ cycleId })) onVisited();
  }

  return (
    <Stack gap="md" maw={640} align="flex-start">
      <PageTitle>Drop in on this coaching</PageTitle>
      <ErrorSummary problems={problems} />
      <Text>
        You can read the log of a coaching cycle at your school: its dates, the step, the plan, the rounds with their feedback and the follow-up.
        The notes, evidence, praise, reflections and comments stay with the pair.
      </Text>
      <Text>
        Your visit is recorded. The mentor and the ECT see who looked and when. It is open to you until the end of today; a later look is a new visit.
      </Text>
      <Button loading={busy} onClick={() => void visit()}>
        Record my visit and look
      </Button>
    </Stack>
  );
}
