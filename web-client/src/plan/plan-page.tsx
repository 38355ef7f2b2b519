import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { ButtonLink } from '../components/button-link';
import { PageTitle } from '../components/page-title';
import { useOpenCycle } from '../cycle/cycle-context';
import { LiveCycle } from '../cycle/live-cycle';
import { graphql, readFragment } from '../gql';
import { WaitingChanges } from '../outbox/waiting-changes';
import { SharedNote } from '../notes/shared-note';
import { PlanEditor } from './plan-editor';
import { PlanView } from './plan-view';
import { SchedulePart } from '../schedule/schedule-part';
import { SharePart } from './share-part';

const Screen = graphql(`
  fragment PlanScreen on CoachingCycle {
    id
    can
    sharedAt
    plan {
      ...PlanView
      totalMinutes
    }
    ...PlanEditor
    ...SharePart
    ...SchedulePart
    ...SharedNoteOfCycle
  }
`);

/** The agenda of the session: written by the mentor, then shared with the ECT. */
export function PlanPage() {
  const { cycle: open, reload } = useOpenCycle();
  const cycle = readFragment(Screen, readFragment(LiveCycle, open));
  const [editing, setEditing] = useState(false);
  const may = cycle.can.includes('PLAN_SESSION');
  const notes = <SharedNote cycle={cycle} kind="PLAN" label="Notes on the plan" description="The two of you type here at the same time, once it is shared." />;
  if (may && (editing || !cycle.plan)) {
    return (
      <Stack gap="lg">
        <PageTitle>Plan the session</PageTitle>
        <WaitingChanges of={['planSession']} />
        <PlanEditor cycle={cycle} onDone={() => setEditing(false)} onReload={reload} />
        <SchedulePart cycle={cycle} />
        {notes}
      </Stack>
    );
  }
  return (
    <Stack gap="lg">
      <PageTitle>Plan of the session</PageTitle>
      <WaitingChanges of={['planSession']} />
      {cycle.plan ? <PlanView plan={cycle.plan} /> : <Text>The session is not planned yet.</Text>}
      <SchedulePart cycle={cycle} />
      <SharePart cycle={cycle} onEdit={may ? () => setEditing(true) : undefined} />
      {cycle.sharedAt && cycle.can.includes('START_SESSION') && (
        <ButtonLink to="/cycles/$cycleId/session" params={{ cycleId: cycle.id }} style={{ alignSelf: 'flex-start' }}>
          Go to the session
        </ButtonLink>
      )}
      {cycle.plan && notes}
    </Stack>
  );
}
