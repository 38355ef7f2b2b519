import { Button, Stack, Text } from '@mantine/core';
import { useChange } from '../api/use-change';
import { ButtonLink, TextLink } from '../components/button-link';
import { timeOf } from '../components/dates';
import { ErrorSummary } from '../components/error-summary';
import { PageTitle } from '../components/page-title';
import { RemoveEvidence } from '../cycle/cycle-mutations';
import { useOpenCycle } from '../cycle/cycle-context';
import { LiveCycle } from '../cycle/live-cycle';
import { graphql, readFragment, type FragmentType } from '../gql';
import { useWaiting } from '../outbox/use-waiting';
import { WaitingState } from '../outbox/waiting-state';
import { SharedNote } from '../notes/shared-note';
import { LessonLine } from './lesson-line';
import { Noting } from './noting';
import { ObservationRecord } from './observation-record';
import { WaitingNotes } from './waiting-notes';

const Screen = graphql(`
  fragment ObservationScreen on CoachingCycle {
    id
    kind
    can
    sharedAt
    step {
      title
    }
    reviewedSession {
      id
    }
    observation {
      ...ObservationRecord
    }
    ...LessonLine
    ...EvidenceAndPraise
    ...SharedNoteOfCycle
  }
`);

/** The drop-in: notes of what was seen and heard while it happens, and what to praise. */
export function ObservationPage() {
  const { cycle: open, reload } = useOpenCycle();
  const cycle = readFragment(Screen, readFragment(LiveCycle, open));
  if (!cycle.observation) {
    return (
      <Stack>
        <PageTitle>Drop-in</PageTitle>
        <Text>The notes of the drop-in stay with the pair.</Text>
      </Stack>
    );
  }
  const mayWrite = cycle.can.includes('OBSERVE');
  const ofMentor = cycle.kind === 'COACHING_FOR_MENTORS';
  return (
    <Stack gap="lg">
      <PageTitle>{ofMentor ? 'What was seen' : 'Drop-in'}</PageTitle>
      <LessonLine cycle={cycle} onReload={reload} />
      {cycle.reviewedSession && (
        <TextLink to="/cycles/$cycleId/replay" params={{ cycleId: cycle.reviewedSession.id }}>
          Look back on that session
        </TextLink>
      )}
      {mayWrite ? <EvidenceAndPraise cycle={cycle} /> : <ObservationRecord observation={cycle.observation} />}
      <SharedNote cycle={cycle} kind="OBSERVATION" label={ofMentor ? 'Notes on what was seen' : 'Notes on the drop-in'} description={whoTypes(cycle.sharedAt !== null)} />
    </Stack>
  );
}

const whoTypes = (shared: boolean) =>
  shared ? 'The two of you type here at the same time.' : 'Only you see it until you share the cycle; from then on you both type here.';

const Notes = graphql(`
  fragment EvidenceAndPraise on CoachingCycle {
    id
    sharedAt
    can
    step {
      title
    }
    observation {
      evidence {
        id
        at
        text
      }
      praise {
        id
        text
      }
    }
  }
`);

function EvidenceAndPraise(props: { cycle: FragmentType<typeof Notes> }) {
  const cycle = readFragment(Notes, props.cycle);
  const waitingEvidence = useWaiting('recordEvidence');
  const waitingPraise = useWaiting('recordPraise');
  const evidence = cycle.observation?.evidence ?? [];
  const praise = cycle.observation?.praise ?? [];
  return (
    <>
      <Noting
        cycleId={cycle.id}
        evidence={
          <>
            {evidence.map((note) => (
              <li key={note.id} className="timed-note">
                <time dateTime={note.at}>{timeOf(note.at)}</time>
                <span className="typed">{note.text}</span>
                {cycle.sharedAt === null && <RemoveNote cycleId={cycle.id} note={note} />}
              </li>
            ))}
            <WaitingNotes notes={waitingEvidence} />
          </>
        }
        praise={
          <>
            {praise.map((note) => (
              <li key={note.id} className="typed card">
                {note.text}
              </li>
            ))}
            <WaitingNotes notes={waitingPraise} />
          </>
        }
        hint={
          evidence.length + waitingEvidence.length === 0 && (
            <Text className="quiet">No notes yet. One at least is needed to choose a step from.</Text>
          )
        }
      />
      {evidence.length > 0 && cycle.can.includes('CHOOSE_STEP') && (
        <ButtonLink to="/cycles/$cycleId/step" params={{ cycleId: cycle.id }} style={{ alignSelf: 'flex-start' }} variant="light">
          {cycle.step ? 'Look at the step' : 'Choose a step'}
        </ButtonLink>
      )}
    </>
  );
}

function RemoveNote({ cycleId, note }: { cycleId: string; note: { id: string; at: string; text: string } }) {
  const { send, busy, problems } = useChange(RemoveEvidence, (data) => data.removeEvidence);
  const removal = useWaiting('removeEvidence').find((change) => change.input.evidenceNoteId === note.id && change.state !== 'new');
  if (removal) {
    return (
      <div>
        <Text size="sm">To be removed</Text>
        <WaitingState change={removal} />
      </div>
    );
  }
  return (
    <div>
      <Button
        variant="subtle"
        size="compact-sm"
        loading={busy}
        aria-label={`Remove note of ${timeOf(note.at)}: ${note.text.slice(0, 40)}`}
        onClick={() => void send({ cycleId, evidenceNoteId: note.id })}
      >
        Remove
      </Button>
      <ErrorSummary problems={problems} />
    </div>
  );
}
