import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { errorAt, useChange } from '../api/use-change';
import { useDraft } from '../api/use-draft';
import { ErrorSummary } from '../components/error-summary';
import { graphql, readFragment, type FragmentType } from '../gql';

const Part = graphql(`
  fragment ProposePart on Step {
    id
    version
  }
`);

const ProposeStep = graphql(`
  mutation ProposeStep($input: ProposeStepInput!) {
    proposeStep(input: $input) {
      step {
        id
        ...ProposalLine
        ...StepActions
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

/** Offers a step to the bank that schools share, with a word on why. */
export function ProposePart({ onClose, ...props }: { step: FragmentType<typeof Part>; onClose: () => void }) {
  const step = readFragment(Part, props.step);
  const { value, set, clear } = useDraft(`${step.id}.propose`, '');
  const { send, busy, problems } = useChange(ProposeStep, (data) => data.proposeStep);
  async function propose() {
    if (!(await send({ stepId: step.id, version: step.version, message: value }))) return;
    clear();
    onClose();
  }
  return (
    <section className="card" aria-label="Propose this step">
      <Stack>
        <ErrorSummary problems={problems} fields={{ message: 'propose-message' }} />
        <Text>An administrator reads the step as it is published now, and takes it into the bank that all schools share or says why not.</Text>
        <Textarea
          id="propose-message"
          label="Why is it worth sharing? (optional)"
          maxLength={1000}
          autoFocus
          value={value}
          error={errorAt(problems, 'message')}
          onChange={(event) => set(event.target.value)}
        />
        <Group>
          <Button loading={busy} onClick={() => void propose()}>
            Propose this step
          </Button>
          <Button variant="default" onClick={onClose}>
            Not now
          </Button>
        </Group>
      </Stack>
    </section>
  );
}
