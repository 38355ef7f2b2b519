import { Button, Group, Radio, Stack, Text, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { useChange } from '../api/use-change';
import { CoachAccessPart } from '../coach/coach-access-part';
import { TextLink } from '../components/button-link';
import { dayOf, dayText } from '../components/dates';
import { ErrorSummary } from '../components/error-summary';
import { PageTitle } from '../components/page-title';
import { graphql, readFragment, type FragmentType } from '../gql';
import type { StepOutcome } from '../gql/graphql';
import { SharedNote } from '../notes/shared-note';
import { ObservationRecord } from '../observation/observation-record';
import { WaitingChanges } from '../outbox/waiting-changes';
import { ScheduledLine } from '../schedule/scheduled-line';
import { ReflectionPart } from '../session/reflection-part';
import { RoundList } from '../session/round-list';
import { StepView } from '../step/step-view';
import { CycleVisits } from '../visits/cycle-visits';
import { useOpenCycle } from './cycle-context';
import { CancelCycle, ReviewStep } from './cycle-mutations';
import { LiveCycle } from './live-cycle';
import { NextThingButton } from './next-thing';
import { outcomeName } from './outcome-name';

const Overview = graphql(`
  fragment CycleOverview on CoachingCycle {
    id
    phase
    can
    closedAt
    sharedAt
    session {
      startedAt
    }
    comments {
      id
    }
    observation {
      ...ObservationRecord
    }
    step {
      outcome
      ...StepView
    }
    followUp {
      useOn
      where
      nextDropInOn
    }
    ...ScheduledLine
    ...RoundList
    ...ReflectionPart
    ...StepReview
    ...SharedNoteOfCycle
  }
`);

/** A cycle as a record: what was seen, the step, the rehearsals, what was agreed. */
export function CyclePage() {
  const { cycle: open } = useOpenCycle();
  const live = readFragment(LiveCycle, open);
  const cycle = readFragment(Overview, live);
  const over = cycle.phase === 'CLOSED' || cycle.phase === 'CANCELLED';
  return (
    <Stack gap="lg">
      <PageTitle>Overview of the cycle</PageTitle>
      {over ? (
        <Group>
          <Text>
            {cycle.phase === 'CLOSED' ? 'Closed' : 'Cancelled'} {cycle.closedAt && `on ${dayOf(cycle.closedAt)}`}
          </Text>
          {cycle.session && cycle.comments && (
            <TextLink to="/cycles/$cycleId/replay" params={{ cycleId: cycle.id }}>
              Look back on the session
            </TextLink>
          )}
        </Group>
      ) : (
        <NextThingButton cycle={live} />
      )}
      {!over && !cycle.session && <ScheduledLine cycle={cycle} />}
      <CoachAccessPart of="coach" cycle={live} />
      <WaitingChanges of={['reviewStep', 'cancelCycle']} />
      {cycle.can.includes('REVIEW_STEP') && <StepReviewForm cycle={cycle} />}
      <div className="columns">
        <Stack gap="lg">
          <section aria-labelledby="overview-step">
            <Title order={2} id="overview-step" mb="xs">
              Step
            </Title>
            {cycle.step ? (
              <>
                <StepView step={cycle.step} />
                <Text mt="sm">
                  <strong>{outcomeName(cycle.step.outcome)}</strong>
                </Text>
              </>
            ) : (
              <Text className="quiet">No step is chosen yet.</Text>
            )}
          </section>
          {cycle.followUp && (
            <section aria-labelledby="overview-follow-up">
              <Title order={2} id="overview-follow-up" mb="xs">
                Follow-up
              </Title>
              <Text>
                Used first on {dayText(cycle.followUp.useOn)}: {cycle.followUp.where}
              </Text>
              <Text>Next drop-in on {dayText(cycle.followUp.nextDropInOn)}</Text>
            </section>
          )}
          <ReflectionPart cycle={cycle} />
        </Stack>
        <Stack gap="lg">
          {cycle.observation && <ObservationRecord observation={cycle.observation} />}
          <SharedNote cycle={cycle} kind="OBSERVATION" label="Notes on the drop-in" folded />
          <RoundList cycle={cycle} />
          <CoachAccessPart of="pair" cycle={live} />
          <CycleVisits cycleId={cycle.id} />
        </Stack>
      </div>
      {cycle.can.includes('CANCEL') && <CancelPart cycleId={cycle.id} />}
    </Stack>
  );
}

const StepReview = graphql(`
  fragment StepReview on CoachingCycle {
    id
    step {
      outcome
    }
  }
`);

function StepReviewForm(props: { cycle: FragmentType<typeof StepReview> }) {
  const cycle = readFragment(StepReview, props.cycle);
  const { send, busy, problems } = useChange(ReviewStep, (data) => data.reviewStep);
  const [chosen, setChosen] = useState<StepOutcome>();
  const outcome = chosen ?? cycle.step?.outcome ?? 'WORKING_ON';
  return (
    <section className="card">
      <ErrorSummary problems={problems} />
      <Radio.Group label="How does the step stand?" value={outcome} onChange={(value) => setChosen(value as StepOutcome)}>
        <Group mt="xs" mb="md">
          {(['WORKING_ON', 'EMBEDDED', 'REVISIT'] as const).map((one) => (
            <Radio key={one} value={one} label={outcomeName(one)} />
          ))}
        </Group>
      </Radio.Group>
      <Button variant="default" loading={busy} disabled={outcome === cycle.step?.outcome} onClick={() => void send({ cycleId: cycle.id, outcome })}>
        Save how it stands
      </Button>
    </section>
  );
}

function CancelPart({ cycleId }: { cycleId: string }) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const { send, busy, problems } = useChange(CancelCycle, (data) => data.cancelCycle);
  if (!open) {
    return (
      <Button variant="subtle" color="red" style={{ alignSelf: 'flex-start' }} onClick={() => setOpen(true)}>
        Cancel this cycle
      </Button>
    );
  }
  return (
    <section className="card">
      <Stack>
        <ErrorSummary problems={problems} fields={{ reason: 'cancel-reason' }} />
        <Textarea id="cancel-reason" label="Why is it cancelled?" autoFocus value={reason} onChange={(event) => setReason(event.target.value)} />
        <Group>
          <Button color="red" loading={busy} onClick={() => void send({ cycleId, reason })}>
            Cancel the cycle for good
          </Button>
          <Button variant="default" onClick={() => setOpen(false)}>
            Keep it
          </Button>
        </Group>
      </Stack>
    </section>
  );
}
