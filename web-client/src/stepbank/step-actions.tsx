import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useChange } from '../api/use-change';
import { ButtonLink } from '../components/button-link';
import { ErrorSummary } from '../components/error-summary';
import { graphql, readFragment, type FragmentType } from '../gql';
import type { StepAction } from '../gql/graphql';
import { AdaptPart } from './adapt-part';
import { ProposePart } from './propose-part';
import { RetirePart } from './retire-part';

const Actions = graphql(`
  fragment StepActions on Step {
    id
    version
    status
    can
    draft {
      title
    }
    bank {
      id
    }
    ...AdaptPart
    ...ProposePart
    ...RetirePart
  }
`);

const PublishStep = graphql(`
  mutation PublishStep($input: PublishStepInput!) {
    publishStep(input: $input) {
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

type Open = Extract<StepAction, 'ADAPT' | 'PROPOSE' | 'RETIRE'>;

/** What the viewer may do with a step; the first of it is the page's primary action. */
export function StepActions(props: { step: FragmentType<typeof Actions>; onReload: () => void }) {
  const step = readFragment(Actions, props.step);
  const [open, setOpen] = useState<Open>();
  const { send, busy, problems } = useChange(PublishStep, (data) => data.publishStep);
  const may = (action: StepAction) => step.can.includes(action);
  const publishable = may('PUBLISH') && (step.status !== 'PUBLISHED' || step.draft !== null);
  const primary = publishable ? 'PUBLISH' : may('EDIT') ? 'EDIT' : 'ADAPT';
  const variant = (action: StepAction) => (action === primary && !open ? 'filled' : 'default');

  function close() {
    document.getElementById(`action-${open}`)?.focus();
    setOpen(undefined);
  }

  if (step.can.length === 0) return null;
  return (
    <Stack className="no-print" gap="sm">
      <ErrorSummary problems={problems} onReload={props.onReload} />
      <Group gap="xs">
        {publishable && (
          <Button variant={variant('PUBLISH')} loading={busy} onClick={() => void send({ stepId: step.id, version: step.version })}>
            {step.draft ? 'Publish the changes' : 'Publish'}
          </Button>
        )}
        {may('EDIT') && (
          <ButtonLink to="/steps/$stepId/edit" params={{ stepId: step.id }} variant={variant('EDIT')}>
            Edit
          </ButtonLink>
        )}
        {may('ADAPT') && (
          <Button id="action-ADAPT" variant={variant('ADAPT')} aria-expanded={open === 'ADAPT'} onClick={() => setOpen('ADAPT')}>
            Adapt
          </Button>
        )}
        {may('PROPOSE') && (
          <Button id="action-PROPOSE" variant="default" aria-expanded={open === 'PROPOSE'} onClick={() => setOpen('PROPOSE')}>
            Propose to all schools
          </Button>
        )}
        {may('RETIRE') && (
          <Button id="action-RETIRE" variant="subtle" color="red" aria-expanded={open === 'RETIRE'} onClick={() => setOpen('RETIRE')}>
            Retire
          </Button>
        )}
      </Group>
      {open === 'ADAPT' && <AdaptPart step={step} onClose={close} />}
      {open === 'PROPOSE' && <ProposePart step={step} onClose={close} />}
      {open === 'RETIRE' && <RetirePart step={step} onClose={close} />}
    </Stack>
  );
}
