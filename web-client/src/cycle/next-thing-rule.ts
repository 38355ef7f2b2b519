import type { CycleAction, CycleKind, Phase } from '../gql/graphql';

type Facts = {
  kind: CycleKind;
  phase: Phase;
  can: readonly CycleAction[];
  evidence: number;
  hasStep: boolean;
  hasPlan: boolean;
  shared: boolean;
  running: boolean;
};

type Path = '/cycles/$cycleId' | '/cycles/$cycleId/observation' | '/cycles/$cycleId/step' | '/cycles/$cycleId/plan' | '/cycles/$cycleId/session';

/** What comes next in a cycle, for this viewer: one thing, never a list. */
export function nextThing(cycle: Facts): { label: string; to: Path } {
  const may = (action: CycleAction) => cycle.can.includes(action);
  if (cycle.phase === 'CLOSED' || cycle.phase === 'CANCELLED') return { label: 'Look at the cycle', to: '/cycles/$cycleId' };
  if (cycle.running) return { label: may('RUN_SESSION') ? 'Continue the session' : 'Join the session', to: '/cycles/$cycleId/session' };
  if (cycle.phase === 'OBSERVE' && cycle.evidence === 0) {
    return { label: cycle.kind === 'COACHING_FOR_MENTORS' ? 'Note what you saw' : 'Continue the drop-in', to: '/cycles/$cycleId/observation' };
  }
  if (!cycle.hasStep) return { label: 'Choose a step', to: '/cycles/$cycleId/step' };
  if (!cycle.hasPlan) return { label: 'Plan the session', to: '/cycles/$cycleId/plan' };
  if (!cycle.shared) return { label: 'Share the plan', to: '/cycles/$cycleId/plan' };
  if (may('START_SESSION')) return { label: 'Go to the session', to: '/cycles/$cycleId/session' };
  return { label: 'Look at the plan', to: '/cycles/$cycleId/plan' };
}
