import { csvText } from '../components/csv';

export type FileProblemLine = { line: number | null; column: string | null; path: string | null; message: string };

/** "Line 4, column why" or the place in a CASE file; the whole file where neither is known. */
export function placeOf(problem: FileProblemLine): string {
  if (problem.path) return problem.path;
  const parts = [problem.line !== null && `Line ${problem.line}`, problem.column && `column “${problem.column}”`];
  return parts.filter(Boolean).join(', ') || 'The file';
}

/** The problems as rows of a spreadsheet, to hand to whoever made the file. */
export function problemRows(problems: readonly FileProblemLine[]): string {
  const rows = problems.map(({ line, column, path, message }) => [line === null ? '' : String(line), column ?? path ?? '', message]);
  return csvText([['Line', 'Place', 'Problem'], ...rows]);
}
