import { Button, Group, Text } from '@mantine/core';
import { useChange } from '../api/use-change';
import { dayOf, timeOf } from '../components/dates';
import { ErrorSummary } from '../components/error-summary';
import { ShareCycle } from '../cycle/cycle-mutations';
import { graphql, readFragment, type FragmentType } from '../gql';
import { WaitingChanges } from '../outbox/waiting-changes';

const Part = graphql(`
  fragment SharePart on CoachingCycle {
    id
    can
    sharedAt
    ect {
      id
      name
    }
  }
`);

/** Shows the cycle to the ECT, after saying what that means. */
export function SharePart(props: { cycle: FragmentType<typeof Part>; onEdit?: () => void }) {
  const cycle = readFragment(Part, props.cycle);
  const { send, busy, problems } = useChange(ShareCycle, (data) => data.shareCycle);
  const mayShare = cycle.can.includes('SHARE');
  return (
    <>
      <ErrorSummary problems={problems} />
      <WaitingChanges of={['shareCycle']} />
      {cycle.sharedAt && (
        <Text role="status">
          Shared with {cycle.ect.name} on {dayOf(cycle.sharedAt)} at {timeOf(cycle.sharedAt)}.
        </Text>
      )}
      {mayShare && (
        <Text>
          Once shared, {cycle.ect.name} sees the notes of the drop-in, the step and the plan. An induction tutor of the school can then look into the log,
          not the notes; you both see when they do.
        </Text>
      )}
      <Group>
        {mayShare && (
          <Button loading={busy} onClick={() => void send({ cycleId: cycle.id })}>
            {`Share with ${cycle.ect.name}`}
          </Button>
        )}
        {props.onEdit && (
          <Button variant="default" onClick={props.onEdit}>
            Change the plan
          </Button>
        )}
      </Group>
    </>
  );
}
