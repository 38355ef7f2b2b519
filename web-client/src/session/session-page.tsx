import { Button, Stack, Text } from '@mantine/core';
import { useChange } from '../api/use-change';
import { dayOf, timeOf } from '../components/dates';
import { ErrorSummary } from '../components/error-summary';
import { PageTitle } from '../components/page-title';
import { PhaseBadge } from '../components/phase-badge';
import { useOpenCycle } from '../cycle/cycle-context';
import { LiveCycle } from '../cycle/live-cycle';
import { graphql, readFragment } from '../gql';
import { StepView } from '../step/step-view';
import { AgendaPart } from './agenda';
import { ClosePart } from './close-part';
import { FollowUpPart } from './follow-up-part';
import { ReflectionPart } from './reflection-part';
import { RoundForms } from './round-forms';
import { RoundList } from './round-list';
import { SessionNotes } from './session-notes';
import { SessionWarnings } from './session-warnings';

const Screen = graphql(`
  fragment SessionScreen on CoachingCycle {
    id
    can
    phase
    sharedAt
    plan {
      totalMinutes
    }
    session {
      startedAt
      endedAt
    }
    step {
      ...StepView
    }
    ...SessionWarnings
    ...SessionAgenda
    ...RoundList
    ...RoundForms
    ...FollowUpPart
    ...ClosePart
    ...ReflectionPart
    ...SessionNotes
  }
`);

/** The meeting, on one page for both: agenda and clock, step, rounds, follow-up. Each sees the other's changes at once. */
export function SessionPage() {
  const { cycle: open, reload } = useOpenCycle();
  const cycle = readFragment(Screen, readFragment(LiveCycle, open));
  if (!cycle.session) return <BeforeSession cycleId={cycle.id} mayStart={cycle.can.includes('START_SESSION')} planned={cycle.plan !== null} shared={cycle.sharedAt !== null} />;
  return (
    <Stack gap="lg">
      <div>
        <PageTitle>Session</PageTitle>
        <Text role="status" aria-label="Phase">
          <PhaseBadge phase={cycle.phase} />
        </Text>
        <Text className="quiet">
          {dayOf(cycle.session.startedAt)}, began at {timeOf(cycle.session.startedAt)}
          {cycle.session.endedAt && `, ended at ${timeOf(cycle.session.endedAt)}`}
        </Text>
        <SessionWarnings cycle={cycle} />
      </div>
      <div className="columns">
        <Stack gap="lg">
          <AgendaPart cycle={cycle} />
          {cycle.step && <StepView step={cycle.step} />}
          <SessionNotes cycle={cycle} />
        </Stack>
        <Stack gap="lg">
          <RoundList cycle={cycle} />
          <RoundForms cycle={cycle} />
          <FollowUpPart cycle={cycle} onReload={reload} />
          <ReflectionPart cycle={cycle} />
          <ClosePart cycle={cycle} />
        </Stack>
      </div>
    </Stack>
  );
}

const StartSession = graphql(`
  mutation StartSession($input: StartSessionInput!) {
    startSession(input: $input) {
      cycle {
        id
        ...LiveCycle
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

function BeforeSession({ cycleId, mayStart, planned, shared }: { cycleId: string; mayStart: boolean; planned: boolean; shared: boolean }) {
  const { send, busy, problems } = useChange(StartSession, (data) => data.startSession);
  return (
    <Stack gap="lg" align="flex-start">
      <PageTitle>Session</PageTitle>
      <ErrorSummary problems={problems} />
      <Text role="status">{waitingFor(planned, shared, mayStart)}</Text>
      {mayStart && (
        <Button loading={busy} onClick={() => void send({ cycleId })}>
          Start the session
        </Button>
      )}
    </Stack>
  );
}

function waitingFor(planned: boolean, shared: boolean, mayStart: boolean): string {
  if (!planned) return 'The session is not planned yet.';
  if (!shared) return 'Share the plan first; then the session can start.';
  return mayStart ? 'Start when you are both here.' : 'The session has not started yet. This page changes by itself when it does.';
}
