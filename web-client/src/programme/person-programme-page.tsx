import { Stack } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { TextLink } from '../components/button-link';
import { Empty, Failed, Loading } from '../components/page-states';
import { PageTitle } from '../components/page-title';
import { CompletionPart } from '../diagnostics/completion-part';
import { graphql } from '../gql';
import { EventsPart } from './events-part';
import { NowPart } from './now-part';
import { StudyPart } from './study-part';
import { TimetablePart } from './timetable-part';

const PersonProgramme = graphql(`
  query PersonProgramme($personId: ID!) {
    node(id: $personId) {
      __typename
      id
      ... on Person {
        name
        ...NowPart
        ...StudyPart
        ...PersonEvents
        ...TimetablePart
        ...DiagnosticsCompletionPart
      }
    }
  }
`);

/** Somebody else's way through the programme, to read, as far as it is the viewer's to see. */
export function PersonProgrammePage() {
  const { personId } = useParams({ from: '/people/$personId/programme' });
  const [{ data, error, fetching }, ask] = useQuery({ query: PersonProgramme, variables: { personId }, requestPolicy: 'cache-and-network' });
  const person = data?.node?.__typename === 'Person' && data.node.id === personId ? data.node : undefined;
  if (!person) {
    if (fetching) return <Loading />;
    if (error) return <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />;
    return (
      <Empty title="There is no such person, or their programme is not yours to see.">
        <PageTitle>Not found</PageTitle>
        <TextLink to="/programme">Go to the programme</TextLink>
      </Empty>
    );
  }
  return (
    <Stack gap="xl">
      <div>
        <TextLink to="/programme/events">Events and attendance</TextLink>
        <PageTitle>{`Programme of ${person.name}`}</PageTitle>
      </div>
      <NowPart person={person} />
      <EventsPart person={person} mine={false} />
      <StudyPart person={person} mine={false} />
      <TimetablePart person={person} mine={false} />
      <CompletionPart person={person} />
    </Stack>
  );
}
