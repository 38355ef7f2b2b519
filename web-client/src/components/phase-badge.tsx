import { IconCheck, IconEye, IconMessage2, IconRepeat, IconStairsUp, IconX } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import type { Phase } from '../gql/graphql';

// One colour, icon and word for each phase, everywhere.
const PHASES = {
  OBSERVE: { name: 'Observe', colour: 'var(--phase-observe)', Icon: IconEye },
  STEP: { name: 'Step', colour: 'var(--phase-step)', Icon: IconStairsUp },
  PRACTICE: { name: 'Practice', colour: 'var(--phase-practice)', Icon: IconRepeat },
  FEEDBACK: { name: 'Feedback', colour: 'var(--phase-feedback)', Icon: IconMessage2 },
  CLOSED: { name: 'Closed', colour: 'var(--phase-done)', Icon: IconCheck },
  CANCELLED: { name: 'Cancelled', colour: 'var(--phase-done)', Icon: IconX },
} as const;

export function phaseName(phase: Phase): string {
  return PHASES[phase].name;
}

/** For whatever is drawn in the colour of a phase: it is `--phase-colour` there. */
export function phaseStyle(phase: Phase): CSSProperties {
  return { '--phase-colour': PHASES[phase].colour } as CSSProperties;
}

export function PhaseIcon({ phase, size = 20 }: { phase: Phase; size?: number }) {
  const { Icon } = PHASES[phase];
  return <Icon size={size} aria-hidden />;
}

export function PhaseBadge({ phase }: { phase: Phase }) {
  const { name } = PHASES[phase];
  return (
    <span className="phase" style={phaseStyle(phase)}>
      <PhaseIcon phase={phase} />
      {name}
    </span>
  );
}
