import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from 'urql';
import { TextLink } from '../components/button-link';
import { Empty, Failed, Loading } from '../components/page-states';
import { PageTitle } from '../components/page-title';
import { graphql } from '../gql';
import { EctsNow } from './ects-now';
import { EventsPart } from './events-part';
import { NowPart } from './now-part';
import { StudyPart } from './study-part';
import { TimetablePart } from './timetable-part';

const OwnProgramme = graphql(`
  query OwnProgramme {
    viewer {
      administrator
      schools {
        id
      }
      mentorships {
        id
        ...EctsNow
      }
      person {
        id
        selfStudy {
          role
        }
        ...NowPart
        ...StudyPart
        ...PersonEvents
        ...TimetablePart
      }
    }
  }
`);

/** One's own way through the programme: what is on now, events, self-study, time. */
export function ProgrammePage() {
  const [{ data, error, fetching, stale }, ask] = useQuery({ query: OwnProgramme, requestPolicy: 'cache-and-network' });
  if (!data) {
    if (error && !fetching) return <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />;
    return <Loading />;
  }
  const { person, schools, administrator, mentorships } = data.viewer;
  const runsEvents = administrator || schools.length > 0;
  // What another page asked of the person lacks it until the answer comes.
  const unknown = stale && !person.selfStudy;
  const takesPart = (person.selfStudy ?? []).length > 0;
  return (
    <Stack gap="xl">
      <div>
        <PageTitle>Programme</PageTitle>
        <Group>
          <TextLink to="/calendar">In your own calendar</TextLink>
          {runsEvents && <TextLink to="/programme/events">Events and attendance of your schools</TextLink>}
        </Group>
      </div>
      {takesPart ? (
        <>
          <NowPart person={person} />
          {mentorships.length > 0 && <EctsNow mentorships={mentorships} />}
          <EventsPart person={person} mine />
          <StudyPart person={person} mine />
          <TimetablePart person={person} mine />
        </>
      ) : unknown ? (
        <Loading />
      ) : (
        <Empty title="You are neither an ECT nor a mentor.">
          <Text>What they study and attend appears here for them.</Text>
        </Empty>
      )}
    </Stack>
  );
}
