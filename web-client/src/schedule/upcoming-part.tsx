import { Text } from '@mantine/core';
import { TextLink } from '../components/button-link';
import { shortDayOf, timeOf } from '../components/dates';
import { graphql, readFragment, type FragmentType } from '../gql';

const Part = graphql(`
  fragment UpcomingPart on Viewer {
    person {
      id
    }
    upcomingSessions {
      id
      mentor {
        id
        name
      }
      ect {
        id
        name
      }
      scheduled {
        startsAt
      }
    }
  }
`);

const SHOWN = 3;

/** The next sessions of whoever looks at their home page. */
export function UpcomingPart(props: { viewer: FragmentType<typeof Part> }) {
  const { person, upcomingSessions } = readFragment(Part, props.viewer);
  if (upcomingSessions.length === 0) return null;
  return (
    <section aria-label="Sessions to come">
      {upcomingSessions.slice(0, SHOWN).map(({ id, mentor, ect, scheduled }, place) => (
        <Text key={id}>
          {place === 0 ? 'Next session: ' : 'Then: '}
          <TextLink to="/cycles/$cycleId" params={{ cycleId: id }}>
            {scheduled && `${shortDayOf(scheduled.startsAt)}, ${timeOf(scheduled.startsAt)} `}
            {`with ${mentor.id === person.id ? ect.name : mentor.name}`}
          </TextLink>
        </Text>
      ))}
      <TextLink to="/calendar">In your own calendar</TextLink>
    </section>
  );
}
