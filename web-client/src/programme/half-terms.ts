import type { SchoolRole } from '../gql/graphql';

type HalfTerm = { name: string; firstDay: string; lastDay: string };
type Item = { halfTerm?: HalfTerm | null; dueBy?: string | null; completedOn?: string | null };

export type Group<T> = { halfTerm: HalfTerm | null; items: T[] };

/** What is to be studied, by the half-term in which it begins; what has no time yet comes last. */
export function byHalfTerm<T extends Item>(items: readonly T[]): Group<T>[] {
  const groups: Group<T>[] = [];
  for (const item of items) {
    const known = groups.find((group) => group.halfTerm?.firstDay === item.halfTerm?.firstDay);
    if (known) known.items.push(item);
    else groups.push({ halfTerm: item.halfTerm ?? null, items: [item] });
  }
  return groups.sort((one, other) => (one.halfTerm?.firstDay ?? '9').localeCompare(other.halfTerm?.firstDay ?? '9'));
}

/** "Autumn 1, 2026" */
export const halfTermName = (halfTerm: HalfTerm) => `${halfTerm.name}, ${halfTerm.firstDay.slice(0, 4)}`;

/** Open are the present half-term, or the next one in holidays, and every earlier one in which something is left to do. */
export function isOpen<T extends Item>(group: Group<T>, groups: readonly Group<T>[], today: string): boolean {
  if (!group.halfTerm) return false;
  const present = groups.find((one) => one.halfTerm && one.halfTerm.lastDay >= today);
  return group === present || (group.halfTerm.lastDay < today && group.items.some((item) => isBehind(item, today)));
}

export const isBehind = (item: Item, today: string) => Boolean(item.dueBy && item.dueBy < today && !item.completedOn);

/** "4 of 5 completed" */
export const completedText = (items: readonly Item[]) => `${items.filter((item) => item.completedOn).length} of ${items.length} completed`;

/** A mentor's modules may be taken up at any time: only an ECT's have half-terms of their own. */
export const isPaced = (role: SchoolRole) => role === 'ECT';
