import { Stack, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useQuery } from 'urql';
import { Empty, Failed, Loading } from '../components/page-states';
import { PageTitle } from '../components/page-title';
import { TextLink } from '../components/button-link';
import { graphql } from '../gql';
import { CoachHome } from '../coach/coach-home';
import { HomeMessages } from '../messages/home-messages';
import { useArrived } from '../notices/notices-context';
import { UpcomingPart } from '../schedule/upcoming-part';
import { HomeVisits } from '../visits/home-visits';
import { EctHome } from './ect-home';
import { MentorHome } from './mentor-home';
import { TutorHome } from './tutor-home';
import { TutorLinks } from './tutor-links';

const Home = graphql(`
  query Home {
    viewer {
      administrator
      ...CoachHome
      ...UpcomingPart
      mentorsCoached {
        id
      }
      person {
        id
        name
        ...EctHome
      }
      mentoredBy {
        id
        mentor {
          id
          name
        }
      }
      mentorships {
        id
        ...MentorHome
      }
      schools {
        id
        ...TutorHome
      }
      figureSchools {
        id
        name
      }
    }
  }
`);

/** What everybody comes back to: one part for each thing the person is today. */
export function HomePage() {
  const [{ data, error, fetching }, ask] = useQuery({ query: Home, requestPolicy: 'cache-and-network' });
  const arrived = useArrived();

  useEffect(() => {
    const refresh = () => document.visibilityState === 'visible' && ask({ requestPolicy: 'network-only' });
    const timer = setInterval(refresh, 30_000);
    document.addEventListener('visibilitychange', refresh);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', refresh);
    };
  }, [ask]);

  // Whatever it tells of may stand on this page.
  useEffect(() => {
    if (arrived.count > 0) ask({ requestPolicy: 'network-only' });
  }, [arrived.count, ask]);

  if (!data) {
    if (error && !fetching) return <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />;
    return <Loading />;
  }
  const { viewer } = data;
  const nothing =
    viewer.mentorships.length + viewer.schools.length + viewer.figureSchools.length + viewer.mentorsCoached.length === 0 && !viewer.mentoredBy && !viewer.administrator;
  return (
    <Stack gap="xl">
      <PageTitle title="Home">{`Hello, ${viewer.person.name}`}</PageTitle>
      <HomeMessages />
      <UpcomingPart viewer={viewer} />
      {viewer.mentoredBy && <EctHome person={viewer.person} mentorName={viewer.mentoredBy.mentor.name} />}
      {viewer.mentorships.length > 0 && <MentorHome mentorships={viewer.mentorships} />}
      <CoachHome viewer={viewer} />
      {viewer.administrator ? (
        <Text>
          You look after this service. <TextLink to="/people">Register people and schools</TextLink>, or see how <TextLink to="/mail">sending e-mail</TextLink> goes.
        </Text>
      ) : (
        viewer.schools.length > 0 && (
          <>
            <TutorLinks />
            <TutorHome schools={viewer.schools} />
          </>
        )
      )}
      {viewer.figureSchools.length > 0 && (
        <Text>
          You read the figures of {viewer.figureSchools.length === 1 ? viewer.figureSchools[0]?.name : `${viewer.figureSchools.length} schools`}:{' '}
          <TextLink to="/engagement">Engagement over time</TextLink>
        </Text>
      )}
      <HomeVisits />
      {nothing && (
        <Empty title="There is nothing here for you today.">
          <Text>You have no mentorship that runs today. Ask your school’s induction tutor to set it up.</Text>
        </Empty>
      )}
      <Text className="quiet">
        <TextLink to="/my-data">My data</TextLink>: take away what is held about you.
      </Text>
    </Stack>
  );
}
