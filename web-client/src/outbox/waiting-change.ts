import type { ShownProblem } from '../api/use-change';
import type { ChangeKind } from './changes';
import type { Words } from './cycle-parts';

/** A change on its way to the service: kept on this device until the service has it, under one id so that it arrives once. */
export type WaitingChange = {
  /** The `clientMutationId` of every try. */
  id: string;
  /** Its place in the order in which changes were made; the store gives it. */
  number: number;
  cycleId: string;
  /** Whom it is about. */
  about: string;
  kind: ChangeKind;
  input: { cycleId: string; version?: number | null; [field: string]: unknown };
  madeAt: string;
  /** What it says, field by field. */
  mine: Words;
  /** What was there when it was made; null when the screen showed something older, so that nothing can be said about it. */
  base: Words | null;
  /** What a list of notes held when it was made, to tell whether it arrived although the reply was lost. */
  known: string[];
  /** `new` until the first try is answered, so that what takes a moment is not announced as waiting. */
  state: 'new' | 'waiting' | 'refused' | 'conflict';
  problems: ShownProblem[];
  /** In a conflict, what is there now. */
  now: Words | null;
};

export const isSetAside = (change: WaitingChange) => change.state === 'refused' || change.state === 'conflict';
