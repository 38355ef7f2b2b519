import { Button, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useQuery } from 'urql';
import { TextLink } from '../components/button-link';
import { Failed, Loading } from '../components/page-states';
import { PageTitle } from '../components/page-title';
import { graphql, readFragment, type FragmentType } from '../gql';
import { VisitFeedback } from './visit-feedback';
import { feedbackState, VisitParts, whatHappened } from './visit-parts';

const Visits = graphql(`
  query Visits($madeAfter: String, $receivedAfter: String, $made: Boolean!, $received: Boolean!) {
    viewer {
      visitsMade(after: $madeAfter) @include(if: $made) {
        edges {
          node {
            id
            ...VisitParts
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      visitsReceived(after: $receivedAfter) @include(if: $received) {
        edges {
          node {
            id
            ...VisitParts
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

/** The visits that the viewer made as a tutor, and those that tutors made to their coaching. */
export function VisitsPage() {
  const [{ data, error, fetching }, ask] = useQuery({
    query: Visits,
    variables: { made: true, received: true },
    requestPolicy: 'cache-and-network',
  });
  if (!data) {
    if (error && !fetching) return <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />;
    return <Loading />;
  }
  const made = data.viewer.visitsMade?.edges.length ?? 0;
  const received = data.viewer.visitsReceived?.edges.length ?? 0;
  return (
    <Stack gap="lg">
      <PageTitle>Visits to coaching</PageTitle>
      <Text maw={640}>
        An induction tutor can look into the log of a coaching cycle or a running session. Each look is recorded and shown to the mentor and the ECT.
      </Text>
      {made + received === 0 && (
        <Text>There is no visit yet. A tutor begins one from a cycle in the coaching log, or from its address.</Text>
      )}
      {made > 0 && <Rows title="Visits you made" side="made" />}
      {received > 0 && <Rows title="Visits to your coaching" side="received" />}
    </Stack>
  );
}

type Side = 'made' | 'received';

function Rows({ title, side }: { title: string; side: Side }) {
  const [pages, setPages] = useState(1);
  return (
    <section aria-labelledby={side}>
      <Title order={2} id={side} mb="xs">
        {title}
      </Title>
      <ul className="rows" aria-labelledby={side}>
        <VisitsFrom side={side} after={null} pages={pages} onMore={() => setPages(pages + 1)} />
      </ul>
    </section>
  );
}

type PageProps = { side: Side; after: string | null; pages: number; onMore: () => void };

/** A page and those after it, each from where the one before it ends now: a new one moves them all. */
function VisitsFrom({ side, after, pages, onMore }: PageProps) {
  const [{ data, error, fetching }, ask] = useQuery({
    query: Visits,
    variables: { made: side === 'made', received: side === 'received', madeAfter: after, receivedAfter: after },
  });
  const page = side === 'made' ? data?.viewer.visitsMade : data?.viewer.visitsReceived;
  if (!page && error && !fetching) {
    return (
      <li>
        <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />
      </li>
    );
  }
  return (
    <>
      {page?.edges.map(({ node }) => (
        <VisitRow key={node.id} visit={node} side={side} />
      ))}
      {page?.pageInfo.hasNextPage && pages > 1 && <VisitsFrom side={side} after={page.pageInfo.endCursor ?? null} pages={pages - 1} onMore={onMore} />}
      {page?.pageInfo.hasNextPage && pages === 1 && (
        <li>
          <Button variant="default" loading={fetching} onClick={onMore}>
            Show older visits
          </Button>
        </li>
      )}
    </>
  );
}

function VisitRow(props: { visit: FragmentType<typeof VisitParts>; side: Side }) {
  const visit = readFragment(VisitParts, props.visit);
  return (
    <li>
      <Stack gap="xs">
        <Text>
          {props.side === 'made' ? 'You' : visit.tutor.name} {whatHappened(visit)}:{' '}
          <TextLink to="/cycles/$cycleId" params={{ cycleId: visit.cycleId }}>
            {`${visit.ect.name} with ${visit.mentor.name}`}
          </TextLink>
        </Text>
        {props.side === 'made' && <Text className="quiet">{feedbackState(visit)}</Text>}
        <VisitFeedback visit={props.visit} />
      </Stack>
    </li>
  );
}
