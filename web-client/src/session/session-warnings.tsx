import { Button, Text, VisuallyHidden } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { useDraft } from '../api/use-draft';
import { graphql, readFragment, type FragmentType } from '../gql';
import { useNow } from './use-now';
import { warningFor, type WarningId } from './warning-rule';

const Warnings = graphql(`
  fragment SessionWarnings on CoachingCycle {
    id
    can
    plan {
      budgetMinutes
      sections {
        id
        kind
        minutes
      }
    }
    session {
      startedAt
      endedAt
      sections {
        sectionId
        startedAt
        endedAt
      }
    }
    rounds {
      id
    }
    followUp {
      useOn
    }
  }
`);

const NONE: WarningId[] = [];

/** One gentle warning at a time for whoever runs the session. What is put away stays away in this meeting, on this device. */
export function SessionWarnings(props: { cycle: FragmentType<typeof Warnings> }) {
  const cycle = readFragment(Warnings, props.cycle);
  const { plan, session } = cycle;
  const mayRun = cycle.can.includes('RUN_SESSION');
  const now = useNow(mayRun);
  const { value: putAway, set: setPutAway } = useDraft(`${cycle.id}.warnings-put-away`, NONE);
  if (!mayRun || !plan || !session) return null;
  const warning = warningFor(
    {
      can: cycle.can,
      startedAt: session.startedAt,
      endedAt: session.endedAt,
      meetingMinutes: plan.budgetMinutes,
      sections: plan.sections,
      runs: session.sections,
      rounds: cycle.rounds.length,
      followUpAgreed: cycle.followUp !== null,
    },
    putAway,
    now,
  );
  const put = (id: WarningId) => {
    setPutAway([...putAway, id]);
    // The button goes with its warning; the focus goes on to what follows.
    document.getElementById('agenda')?.focus({ preventScroll: true });
  };

  return (
    <div className="warning-place">
      <VisuallyHidden role="status" aria-label="Warning">
        {warning?.spoken}
      </VisuallyHidden>
      {warning && (
        <div className="warning">
          <IconClock size={20} aria-hidden />
          <Text>{warning.text}</Text>
          <Button key={warning.id} variant="subtle" size="compact-md" aria-label={`Put away: ${warning.text}`} onClick={() => put(warning.id)}>
            Put away
          </Button>
        </div>
      )}
    </div>
  );
}
