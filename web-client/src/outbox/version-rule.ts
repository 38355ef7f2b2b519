import type { CyclePartsFragment } from '../gql/graphql';
import { changeOf } from './changes';
import { agree, partWords, sameWords, type Words } from './cycle-parts';
import { isSetAside, type WaitingChange } from './waiting-change';

const partOf = (change: WaitingChange) => changeOf(change.kind).part;

/** A change as it would have been made on the cycle as it is now. */
function basedOn(change: WaitingChange, now: CyclePartsFragment, there: Words): WaitingChange {
  return { ...change, input: { ...change.input, version: now.version }, base: there };
}

/**
 * What still waits, after one's own change was taken. It moves on to the version which that left, unless its part of the cycle says
 * something that neither was there when it was made nor comes from the change just taken: then somebody else was there.
 */
export function afterOwn(waiting: WaitingChange, taken: WaitingChange, now: CyclePartsFragment): WaitingChange {
  const part = partOf(waiting);
  if (!part || waiting.cycleId !== taken.cycleId) return waiting;
  const there = partWords(part, now);
  const mine = partOf(taken) === part && agree(taken.mine, there);
  return mine || (waiting.base && sameWords(waiting.base, there)) ? basedOn(waiting, now, there) : waiting;
}

/**
 * What becomes of a change that is based on an older version than the service has: it goes again when only other parts of the
 * cycle changed, there is nothing left to do when the same is there already, and else the person has to choose.
 */
export function afterConflict(change: WaitingChange, now: CyclePartsFragment): { again: WaitingChange } | 'there already' | { now: Words } {
  const part = partOf(change);
  if (!part) return { again: { ...change, input: { ...change.input, version: undefined } } };
  const there = partWords(part, now);
  if (agree(change.mine, there)) return 'there already';
  if (change.base && sameWords(change.base, there)) return { again: basedOn(change, now, there) };
  return { now: there };
}

/** The next change to send: in the order in which they were made, past those whose part of the cycle, or for which all, is set aside. */
export function nextToSend(changes: WaitingChange[]): WaitingChange | undefined {
  return changes.find((change) => !isSetAside(change) && !changes.some((earlier) => holdsUp(earlier, change)));
}

function holdsUp(earlier: WaitingChange, later: WaitingChange) {
  if (!isSetAside(earlier) || earlier.number > later.number || earlier.cycleId !== later.cycleId) return false;
  const { part, concludes } = changeOf(later.kind);
  if (changeOf(earlier.kind).begins) return true;
  return concludes === true || (part !== undefined && part === partOf(earlier));
}
