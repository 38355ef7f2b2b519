import type { StepReasonKind } from '../gql/graphql';

/** What a reason rests on, in as few words as a line on a phone holds. */
export const REASONS: Record<StepReasonKind, string> = {
  NOTES: 'Notes of the drop-in',
  REVISIT: 'To be revisited',
  COMES_BEFORE: 'Comes before what was seen',
  MODULE_NOW: 'Module of these weeks',
  BUILDS_ON_EMBEDDED: 'Builds on an embedded step',
  UNSURE: 'Not sure of it yet',
  MISSED: 'Asked about it and missed',
  MODULE_TO_COME: 'Module still to come',
  BUILDS_ON_MISSING: 'What it builds on is missing',
};

/** A clear note in the newest drop-in counts 10: three of them fill the bar. */
const FULL = 30;

export function shareOf(counts: number): number {
  return Math.min(100, Math.round((Math.abs(counts) / FULL) * 100));
}

/** For those who do not see the bar, and beside it for those who do: "10 for it", "8 against it". */
export function countsText(counts: number): string {
  return counts < 0 ? `${-counts} against it` : `${counts} for it`;
}

export function placeText(place: number | null, outOf: number, notRanked: string | null): string {
  return place === null ? (notRanked ?? '') : `Place ${place} of ${outOf} steps that may come next.`;
}
