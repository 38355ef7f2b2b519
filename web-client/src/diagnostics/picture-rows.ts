import type { Strand } from '../gql/graphql';
import { halfTermName } from '../programme/half-terms';

type Point = { halfTerm: { name: string; firstDay: string; lastDay: string }; sure: number };
type Picture = { strand: Strand; points: readonly Point[] };

export type Row = { name: string; firstDay: string } & Partial<Record<Strand, number>>;

export const SURE = ['Not sure yet', 'A little sure', 'Fairly sure', 'Very sure'];

/** A row a half-term in which something was said, the oldest first. */
export function pictureRows(strands: readonly Picture[]): Row[] {
  const rows = new Map<string, Row>();
  for (const { strand, points } of strands) {
    for (const { halfTerm, sure } of points) {
      const row = rows.get(halfTerm.firstDay) ?? { name: halfTermName(halfTerm), firstDay: halfTerm.firstDay };
      row[strand] = sure;
      rows.set(halfTerm.firstDay, row);
    }
  }
  return [...rows.values()].sort((one, other) => one.firstDay.localeCompare(other.firstDay));
}

/** "Fairly sure", "A little to fairly sure"; no figures, which would look like marks. */
export function sureText(sure: number | undefined): string {
  if (sure === undefined) return 'Nothing said';
  const [low, high] = [SURE[Math.floor(sure) - 1] ?? '', SURE[Math.ceil(sure) - 1] ?? ''];
  return low === high ? low : `${low.replace(/ sure.*/, '')} to ${high.toLowerCase()}`;
}
