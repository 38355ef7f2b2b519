import { Stack, Title } from '@mantine/core';
import { useQuery } from 'urql';
import { TextLink } from '../components/button-link';
import { graphql } from '../gql';
import { MessageView } from './message-parts';

const Unseen = graphql(`
  query HomeMessages {
    viewer {
      newest: messages(first: 1) {
        edges {
          cursor
        }
      }
      messages(first: 5, unseen: true) {
        edges {
          node {
            id
            ...MessageParts
          }
        }
      }
    }
  }
`);

/** On the home page of whoever receives them: nudges and praise that are not marked as seen, or the way to older ones. */
export function HomeMessages() {
  const [{ data }] = useQuery({ query: Unseen, requestPolicy: 'cache-and-network' });
  const messages = data?.viewer.messages.edges ?? [];
  if (messages.length === 0) {
    return data?.viewer.newest.edges.length ? <TextLink to="/messages">Messages from your induction tutor</TextLink> : null;
  }
  return (
    <section aria-labelledby="home-messages">
      <Title order={2} id="home-messages" mb="xs">
        From your induction tutor
      </Title>
      <Stack gap="xs" align="flex-start">
        <ul className="plain-list" aria-labelledby="home-messages" style={{ width: '100%' }}>
          {messages.map(({ node }) => (
            <li key={node.id} className="card">
              <MessageView message={node} />
            </li>
          ))}
        </ul>
        <TextLink to="/messages">All messages</TextLink>
      </Stack>
    </section>
  );
}
