import { clockText, minutesText } from '../session/timer';

/** What a look back shows at which second of the meeting, and where on its timeline. Nothing here knows of a screen. */

export type Span = { left: number; width: number };
type Moment = { sequence: number; secondsIn: number };
type Burst = { sequence: number; untilSecondsIn: number };

const percent = (seconds: number, axis: number) => (axis > 0 ? (seconds / axis) * 100 : 0);

export const spanOf = (from: number, until: number, axis: number): Span => ({
  left: percent(from, axis),
  width: percent(Math.max(0, until - from), axis),
});

/** Whole seconds from the start of the meeting. */
export function secondsFrom(startedAt: string, instant: string): number {
  return Math.max(0, Math.floor((Date.parse(instant) - Date.parse(startedAt)) / 1000));
}

/**
 * How many seconds the width of the timeline stands for: the longer of what was planned and what was used. Of a meeting
 * much shorter than planned nothing would be seen; then it is what was used, and the plan does not fit on it.
 */
export function axisOf(usedSeconds: number, plannedMinutes: number): { seconds: number; showsPlan: boolean } {
  const planned = plannedMinutes * 60;
  const showsPlan = planned > 0 && planned <= usedSeconds * 3;
  return { seconds: Math.max(1, usedSeconds, showsPlan ? planned : 0), showsPlan };
}

const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600];

/** At most ten marks in round numbers, so that a time can be read off. */
export function ticksOf(axis: number): Array<{ left: number; label: string }> {
  const step = STEPS.find((one) => axis / one <= 10) ?? 7200;
  return Array.from({ length: Math.floor(axis / step) + 1 }, (_, index) => ({
    left: percent(index * step, axis),
    label: step % 60 === 0 ? String((index * step) / 60) : clockText(index * step),
  }));
}

/** Sections of the plan one after the other, as they were meant. */
export function plannedSpans(sections: ReadonlyArray<{ minutes: number }>, axis: number): Span[] {
  let from = 0;
  return sections.map(({ minutes }) => {
    const span = spanOf(from, from + minutes * 60, axis);
    from += minutes * 60;
    return span;
  });
}

/** Without the changes of phase: they follow from what was noted at the same second and tell nothing of their own. */
export function shownMoments<T extends { kind: string }>(moments: readonly T[]): T[] {
  return moments.filter((moment) => moment.kind !== 'PhaseChanged');
}

/** The last one that has begun at this second: a section, a moment. */
export function lastAt<T extends { secondsIn: number }>(all: readonly T[], second: number): T | undefined {
  return all.findLast((one) => one.secondsIn <= second);
}

/** How the clock of a section stood. */
export function sectionClock(secondsIn: number, plannedMinutes: number, second: number): string {
  return `${clockText(Math.max(0, second - secondsIn))} of ${minutesText(plannedMinutes)}`;
}

type Round = { at: string; feedback: string | null; feedbackAt: string | null };

/** The rounds that were noted by then, each without the feedback that was still to come. */
export function roundsAt<T extends Round>(rounds: readonly T[], startedAt: string, second: number): T[] {
  return rounds
    .filter((round) => secondsFrom(startedAt, round.at) <= second)
    .map((round) => (round.feedbackAt && secondsFrom(startedAt, round.feedbackAt) <= second ? round : { ...round, feedback: null }));
}

type Note<K> = { kind: K; text: string };

/** The notes as they were; one that was empty then is left out. */
export function notesAt<K extends string>(
  atStart: ReadonlyArray<Note<K>>,
  bursts: ReadonlyArray<Note<K> & Burst>,
  second: number,
): Array<Note<K>> {
  return atStart
    .map(({ kind, text }) => ({
      kind,
      text: bursts.findLast((burst) => burst.kind === kind && burst.untilSecondsIn <= second)?.text ?? text,
    }))
    .filter((note) => note.text !== '');
}

/** What happened last by this second, be it a moment or typing: there a comment is pinned. */
export function pinAt(moments: readonly Moment[], bursts: readonly Burst[], second: number): number | undefined {
  const sequences = [
    ...moments.filter((one) => one.secondsIn <= second).map((one) => one.sequence),
    ...bursts.filter((one) => one.untilSecondsIn <= second).map((one) => one.sequence),
  ];
  return sequences.length > 0 ? Math.max(...sequences) : undefined;
}

/** The second of the event with this number, or of the one before it where that number is not told of by itself. */
export function secondOf(sequence: number, moments: readonly Moment[], bursts: readonly Burst[]): number {
  const known = [...moments, ...bursts.map((one) => ({ sequence: one.sequence, secondsIn: one.untilSecondsIn }))];
  return Math.max(0, ...known.filter((one) => one.sequence <= sequence).map((one) => one.secondsIn));
}

/** Where playing has come to. */
export function advance(from: number, elapsedMilliseconds: number, speed: number, total: number): number {
  return Math.min(total, from + (elapsedMilliseconds / 1000) * speed);
}

/** Where a key leads; undefined for keys that do not move. */
export function movedByKey(key: string, from: number, total: number): number | undefined {
  const moves: Record<string, number> = {
    ArrowLeft: from - 5,
    ArrowDown: from - 5,
    ArrowRight: from + 5,
    ArrowUp: from + 5,
    PageDown: from - 60,
    PageUp: from + 60,
    Home: 0,
    End: total,
  };
  const to = moves[key];
  return to === undefined ? undefined : Math.min(total, Math.max(0, to));
}

/** "12 minutes"; below two minutes to the second, so that a short meeting is not rounded away. */
export function lengthText(seconds: number): string {
  if (seconds >= 120) return minutesText(Math.round(seconds / 60));
  if (seconds === 60) return '1 minute';
  if (seconds > 60) return `1 minute ${secondsText(seconds - 60)}`;
  return secondsText(seconds);
}

const secondsText = (seconds: number) => (seconds === 1 ? '1 second' : `${seconds} seconds`);

/** "12 minutes 40 seconds", to be spoken. */
export function spokenTime(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return minutes === 0 ? secondsText(seconds) : `${minutesText(minutes)} ${secondsText(seconds % 60)}`;
}
