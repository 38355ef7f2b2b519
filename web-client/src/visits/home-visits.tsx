import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from 'urql';
import { serverNow } from '../api/server-clock';
import { TextLink } from '../components/button-link';
import { graphql, readFragment } from '../gql';
import { VisitParts, whatHappened } from './visit-parts';

const Received = graphql(`
  query HomeVisits {
    viewer {
      visitsReceived(first: 5) {
        edges {
          node {
            id
            ...VisitParts
          }
        }
      }
    }
  }
`);

const RECENT = 14 * 24 * 3_600_000;

/** On the home page of a mentor or ECT: which tutors looked at their coaching in the last two weeks, or the way to earlier ones. */
export function HomeVisits() {
  const [{ data }] = useQuery({ query: Received, requestPolicy: 'cache-and-network' });
  const visits = (data?.viewer.visitsReceived.edges ?? []).map(({ node }) => readFragment(VisitParts, node));
  const recent = visits.filter((visit) => Date.parse(visit.visitedAt) > serverNow() - RECENT || visit.can.includes('ANSWER_FEEDBACK'));
  if (recent.length === 0) return visits.length > 0 ? <TextLink to="/visits">Visits by your tutor</TextLink> : null;
  return (
    <section aria-labelledby="home-visits">
      <Title order={2} id="home-visits" mb="xs">
        Visits by your tutor
      </Title>
      <Stack gap="xs" align="flex-start">
        <ul className="rows" aria-labelledby="home-visits" style={{ width: '100%' }}>
          {recent.map((visit) => (
            <li key={visit.id}>
              <Text>
                {visit.tutor.name} {whatHappened(visit)}.{' '}
                <TextLink to="/cycles/$cycleId" params={{ cycleId: visit.cycleId }}>
                  {visit.can.includes('ANSWER_FEEDBACK') ? 'Read the feedback' : 'Go to the cycle'}
                </TextLink>
              </Text>
            </li>
          ))}
        </ul>
        <TextLink to="/visits">All visits</TextLink>
      </Stack>
    </section>
  );
}
