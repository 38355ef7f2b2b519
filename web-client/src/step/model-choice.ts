import type { SchoolPhase, Subject } from '../gql/graphql';
import { SCHOOL_PHASES } from './step-words';

type Model = { phase: SchoolPhase; subject: Subject; lesson: string };

/** "Secondary: Year 10 chemistry, ionic bonding" */
export const modelName = (model: Model) => `${SCHOOL_PHASES[model.phase]}: ${model.lesson}`;

/** The model to show first: the one that fits the most of what was looked for, the earliest of several. */
export function bestModel(models: readonly Model[], wanted: { phase: SchoolPhase | ''; subject: Subject | '' }): number {
  const fits = models.map((model) => Number(model.phase === wanted.phase) + Number(model.subject === wanted.subject));
  return Math.max(0, fits.indexOf(Math.max(...fits)));
}
