import { Stack, Text, Title } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { TextLink } from '../components/button-link';
import { dayOf, dayText } from '../components/dates';
import { Empty, Failed, Loading } from '../components/page-states';
import { PageTitle } from '../components/page-title';
import { graphql, readFragment, type FragmentType } from '../gql';
import type { ConcernPartsFragment } from '../gql/graphql';
import { AddToConcern } from './add-to-concern';
import { ConcernParts } from './concern-parts';
import { BODIES, CHANNELS, TOPICS, toldText } from './concern-words';
import { CopyNotice } from './copy-notice';
import { Disclosable } from './disclosable';

const ConcernQuery = graphql(`
  query Concern($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Concern {
        ...ConcernParts
      }
    }
  }
`);

/** A concern: its trail, a text for those who are told, and what can be added. */
export function ConcernPage() {
  const { concernId } = useParams({ from: '/concerns/$concernId' });
  const [{ data, error, fetching }, ask] = useQuery({ query: ConcernQuery, variables: { id: concernId }, requestPolicy: 'cache-and-network' });
  if (!data) {
    if (error && !fetching) return <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />;
    return <Loading />;
  }
  if (data.node?.__typename !== 'Concern') {
    return (
      <Empty title="There is no such concern, or it is not yours to see.">
        <PageTitle>Not found</PageTitle>
        <TextLink to="/concerns">Go to the concerns</TextLink>
      </Empty>
    );
  }
  return <ConcernView concern={data.node} />;
}

function ConcernView(props: { concern: FragmentType<typeof ConcernParts> }) {
  const concern = readFragment(ConcernParts, props.concern);
  return (
    <Stack gap="lg">
      <Stack gap="xs">
        <PageTitle title={`Concern: ${concern.person.name}`}>{`${concern.person.name}: ${TOPICS[concern.topic]}`}</PageTitle>
        <Text>
          <strong>{concern.open ? 'Open' : 'Closed'}</strong>, since {dayText(concern.since)}. {toldText(concern.told)}.
        </Text>
        <Text className="quiet">
          {concern.role === 'ECT' ? 'ECT' : 'Mentor'} at {concern.school.name}
        </Text>
        <Disclosable name={concern.person.name} />
      </Stack>
      <section aria-labelledby="trail">
        <Title order={2} id="trail" mb="xs">
          What was done
        </Title>
        <ol className="rows" aria-labelledby="trail">
          {concern.trail.map((entry) => (
            <li key={entry.id}>
              <Text fw={600}>{entryTitle(entry)}</Text>
              {entry.text && <Text className="typed">{entry.text}</Text>}
              <Text className="quiet">
                {entry.by.name}, {dayOf(entry.at)}
              </Text>
            </li>
          ))}
        </ol>
      </section>
      {concern.open && <CopyNotice text={concern.notice} />}
      <AddToConcern id={concern.id} open={concern.open} />
    </Stack>
  );
}

type Entry = ConcernPartsFragment['trail'][number];

function entryTitle(entry: Entry): string {
  switch (entry.kind) {
    case 'RAISED':
      return `Raised; it stands since ${dayText(entry.on)}`;
    case 'TOLD':
      return `${entry.told ? BODIES[entry.told] : 'Somebody'} told on ${dayText(entry.on)}${entry.channel ? `, ${CHANNELS[entry.channel].toLowerCase()}` : ''}`;
    case 'FOLLOW_UP':
      return `Follow-up on ${dayText(entry.on)}`;
    case 'CLOSED':
      return `Closed on ${dayText(entry.on)}`;
    case 'REOPENED':
      return `Reopened on ${dayText(entry.on)}`;
  }
}
