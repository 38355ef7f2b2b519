import { Text, Title } from '@mantine/core';
import { TextLink } from '../components/button-link';
import { isoToday } from '../components/dates';
import { graphql, readFragment, type FragmentType } from '../gql';
import { counted } from '../outbox/counted';
import { isOn } from '../people/roll-rule';

const Part = graphql(`
  fragment CoachHome on Viewer {
    person {
      id
      coachPairings {
        id
        startedOn
        finishedOn
        coach {
          id
          name
        }
      }
    }
    mentorsCoached {
      id
    }
    sessionsToReview {
      id
      coachAccess {
        reviewedAt
      }
    }
  }
`);

/** Coaching for mentors on the home page, for coaches and for those who have one. */
export function CoachHome(props: { viewer: FragmentType<typeof Part> }) {
  const { person, mentorsCoached, sessionsToReview } = readFragment(Part, props.viewer);
  const coach = person.coachPairings?.find((pairing) => isOn(pairing, isoToday()))?.coach;
  if (mentorsCoached.length === 0 && !coach) return null;
  const waiting = sessionsToReview.filter((one) => !one.coachAccess?.reviewedAt).length;
  return (
    <section aria-labelledby="coaching-for-mentors">
      <Title order={2} id="coaching-for-mentors" mb="sm">
        Coaching for mentors
      </Title>
      {mentorsCoached.length > 0 && (
        <Text>
          You coach {counted(mentorsCoached.length, 'mentor', 'mentors')}.{' '}
          {waiting > 0 && `${counted(waiting, 'session waits', 'sessions wait')} for your review. `}
          <TextLink to="/coaching-for-mentors">Your mentors and their sessions</TextLink>
        </Text>
      )}
      {coach && (
        <Text>
          {coach.name} coaches you. <TextLink to="/coaching-for-mentors">Your coach and your step</TextLink>
        </Text>
      )}
    </section>
  );
}
