/** Rows as the text of a CSV file. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}

// A cell that begins like a formula would be run by a spreadsheet.
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Saves a text as a file on the device. */
export function download(name: string, content: string, type: string) {
  // Without a byte order mark Excel reads a CSV file as if it were in the machine's old code page.
  const start = type.includes('csv') ? '\uFEFF' : '';
  const url = URL.createObjectURL(new Blob([start, content], { type: `${type};charset=utf-8` }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
