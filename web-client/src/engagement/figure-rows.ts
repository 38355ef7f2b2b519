import { csvText } from '../components/csv';

/** `coaching` is null for who may not know which meetings were pastoral. */
export type Row = {
  name: string;
  ects: number;
  weeks: number;
  expected: number;
  held: number;
  coaching: number | null;
  missed: number;
  study: DueAndDone;
  events: DueAndDone;
};
type DueAndDone = { due: number; done: number };

/** What the bars of a chart tell of. */
export type Shown = 'meetings' | 'study' | 'events';

export function bars(rows: readonly Row[], shown: Shown): Array<{ name: string; due: number; done: number }> {
  return rows.map(({ name, expected, held, ...row }) => (shown === 'meetings' ? { name, due: expected, done: held } : { name, ...row[shown] }));
}

export const tellsCoaching = (rows: readonly Row[]) => rows.some((row) => row.coaching !== null);

/** The rows of a table for a spreadsheet, school weeks among them, which the table on the page has no room for. */
export function figuresText(first: string, rows: readonly Row[]): string {
  const coachingToo = tellsCoaching(rows);
  return csvText([
    [
      ...[first, 'ECTs', 'School weeks', 'Meetings due', 'Meetings held', ...(coachingToo ? ['Coaching'] : []), 'Weeks missed'],
      ...['Self-study due', 'Self-study done', 'Events due', 'Events done'],
    ],
    ...rows.map(({ name, ects, weeks, expected, held, coaching, missed, study, events }) => [
      name,
      ...[ects, weeks, expected, held, ...(coachingToo ? [coaching] : []), missed].map(String),
      ...[study.due, study.done, events.due, events.done].map(String),
    ]),
  ]);
}
