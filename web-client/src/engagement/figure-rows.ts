import { csvText } from '../components/csv';

/** `coaching` is null for who may not know which meetings were pastoral. */
export type Row = { name: string; ects: number; weeks: number; expected: number; held: number; coaching: number | null; missed: number };

export const tellsCoaching = (rows: readonly Row[]) => rows.some((row) => row.coaching !== null);

/** The rows of a table for a spreadsheet, school weeks among them, which the table on the page has no room for. */
export function figuresText(first: string, rows: readonly Row[]): string {
  const coachingToo = tellsCoaching(rows);
  return csvText([
    [first, 'ECTs', 'School weeks', 'Due', 'Held', ...(coachingToo ? ['Coaching'] : []), 'Weeks missed'],
    ...rows.map(({ name, ects, weeks, expected, held, coaching, missed }) => [
      name,
      ...[ects, weeks, expected, held, ...(coachingToo ? [coaching] : []), missed].map(String),
    ]),
  ]);
}
