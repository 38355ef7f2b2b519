import type { SchoolPhase, Subject } from '../gql/graphql';
import { fit, type Suits } from '../diagnostics/suits';
import { SCHOOL_PHASES } from './step-words';

type Model = { phase: SchoolPhase; subject: Subject; lesson: string; text: string };
type Named = Pick<Model, 'phase' | 'lesson'>;

/** "Secondary: Year 10 chemistry, ionic bonding" */
export const modelName = (model: Named) => `${SCHOOL_PHASES[model.phase]}: ${model.lesson}`;

/** More than anything that suits an ECT: what is looked for on purpose comes first. */
const LOOKED_FOR = 8;

/** The model to show first: the one that fits the most of what was looked for, then what suits the ECT, the earliest of several. */
export function bestModel(models: readonly Model[], wanted: { phase: SchoolPhase | ''; subject: Subject | ''; suits?: Suits | undefined }): number {
  const { phase, subject, suits } = wanted;
  const fits = models.map(
    (model) => LOOKED_FOR * (Number(model.phase === phase) + Number(model.subject === subject)) + (suits ? fit(model, suits) : 0),
  );
  return Math.max(0, fits.indexOf(Math.max(...fits)));
}
