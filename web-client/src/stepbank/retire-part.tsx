import { Button, Group, Stack, Text } from '@mantine/core';
import { useChange } from '../api/use-change';
import { ErrorSummary } from '../components/error-summary';
import { graphql, readFragment, type FragmentType } from '../gql';

const Part = graphql(`
  fragment RetirePart on Step {
    id
    version
    status
  }
`);

const RetireStep = graphql(`
  mutation RetireStep($input: RetireStepInput!) {
    retireStep(input: $input) {
      step {
        id
        ...StepActions
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

/** Asks once more before a step is offered no longer. */
export function RetirePart({ onClose, ...props }: { step: FragmentType<typeof Part>; onClose: () => void }) {
  const step = readFragment(Part, props.step);
  const { send, busy, problems } = useChange(RetireStep, (data) => data.retireStep);
  async function retire() {
    if (await send({ stepId: step.id, version: step.version })) onClose();
  }
  return (
    <section className="card" aria-label="Retire this step">
      <Stack>
        <ErrorSummary problems={problems} />
        <Text>
          {step.status === 'DRAFT' ? 'This draft goes away.' : 'Nobody finds this step any more. Cycles in which it was chosen keep their copy.'}
        </Text>
        <Group>
          <Button color="red" loading={busy} onClick={() => void retire()}>
            Retire this step
          </Button>
          <Button variant="default" autoFocus onClick={onClose}>
            Keep it
          </Button>
        </Group>
      </Stack>
    </section>
  );
}
