import { Text } from '@mantine/core';
import { dayOf, timeOf } from '../components/dates';
import { graphql, readFragment, type FragmentType } from '../gql';

const Line = graphql(`
  fragment ScheduledLine on CoachingCycle {
    id
    scheduled {
      startsAt
      endsAt
    }
  }
`);

/** When the session is; nothing before that is said. */
export function ScheduledLine(props: { cycle: FragmentType<typeof Line> }) {
  const { scheduled } = readFragment(Line, props.cycle);
  if (!scheduled) return null;
  return (
    <Text>
      The session is on <strong>{dayOf(scheduled.startsAt)}</strong>, {timeOf(scheduled.startsAt)} to {timeOf(scheduled.endsAt)} in London.
    </Text>
  );
}
