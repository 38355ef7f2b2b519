import { csvText } from '../components/csv';

const HEADINGS = ['name', 'email', 'trn', 'role', 'started on', 'finished on', 'working pattern', 'mentor email', 'mentorship started on'];

/** What each column of a file of people holds. */
export const COLUMNS: ReadonlyArray<[string, string]> = [
  ['name', 'Name by which colleagues know them.'],
  ['email', 'They sign in with it, and are found again by it.'],
  ['trn', 'Teacher reference number, seven digits. May be empty.'],
  ['role', 'ECT or Mentor; an administrator may enter Tutor. Who has two roles has two rows.'],
  ['started on', 'First day at the school, like 14/09/2026.'],
  ['finished on', 'Last day at the school. Mostly empty.'],
  ['working pattern', 'Full time or part time, for an ECT. May be empty.'],
  ['mentor email', 'Of an ECT’s mentor, who has a row too or is registered. May be empty.'],
  ['mentorship started on', 'Empty for the first day on which both are there.'],
  ['school urn', 'Only in a file for several schools.'],
  ['school name', 'Only for an administrator who registers a school by the file.'],
];

/** A file to begin with: an ECT and their mentor as examples. */
export function rosterTemplate(): string {
  return csvText([
    HEADINGS,
    ['Ana Example', 'ana@example.org', '1234567', 'ECT', '01/09/2026', '', 'full time', 'mel@example.org', ''],
    ['Mel Example', 'mel@example.org', '', 'Mentor', '01/09/2026', '', '', '', ''],
  ]);
}
