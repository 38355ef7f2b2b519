import { Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from 'urql';
import { TextLink } from '../components/button-link';
import { dayOf, dayText, isoToday } from '../components/dates';
import { Empty, Failed, Loading } from '../components/page-states';
import { PageTitle } from '../components/page-title';
import { NextThingButton } from '../cycle/next-thing';
import { graphql, readFragment, type FragmentType } from '../gql';
import { isOn } from '../people/roll-rule';
import { REASONS } from './coach-words';
import { OwnCoachPart } from './own-coach-part';
import { StartCoaching } from './start-coaching';

const CoachingForMentors = graphql(`
  query CoachingForMentors {
    viewer {
      person {
        id
        coachPairings {
          id
          startedOn
          finishedOn
        }
        ...OwnCoachPart
      }
      mentorsCoached {
        id
        ...CoachedMentor
      }
      sessionsToReview {
        id
        ...SessionToReview
      }
    }
  }
`);

/** A coach's mentors and the sessions they shared; and, for a mentor, their own coach. */
export function CoachPage() {
  const [{ data, error, fetching }, ask] = useQuery({ query: CoachingForMentors, requestPolicy: 'cache-and-network' });
  if (!data) return error && !fetching ? <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} /> : <Loading />;
  const { person, mentorsCoached, sessionsToReview } = data.viewer;
  const isCoached = person.coachPairings?.some((pairing) => isOn(pairing, isoToday()));
  return (
    <Stack gap="xl">
      <PageTitle>Coaching for mentors</PageTitle>
      {mentorsCoached.length === 0 && !isCoached && (
        <Empty title="You neither coach a mentor today nor have a coach.">
          <Text>An induction tutor of the mentor’s school brings mentor and coach together.</Text>
        </Empty>
      )}
      {mentorsCoached.length > 0 && (
        <>
          <section aria-labelledby="to-review">
            <Title order={2} id="to-review" mb="sm">
              Sessions shared with you
            </Title>
            {sessionsToReview.length === 0 ? (
              <Text className="quiet">None yet. A mentor shares a session on its overview.</Text>
            ) : (
              <ul className="plain-list" aria-labelledby="to-review">
                {sessionsToReview.map((one) => (
                  <SessionToReview key={one.id} session={one} />
                ))}
              </ul>
            )}
          </section>
          <section aria-labelledby="your-mentors">
            <Title order={2} id="your-mentors" mb="sm">
              Your mentors
            </Title>
            <ul className="plain-list" aria-labelledby="your-mentors">
              {mentorsCoached.map((pairing) => (
                <CoachedMentor key={pairing.id} pairing={pairing} />
              ))}
            </ul>
          </section>
        </>
      )}
      {isCoached && <OwnCoachPart person={person} />}
    </Stack>
  );
}

const Session = graphql(`
  fragment SessionToReview on CoachingCycle {
    id
    mentor {
      id
      name
    }
    ect {
      id
      name
    }
    step {
      title
    }
    session {
      startedAt
      endedAt
    }
    coachAccess {
      sharedAt
      reviewedAt
    }
  }
`);

function SessionToReview(props: { session: FragmentType<typeof Session> }) {
  const { id, mentor, ect, step, session, coachAccess } = readFragment(Session, props.session);
  const running = session && !session.endedAt;
  return (
    <li className="card">
      <Stack gap="xs">
        <Title order={3}>
          {mentor.name} with {ect.name}
        </Title>
        <Text>
          {step?.title}. {session ? (running ? 'The session is running now.' : `Session on ${dayOf(session.startedAt)}.`) : 'The session has not started.'}
        </Text>
        <Text className="quiet">
          {coachAccess?.reviewedAt ? `Reviewed on ${dayOf(coachAccess.reviewedAt)}` : `Shared on ${coachAccess && dayOf(coachAccess.sharedAt)}, not reviewed yet`}
        </Text>
        <Group>
          {session && !running && (
            <TextLink to="/cycles/$cycleId/replay" params={{ cycleId: id }}>
              {`Look back on ${mentor.name} with ${ect.name}`}
            </TextLink>
          )}
          {running && (
            <TextLink to="/cycles/$cycleId/session" params={{ cycleId: id }}>
              {`Join ${mentor.name} and ${ect.name} as a guest`}
            </TextLink>
          )}
          <TextLink to="/cycles/$cycleId" params={{ cycleId: id }}>
            Overview
          </TextLink>
        </Group>
      </Stack>
    </li>
  );
}

const Mentor = graphql(`
  fragment CoachedMentor on CoachPairing {
    id
    reason
    startedOn
    mentor {
      id
      name
      coachingMeetings
      mentorStep {
        step {
          title
        }
        cycle {
          id
        }
      }
      openCycle {
        id
        ...NextThing
      }
    }
  }
`);

function CoachedMentor(props: { pairing: FragmentType<typeof Mentor> }) {
  const { reason, startedOn, mentor } = readFragment(Mentor, props.pairing);
  const last = mentor.coachingMeetings?.at(-1);
  return (
    <li className="card">
      <Stack gap="xs">
        <Title order={3}>{mentor.name}</Title>
        <Text className="quiet">
          {REASONS[reason]}. Since {dayText(startedOn)}.{last ? ` Last met on ${dayText(last)}.` : ' Not met yet.'}
        </Text>
        {mentor.mentorStep && (
          <Text>
            Current step:{' '}
            <TextLink to="/cycles/$cycleId" params={{ cycleId: mentor.mentorStep.cycle.id }}>
              {mentor.mentorStep.step.title}
            </TextLink>
          </Text>
        )}
        {mentor.openCycle ? <NextThingButton cycle={mentor.openCycle} /> : <StartCoaching mentor={mentor} />}
      </Stack>
    </li>
  );
}
