import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { TextLink } from '../components/button-link';
import { dayOf } from '../components/dates';
import { Empty, Failed, Loading } from '../components/page-states';
import { PageTitle } from '../components/page-title';
import { PhaseBadge } from '../components/phase-badge';
import { outcomeName } from '../cycle/outcome-name';
import { graphql } from '../gql';
import { useSession } from '../sign-in/session-context';

const History = graphql(`
  query History($personId: ID!, $after: String) {
    node(id: $personId) {
      __typename
      id
      ... on Person {
        name
        coachingCycles(first: 10, after: $after) {
          edges {
            node {
              id
              kind
              phase
              startedAt
              step {
                title
                outcome
              }
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`);

/** The viewer's own steps of the past. */
export function HistoryPage() {
  const { session } = useSession();
  return <CycleList personId={session.person.id} own />;
}

/** The steps of an ECT whom the viewer mentors. */
export function EctHistoryPage() {
  const { ectId } = useParams({ from: '/ects/$ectId/history' });
  return <CycleList personId={ectId} />;
}

function CycleList({ personId, own = false }: { personId: string; own?: boolean }) {
  const [after, setAfter] = useState<string | null>(null);
  const [{ data, error, fetching }, ask] = useQuery({
    query: History,
    variables: { personId, after },
    requestPolicy: after ? 'cache-first' : 'cache-and-network',
  });
  if (!data) {
    if (error && !fetching) return <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />;
    return <Loading />;
  }
  if (data.node?.__typename !== 'Person') {
    return (
      <Empty title="There is no such person, or they are not yours to see.">
        <PageTitle>Not found</PageTitle>
      </Empty>
    );
  }
  const { edges, pageInfo } = data.node.coachingCycles;
  return (
    <Stack gap="lg">
      <PageTitle>{own ? 'Your coaching' : `Coaching of ${data.node.name}`}</PageTitle>
      {edges.length === 0 && <Text>{own ? 'No cycle has been shared with you.' : 'There is no cycle yet.'}</Text>}
      <ul className="plain-list" aria-label="Cycles">
        {edges.map(({ node }) => (
          <li key={node.id} className="card">
            <Title order={2} fz="md">
              <TextLink to="/cycles/$cycleId" params={{ cycleId: node.id }}>
                {node.step?.title ?? 'No step chosen'}
              </TextLink>
            </Title>
            <Group gap="md">
              <PhaseBadge phase={node.phase} />
              <Text className="quiet">{dayOf(node.startedAt)}</Text>
              {node.kind === 'COACHING_FOR_MENTORS' && <Text>Coaching for mentors</Text>}
              {node.step && <Text>{outcomeName(node.step.outcome)}</Text>}
            </Group>
          </li>
        ))}
      </ul>
      {pageInfo.hasNextPage && (
        <Button variant="default" loading={fetching} style={{ alignSelf: 'flex-start' }} onClick={() => setAfter(pageInfo.endCursor)}>
          Show older cycles
        </Button>
      )}
    </Stack>
  );
}
