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
  return [['Line', 'Place', 'Problem'], ...rows].map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}

// A cell that begins like a formula would be run by a spreadsheet.
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
