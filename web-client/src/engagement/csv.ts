export type Row = { name: string; ects: number; weeks: number; expected: number; held: number; coaching: number; missed: number };

/** The rows of a table as a file for a spreadsheet; a name that a spreadsheet would take for a formula is kept as text. */
export function csvOf(first: string, rows: Row[]): string {
  const lines = rows.map((row) => [cell(row.name), row.ects, row.weeks, row.expected, row.held, row.coaching, row.missed].join(','));
  return [`${cell(first)},ECTs,School weeks,Due,Held,Coaching,Weeks missed`, ...lines].join('\r\n') + '\r\n';
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function saveAs(name: string, text: string) {
  // Spreadsheets know by the mark at the start that it is UTF-8.
  const url = URL.createObjectURL(new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
