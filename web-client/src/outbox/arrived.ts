import type { CyclePartsFragment } from '../gql/graphql';
import { changeOf, type ChangeKind } from './changes';
import { agree, partWords } from './cycle-parts';
import type { WaitingChange } from './waiting-change';

type Note = { id: string; text: string };

/** What changes of a kind add to: the notes, rounds or feedback that a cycle has. */
export function notesOf(kind: ChangeKind, cycle: CyclePartsFragment): Note[] {
  switch (kind) {
    case 'recordEvidence':
      return [...(cycle.observation?.evidence ?? [])];
    case 'recordPraise':
      return [...(cycle.observation?.praise ?? [])];
    case 'logPracticeRound':
      return cycle.rounds.map(({ id, rehearsed }) => ({ id, text: rehearsed }));
    case 'giveFeedback':
      return cycle.rounds.flatMap(({ id, feedback }) => (feedback ? [{ id, text: feedback.text }] : []));
    default:
      return [];
  }
}

/**
 * Without the changes that the cycle has already: their reply was lost, but an event brought what they did. They still wait to be
 * answered, and are not to be seen twice meanwhile.
 */
export function notArrived(changes: WaitingChange[], cycle: CyclePartsFragment): WaitingChange[] {
  const taken = new Set<string>();
  return changes.filter((change) => {
    if (change.state !== 'new' && change.state !== 'waiting') return true;
    const { part } = changeOf(change.kind);
    if (part) return !agree(change.mine, partWords(part, cycle));
    const text = Object.values(change.mine)[0];
    const arrived = notesOf(change.kind, cycle).find((note) => note.text === text && !change.known.includes(note.id) && !taken.has(note.id));
    if (arrived) taken.add(arrived.id);
    return !arrived;
  });
}
