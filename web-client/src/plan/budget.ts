/** How the minutes of an agenda fit the meeting. */
export type Budget = { total: number; left: number; text: string; fits: boolean };

export function budgetOf(minutes: readonly number[], budgetMinutes: number): Budget {
  const total = minutes.reduce((sum, one) => sum + one, 0);
  const left = budgetMinutes - total;
  return { total, left, fits: left >= 0, text: `${total} of ${budgetMinutes} minutes planned, ${rest(left)}` };
}

function rest(left: number): string {
  if (left === 0) return 'none left';
  return left > 0 ? `${left} left` : `${-left} too many`;
}

/** The list with the item at `index` moved one place up (-1) or down (1); unchanged at the ends. */
export function moved<T>(list: readonly T[], index: number, by: -1 | 1): T[] {
  const to = index + by;
  const result = [...list];
  const item = result[index];
  const other = result[to];
  if (item === undefined || other === undefined) return result;
  result[index] = other;
  result[to] = item;
  return result;
}

/** Anything but digits is left out; nothing typed counts as none and is for the service to refuse. */
export function minutesIn(text: string): number {
  return Number(text.replace(/\D/g, '').slice(0, 3));
}
