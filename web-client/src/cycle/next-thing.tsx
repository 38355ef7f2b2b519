import { ButtonLink } from '../components/button-link';
import { graphql, readFragment, type FragmentType } from '../gql';
import { nextThing } from './next-thing-rule';

export const NextThing = graphql(`
  fragment NextThing on CoachingCycle {
    id
    kind
    phase
    can
    sharedAt
    observation {
      evidence {
        id
      }
    }
    step {
      title
      outcome
    }
    plan {
      totalMinutes
    }
    session {
      startedAt
      endedAt
    }
  }
`);

/** The one thing to do next in a cycle, as the page's primary action. */
export function NextThingButton({ cycle: masked, variant = 'filled' }: { cycle: FragmentType<typeof NextThing>; variant?: 'filled' | 'default' }) {
  const cycle = readFragment(NextThing, masked);
  const thing = nextThing({
    kind: cycle.kind,
    phase: cycle.phase,
    can: cycle.can,
    evidence: cycle.observation?.evidence.length ?? 0,
    hasStep: cycle.step !== null,
    hasPlan: cycle.plan !== null,
    shared: cycle.sharedAt !== null,
    running: Boolean(cycle.session && !cycle.session.endedAt),
  });
  return (
    <ButtonLink to={thing.to} params={{ cycleId: cycle.id }} variant={variant} style={{ alignSelf: 'flex-start' }}>
      {thing.label}
    </ButtonLink>
  );
}

