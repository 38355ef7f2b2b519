import type { ExchangeFormat } from '../gql/graphql';

const MOST_CHARACTERS = 8_000_000;

export type ImportFile = { name: string; format: ExchangeFormat; content: string };

/** By the end of the name; where that says nothing, by what the text begins with. */
export function formatOf(name: string, content: string): ExchangeFormat {
  if (/\.csv$/i.test(name)) return 'CSV';
  if (/\.json$/i.test(name)) return 'CASE';
  return content.trimStart().startsWith('{') ? 'CASE' : 'CSV';
}

/** The text of a file. Spreadsheets still save as Windows-1252 or UTF-16 at times; a byte order mark is left out. */
export function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Why a file cannot be sent at all; undefined when it can. */
export function refusalOf(content: string): string | undefined {
  if (!content.trim()) return 'There is nothing in this file.';
  if (content.length > MOST_CHARACTERS) return 'This file is longer than 8,000,000 characters. Split it and import the parts one after the other.';
  return undefined;
}

/** "School steps 2026!" as the name of a file: "school-steps-2026.csv" */
export function exportName(title: string, format: ExchangeFormat): string {
  const name = title.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  return `${name || 'step-bank'}.${format === 'CSV' ? 'csv' : 'json'}`;
}
