import { Button, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Failed, Loading } from '../components/page-states';
import { PageTitle } from '../components/page-title';
import { graphql } from '../gql';
import { MessageView } from './message-parts';

const Received = graphql(`
  query MessagesReceived($after: String) {
    viewer {
      page: messages(after: $after) {
        edges {
          node {
            id
            ...MessageParts
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

const Sent = graphql(`
  query MessagesSent($after: String) {
    viewer {
      page: messagesSent(after: $after) {
        edges {
          node {
            id
            ...MessageParts
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

/** Nudges and praise that the viewer received and sent. */
export function MessagesPage() {
  return (
    <Stack gap="lg">
      <PageTitle>Nudges and praise</PageTitle>
      <Text maw={640}>A few words from an induction tutor to an ECT or mentor of their school. They are shown here and on the home page; an e-mail says no more than that there is one.</Text>
      <Side title="To you" query={Received} />
      <Side title="From you" query={Sent} />
    </Stack>
  );
}

type Query = typeof Received | typeof Sent;

function Side({ title, query }: { title: string; query: Query }) {
  const [pages, setPages] = useState(1);
  return (
    <section aria-label={title}>
      <Title order={2} mb="xs">
        {title}
      </Title>
      <ul className="rows" aria-label={title}>
        <MessagesFrom query={query} after={null} pages={pages} onMore={() => setPages(pages + 1)} />
      </ul>
    </section>
  );
}

type PageProps = { query: Query; after: string | null; pages: number; onMore: () => void };

/** A page and those after it, each from where the one before it ends now: a new one moves them all. */
function MessagesFrom({ query, after, pages, onMore }: PageProps) {
  const [{ data, error, fetching }, ask] = useQuery({ query: query as typeof Received, variables: { after }, requestPolicy: 'cache-and-network' });
  if (!data) {
    return <li>{error && !fetching ? <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} /> : <Loading lines={1} />}</li>;
  }
  const { edges, pageInfo } = data.viewer.page;
  return (
    <>
      {edges.length === 0 && after === null && <li className="quiet">None yet.</li>}
      {edges.map(({ node }) => (
        <li key={node.id}>
          <MessageView message={node} />
        </li>
      ))}
      {pageInfo.hasNextPage && pages > 1 && <MessagesFrom query={query} after={pageInfo.endCursor ?? null} pages={pages - 1} onMore={onMore} />}
      {pageInfo.hasNextPage && pages === 1 && (
        <li>
          <Button variant="default" onClick={onMore}>
            Show older messages
          </Button>
        </li>
      )}
    </>
  );
}
