import { Button, Group, Stack, Text } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { ButtonLink } from '../components/button-link';
import { PageTitle } from '../components/page-title';
import { useOpenCycle } from '../cycle/cycle-context';
import { LiveCycle } from '../cycle/live-cycle';
import { graphql, readFragment } from '../gql';
import { useWaiting } from '../outbox/use-waiting';
import { WaitingChanges } from '../outbox/waiting-changes';
import { OwnStepForm } from './own-step-form';
import { StepFinder } from './step-finder';
import { StepView } from './step-view';
import { TailorStepForm } from './tailor-step-form';

const Screen = graphql(`
  fragment StepScreen on CoachingCycle {
    id
    version
    can
    observation {
      evidence {
        id
        at
        text
      }
    }
    step {
      ...StepView
      title
    }
    plan {
      totalMinutes
    }
    ...StepFinder
    ...TailorStep
  }
`);

type Way = 'find' | 'own' | 'tailor' | 'read';

/** Choosing one step, from the bank or in the mentor's own words, then fitting it to the ECT. */
export function StepPage() {
  const { cycle: open, reload } = useOpenCycle();
  const cycle = readFragment(Screen, readFragment(LiveCycle, open));
  const { look } = useSearch({ from: '/cycles/$cycleId/step' });
  const navigate = useNavigate({ from: '/cycles/$cycleId/step' });
  const [wanted, setWanted] = useState<Way>();
  const [model, setModel] = useState<string>();
  // A step that still waits to be chosen cannot be tailored: what is here is the one before it.
  const choiceWaits = useWaiting('chooseStep').some((change) => change.state !== 'new');
  const may = cycle.can.includes('CHOOSE_STEP');
  const way: Way = !may ? 'read' : (wanted ?? (cycle.step ? 'read' : 'find'));
  const evidence = cycle.observation?.evidence ?? [];

  function chosen(pickedModel: string) {
    setModel(pickedModel);
    setWanted('tailor');
    void navigate({ search: {}, replace: true });
  }

  function tailored() {
    setModel(undefined);
    setWanted('read');
  }

  if (way === 'find') {
    return (
      <Stack gap="lg">
        <PageTitle>Choose a step</PageTitle>
        <WaitingChanges of={['chooseStep']} />
        {!look && (
          <Group>
            <Button variant="default" onClick={() => setWanted('own')}>
              Write your own step
            </Button>
            {cycle.step && (
              <Button variant="subtle" onClick={() => setWanted('read')}>
                Keep the chosen step
              </Button>
            )}
          </Group>
        )}
        <StepFinder cycle={cycle} look={look} onChosen={chosen} onReload={reload} />
      </Stack>
    );
  }
  if (way === 'own') {
    return (
      <Stack gap="lg">
        <PageTitle>Write your own step</PageTitle>
        <OwnStepForm cycleId={cycle.id} version={cycle.version} evidence={evidence} onChosen={() => setWanted('read')} onBack={() => setWanted('find')} onReload={reload} />
      </Stack>
    );
  }
  if (way === 'tailor' && cycle.step && !choiceWaits) {
    return (
      <Stack gap="lg">
        <PageTitle>Tailor the step</PageTitle>
        <TailorStepForm cycle={cycle} model={model} onDone={tailored} onReload={reload} />
      </Stack>
    );
  }
  return (
    <Stack gap="lg">
      <PageTitle>Step</PageTitle>
      <WaitingChanges of={['chooseStep', 'tailorStep']} />
      {cycle.step ? <StepView step={cycle.step} /> : <Text>No step is chosen yet.</Text>}
      {may && cycle.step && (
        <Group>
          {cycle.can.includes('PLAN_SESSION') && (
            <ButtonLink to="/cycles/$cycleId/plan" params={{ cycleId: cycle.id }}>
              {cycle.plan ? 'Look at the plan' : 'Plan the session'}
            </ButtonLink>
          )}
          {!choiceWaits && (
            <Button variant="default" onClick={() => setWanted('tailor')}>
              Tailor this step
            </Button>
          )}
          <Button variant="default" onClick={() => setWanted('find')}>
            Choose another step
          </Button>
        </Group>
      )}
    </Stack>
  );
}
