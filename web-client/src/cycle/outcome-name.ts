import type { StepOutcome } from '../gql/graphql';

const NAMES: Record<StepOutcome, string> = { WORKING_ON: 'Working on it', EMBEDDED: 'Embedded', REVISIT: 'To be revisited' };

export const outcomeName = (outcome: StepOutcome) => NAMES[outcome];
