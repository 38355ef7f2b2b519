import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from 'urql';
import { useChange } from '../api/use-change';
import { dayOf, isoToday } from '../components/dates';
import { ErrorSummary } from '../components/error-summary';
import { graphql, readFragment, type FragmentType } from '../gql';
import { isOn } from '../people/roll-rule';
import { useSession } from '../sign-in/session-context';
import { EndCoachAccess, MarkReviewed, ShareWithCoach } from './coach-mutations';
import { StartCoaching } from './start-coaching';

const Part = graphql(`
  fragment CoachAccessPart on CoachingCycle {
    id
    can
    mentor {
      id
      name
    }
    ect {
      id
      name
    }
    coachAccess {
      coach {
        id
        name
      }
      sharedAt
      reviewedAt
      endedAt
      endedBy {
        id
        name
      }
    }
  }
`);

/**
 * Who beside the pair may see the session: the mentor lets their coach in, and each of the three may end that. `of` says where it stands:
 * for the coach it is what the page is about, for the pair it comes after their own.
 */
export function CoachAccessPart({ of, ...props }: { of: 'coach' | 'pair'; cycle: FragmentType<typeof Part> }) {
  const cycle = readFragment(Part, props.cycle);
  const { session } = useSession();
  const given = cycle.coachAccess;
  const mayShare = cycle.can.includes('SHARE_WITH_COACH');
  const isCoach = given?.coach.id === session.person.id;
  if ((!given && !mayShare) || isCoach !== (of === 'coach')) return null;
  return (
    <section aria-labelledby="coach-access">
      <Title order={2} id="coach-access" mb="xs">
        {isCoach ? 'Your review' : 'The mentor’s coach'}
      </Title>
      <Stack gap="sm">
        {given && <Text>{isCoach ? forTheCoach(cycle.mentor.name, cycle.ect.name) : accessText(given, cycle.mentor.name)}</Text>}
        {given?.reviewedAt && !given.endedAt && <Text>Reviewed on {dayOf(given.reviewedAt)}.</Text>}
        {mayShare && <SharePart cycleId={cycle.id} ectName={cycle.ect.name} />}
        {isCoach && <ReviewPart cycleId={cycle.id} mentor={cycle.mentor} reviewed={given.reviewedAt !== null} mayMark={cycle.can.includes('MARK_REVIEWED')} />}
        {cycle.can.includes('END_COACH_ACCESS') && <EndPart cycleId={cycle.id} label={isCoach ? 'End your access' : 'End the coach’s access'} />}
      </Stack>
    </section>
  );
}

type Given = { coach: { name: string }; sharedAt: string; endedAt: string | null; endedBy: { name: string } | null };

function accessText({ coach, sharedAt, endedAt, endedBy }: Given, mentor: string) {
  return endedAt
    ? `${coach.name} could see this session until ${dayOf(endedAt)}. ${endedBy?.name ?? 'Somebody'} ended it.`
    : `${coach.name}, the coach of ${mentor}, can see this session since ${dayOf(sharedAt)}: live and afterwards, with its notes. Reflection and practice notes of the ECT are not shown to them.`;
}

const forTheCoach = (mentor: string, ect: string) =>
  `${mentor} shared this session with you. Look back on it, comment on its moments, then coach ${mentor}. What ${ect} wrote in private stays with the pair.`;

const OwnCoach = graphql(`
  query OwnCoach {
    viewer {
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
    }
  }
`);

/** For mentors who have a coach today; others are told nothing of it. */
function SharePart({ cycleId, ectName }: { cycleId: string; ectName: string }) {
  const [{ data }] = useQuery({ query: OwnCoach });
  const { send, busy, problems } = useChange(ShareWithCoach, (answer) => answer.shareWithCoach);
  const coach = data?.viewer.person.coachPairings?.find((pairing) => isOn(pairing, isoToday()))?.coach;
  if (!coach) return null;
  return (
    <>
      <ErrorSummary problems={problems} />
      <Text>
        {coach.name}, your coach, can see this session when you share it: live, as a guest in the room, and afterwards. {ectName} sees that you did, and may
        end it. The ECT’s reflection and practice notes stay with the two of you.
      </Text>
      <Button variant="default" style={{ alignSelf: 'flex-start' }} loading={busy} onClick={() => void send({ cycleId })}>
        {`Share with ${coach.name}`}
      </Button>
    </>
  );
}

const Coached = graphql(`
  query CoachedMentors {
    viewer {
      mentorsCoached {
        id
        mentor {
          id
          openCycle {
            id
          }
        }
      }
    }
  }
`);

type ReviewProps = { cycleId: string; mentor: { id: string; name: string }; reviewed: boolean; mayMark: boolean };

function ReviewPart({ cycleId, mentor, reviewed, mayMark }: ReviewProps) {
  const [{ data }] = useQuery({ query: Coached, requestPolicy: 'cache-and-network' });
  const mark = useChange(MarkReviewed, (answer) => answer.markReviewed);
  const open = data?.viewer.mentorsCoached.find((pairing) => pairing.mentor.id === mentor.id)?.mentor.openCycle;
  return (
    <>
      <ErrorSummary problems={mark.problems} />
      <Group align="flex-start">
        {data && !open && <StartCoaching mentor={mentor} sessionId={cycleId} variant="filled" />}
        {mayMark && !reviewed && (
          <Button variant="default" loading={mark.busy} onClick={() => void mark.send({ cycleId })}>
            Mark as reviewed
          </Button>
        )}
      </Group>
    </>
  );
}

function EndPart({ cycleId, label }: { cycleId: string; label: string }) {
  const { send, busy, problems } = useChange(EndCoachAccess, (answer) => answer.endCoachAccess);
  return (
    <>
      <ErrorSummary problems={problems} />
      <Button variant="subtle" style={{ alignSelf: 'flex-start' }} loading={busy} onClick={() => void send({ cycleId })}>
        {label}
      </Button>
    </>
  );
}
