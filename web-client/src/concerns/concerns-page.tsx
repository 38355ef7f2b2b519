import { Button, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useQuery } from 'urql';
import { TextLink } from '../components/button-link';
import { dayText } from '../components/dates';
import { Failed, Loading } from '../components/page-states';
import { PageTitle } from '../components/page-title';
import { graphql } from '../gql';
import { TOPICS, toldText } from './concern-words';
import { Disclosable } from './disclosable';

const Concerns = graphql(`
  query Concerns($open: Boolean!, $after: String) {
    viewer {
      concerns(open: $open, after: $after) {
        edges {
          node {
            id
            topic
            since
            open
            told
            person {
              id
              name
            }
            school {
              id
              name
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
`);

/** The concerns at a tutor's schools, whichever of their tutors raised them. */
export function ConcernsPage() {
  const [open, setOpen] = useState(true);
  const [pages, setPages] = useState(1);

  function show(state: string) {
    setOpen(state === 'open');
    setPages(1);
  }

  return (
    <Stack gap="lg">
      <PageTitle>Concerns about support</PageTitle>
      <Disclosable />
      <Text>To flag one, use “Flag a concern” beside a name on your home page.</Text>
      <SegmentedControl
        aria-label="Which concerns"
        style={{ alignSelf: 'flex-start' }}
        value={open ? 'open' : 'closed'}
        onChange={show}
        data={[
          { value: 'open', label: 'Open' },
          { value: 'closed', label: 'Closed' },
        ]}
      />
      <ul className="plain-list" aria-label={open ? 'Open concerns' : 'Closed concerns'}>
        <ConcernsFrom key={String(open)} open={open} after={null} pages={pages} onMore={() => setPages(pages + 1)} />
      </ul>
    </Stack>
  );
}

type PageProps = { open: boolean; after: string | null; pages: number; onMore: () => void };

/** A page and those after it, each from where the one before it ends now: a new one moves them all. */
function ConcernsFrom({ open, after, pages, onMore }: PageProps) {
  const [{ data, error, fetching }, ask] = useQuery({ query: Concerns, variables: { open, after }, requestPolicy: 'cache-and-network' });
  if (!data) {
    return <li>{error && !fetching ? <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} /> : <Loading lines={1} />}</li>;
  }
  const { edges, pageInfo } = data.viewer.concerns;
  return (
    <>
      {edges.length === 0 && after === null && <li className="quiet">{open ? 'No open concern.' : 'No closed concern.'}</li>}
      {edges.map(({ node }) => (
        <li key={node.id} className="card">
          <Title order={2} fz="md">
            <TextLink to="/concerns/$concernId" params={{ concernId: node.id }}>
              {`${node.person.name}: ${TOPICS[node.topic]}`}
            </TextLink>
          </Title>
          <Group gap="md">
            <Text>Since {dayText(node.since)}</Text>
            <Text>{toldText(node.told)}</Text>
            <Text className="quiet">{node.school.name}</Text>
          </Group>
        </li>
      ))}
      {pageInfo.hasNextPage && pages > 1 && <ConcernsFrom open={open} after={pageInfo.endCursor ?? null} pages={pages - 1} onMore={onMore} />}
      {pageInfo.hasNextPage && pages === 1 && (
        <li>
          <Button variant="default" onClick={onMore}>
            Show older concerns
          </Button>
        </li>
      )}
    </>
  );
}
