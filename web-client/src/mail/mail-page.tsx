import { Alert, Button, Code, Group, List, Stack, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { Empty, Failed, Loading } from '../components/page-states';
import { PageTitle } from '../components/page-title';
import { graphql } from '../gql';
import type { MailDeliveryQuery } from '../gql/graphql';
import { TroubledLetterView } from './troubled-letter-view';

const Delivery = graphql(`
  query MailDelivery($after: String) {
    viewer {
      mailDelivery {
        isOn
        waiting
        sentToday
        unconfirmed
        failed
        troubledLetters(after: $after) {
          edges {
            node {
              id
              ...TroubledLetterParts
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

type Figures = NonNullable<MailDeliveryQuery['viewer']['mailDelivery']>;

/** For administrators: whether e-mail goes out, and what went wrong. Never what a letter says. */
export function MailPage() {
  const [pages, setPages] = useState(1);
  const [{ data, error, fetching }, ask] = useQuery({ query: Delivery, variables: { after: null }, requestPolicy: 'cache-and-network' });

  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === 'visible' && ask({ requestPolicy: 'network-only' }), 5_000);
    return () => clearInterval(timer);
  }, [ask]);

  if (!data) {
    if (error && !fetching) return <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />;
    return <Loading />;
  }
  const delivery = data.viewer.mailDelivery;
  if (!delivery) {
    return (
      <Stack>
        <PageTitle>E-mail</PageTitle>
        <Empty title="Administrators look after e-mail.">
          <Text>If an e-mail did not reach you, ask whoever runs Coachbench.</Text>
        </Empty>
      </Stack>
    );
  }
  return (
    <Stack gap="lg" maw={720}>
      <Group justify="space-between">
        <PageTitle>E-mail</PageTitle>
        <Button variant="default" onClick={() => ask({ requestPolicy: 'network-only' })}>
          Look again
        </Button>
      </Group>
      {delivery.isOn ? <Numbers delivery={delivery} /> : <Off />}
      <section aria-labelledby="trouble">
        <Title order={2} id="trouble" mb="xs">
          What went wrong
        </Title>
        <Text mb="sm">
          Everything in an e-mail stands in Coachbench too, so nobody misses it who looks here. What an e-mail says is shown to its receiver alone.
        </Text>
        <ul className="rows" aria-labelledby="trouble">
          <TroubleFrom after={null} pages={pages} onMore={() => setPages(pages + 1)} />
        </ul>
      </section>
    </Stack>
  );
}

function Numbers({ delivery }: { delivery: Figures }) {
  return (
    <dl className="figures" aria-label="E-mails">
      <Figure name="Sent today" number={delivery.sentToday} />
      <Figure name="Waiting" number={delivery.waiting} />
      <Figure name="Not confirmed" number={delivery.unconfirmed} />
      <Figure name="Given up" number={delivery.failed} />
    </dl>
  );
}

function Figure({ name, number }: { name: string; number: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{number.toLocaleString('en-GB')}</dd>
    </div>
  );
}

function Off() {
  return (
    <Alert variant="light" title="E-mail is off">
      <Text>Nobody gets e-mails. These settings of the service turn it on at its next start:</Text>
      <List my="xs">
        <List.Item>
          <Code>spring.mail.host</Code>, and where the mail server wants them <Code>spring.mail.port</Code>, <Code>spring.mail.username</Code> and{' '}
          <Code>spring.mail.password</Code>
        </List.Item>
        <List.Item>
          <Code>coachbench.mail.from</Code>: whom e-mails come from
        </List.Item>
        <List.Item>
          <Code>coachbench.public-address</Code>: where their links lead
        </List.Item>
      </List>
      <Text>E-mails of the last two days would then be sent. Older ones are removed.</Text>
    </Alert>
  );
}

type PageProps = { after: string | null; pages: number; onMore: () => void };

/** A page and those after it, each from where the one before it ends now: what goes wrong meanwhile moves them all. */
function TroubleFrom({ after, pages, onMore }: PageProps) {
  const [{ data, error, fetching }, ask] = useQuery({ query: Delivery, variables: { after }, requestPolicy: 'cache-and-network' });
  const letters = data?.viewer.mailDelivery?.troubledLetters;
  if (!letters) {
    return <li>{error && !fetching ? <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} /> : <Loading lines={1} />}</li>;
  }
  const { edges, pageInfo } = letters;
  return (
    <>
      {edges.length === 0 && after === null && <li className="quiet">Nothing.</li>}
      {edges.map(({ node }) => (
        <li key={node.id}>
          <TroubledLetterView letter={node} />
        </li>
      ))}
      {pageInfo.hasNextPage && pages > 1 && <TroubleFrom after={pageInfo.endCursor ?? null} pages={pages - 1} onMore={onMore} />}
      {pageInfo.hasNextPage && pages === 1 && (
        <li>
          <Button variant="default" onClick={onMore}>
            Show older ones
          </Button>
        </li>
      )}
    </>
  );
}
