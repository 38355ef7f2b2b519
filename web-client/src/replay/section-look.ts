import type { Phase, SectionKind } from '../gql/graphql';

// A section of the agenda is drawn in the colour and with the icon of the phase it serves.
const PHASES: Record<SectionKind, Phase> = {
  PRAISE_AND_REVIEW: 'OBSERVE',
  PROBE: 'OBSERVE',
  STEP: 'STEP',
  MODEL: 'STEP',
  SET_UP_PRACTICE: 'PRACTICE',
  PRACTICE_AND_FEEDBACK: 'PRACTICE',
  FOLLOW_UP: 'CLOSED',
};

export const phaseOfSection = (kind: SectionKind) => PHASES[kind];
