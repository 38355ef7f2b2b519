import { csvText } from '../components/csv';

export type Row = { name: string; ects: number; weeks: number; expected: number; held: number; coaching: number; missed: number };

/** The rows of a table for a spreadsheet, school weeks among them, which the table on the page has no room for. */
export function figuresText(first: string, rows: readonly Row[]): string {
  return csvText([
    [first, 'ECTs', 'School weeks', 'Due', 'Held', 'Coaching', 'Weeks missed'],
    ...rows.map(({ name, ects, weeks, expected, held, coaching, missed }) => [name, ...[ects, weeks, expected, held, coaching, missed].map(String)]),
  ]);
}
