import { Button, Stack, Text } from '@mantine/core';
import { useChange } from '../api/use-change';
import { ErrorSummary } from '../components/error-summary';
import { CloseCycle } from '../cycle/cycle-mutations';
import { graphql, readFragment, type FragmentType } from '../gql';
import { WaitingChanges } from '../outbox/waiting-changes';

const Part = graphql(`
  fragment ClosePart on CoachingCycle {
    id
    phase
    can
    rounds {
      feedback {
        givenAt
      }
    }
    followUp {
      useOn
    }
  }
`);

/** Ends the session and the cycle, or says what is still missing for that. */
export function ClosePart(props: { cycle: FragmentType<typeof Part> }) {
  const cycle = readFragment(Part, props.cycle);
  const { send, busy, problems } = useChange(CloseCycle, (data) => data.closeCycle);
  if (cycle.phase === 'CLOSED') return <Text role="status">This cycle is closed.</Text>;
  const complete = cycle.rounds.filter((round) => round.feedback).length;
  const missing = [
    complete < 2 && `two rounds with feedback (${complete} so far)`,
    !cycle.followUp && 'the follow-up',
  ].filter((one) => one !== false);
  if (cycle.can.includes('CLOSE') && missing.length === 0) {
    return (
      <Stack align="flex-start">
        <ErrorSummary problems={problems} />
        <WaitingChanges of={['closeCycle']} />
        <Button loading={busy} onClick={() => void send({ cycleId: cycle.id })}>
          Close the cycle
        </Button>
      </Stack>
    );
  }
  if (!cycle.can.includes('RUN_SESSION')) return null;
  return <Text className="quiet">To close the cycle: {missing.join(', ')}.</Text>;
}
