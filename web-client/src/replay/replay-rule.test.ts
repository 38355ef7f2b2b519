import { describe, expect, it } from 'vitest';
import {
  advance,
  axisOf,
  lastAt,
  lengthText,
  movedByKey,
  notesAt,
  pinAt,
  plannedSpans,
  roundsAt,
  secondOf,
  secondsFrom,
  sectionClock,
  shownMoments,
  spanOf,
  spokenTime,
  ticksOf,
} from './replay-rule';

const START = '2026-09-14T08:00:00.700Z';
const at = (second: number) => new Date(Date.parse(START) + second * 1000).toISOString();

describe('the timeline', () => {
  it.each([
    ['as long as the plan', 40, 45, { seconds: 2700, showsPlan: true }],
    ['as long as the meeting, where that was longer', 50, 45, { seconds: 3000, showsPlan: true }],
    ['without the plan, where the meeting was much shorter', 14, 45, { seconds: 840, showsPlan: false }],
    ['with the plan from a third of it', 15, 45, { seconds: 2700, showsPlan: true }],
    ['there for a meeting without a plan', 10, 0, { seconds: 600, showsPlan: false }],
    ['there for a meeting that has just begun', 0, 45, { seconds: 1, showsPlan: false }],
  ])('is %s', (_, usedMinutes, plannedMinutes, axis) => {
    expect(axisOf(usedMinutes * 60, plannedMinutes)).toEqual(axis);
  });

  it.each([
    [2700, ['0', '5', '10', '15', '20', '25', '30', '35', '40', '45']],
    [3100, ['0', '10', '20', '30', '40', '50']],
    [540, ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']],
    [12, ['0:00', '0:02', '0:04', '0:06', '0:08', '0:10', '0:12']],
    [1, ['0:00', '0:01']],
  ])('of %d seconds has marks in round numbers', (axis, labels) => {
    expect(ticksOf(axis).map((tick) => tick.label)).toEqual(labels);
  });

  it('never has more marks than can be read', () => {
    for (let axis = 1; axis < 20_000; axis += 7) expect(ticksOf(axis).length).toBeLessThanOrEqual(11);
  });

  it('is to scale', () => {
    expect(spanOf(300, 900, 2400)).toEqual({ left: 12.5, width: 25 });
    expect(plannedSpans([{ minutes: 10 }, { minutes: 5 }, { minutes: 25 }], 2400)).toEqual([
      { left: 0, width: 25 },
      { left: 25, width: 12.5 },
      { left: 37.5, width: 62.5 },
    ]);
  });

  it('takes no width away where a clock was behind', () => {
    expect(spanOf(5, 4, 100).width).toBe(0);
    expect(secondsFrom(START, at(-3))).toBe(0);
  });
});

describe('at a second of the meeting', () => {
  const sections = [{ secondsIn: 0 }, { secondsIn: 300 }, { secondsIn: 300 }, { secondsIn: 900 }];

  it.each([
    [0, 0],
    [299, 0],
    [300, 2],
    [899, 2],
    [5000, 3],
  ])('%d the last section that began runs', (second, index) => {
    expect(lastAt(sections, second)).toBe(sections[index]);
  });

  it('feedback is what happened, not the change of phase that follows from it', () => {
    const moments = [{ kind: 'FeedbackGiven' }, { kind: 'PhaseChanged' }];
    expect(shownMoments(moments)).toEqual([{ kind: 'FeedbackGiven' }]);
  });

  it('the clock of the section counts from its start', () => {
    expect(sectionClock(300, 5, 465)).toBe('2:45 of 5 minutes');
    expect(sectionClock(300, 1, 465)).toBe('2:45 of 1 minute');
  });

  it('rounds are there once noted, and their feedback once given', () => {
    const rounds = [
      { number: 1, at: at(400), feedback: 'Slower.', feedbackAt: at(450) },
      { number: 2, at: at(500), feedback: null, feedbackAt: null },
    ];
    const shown = (second: number) => roundsAt(rounds, START, second).map((round) => [round.number, round.feedback]);
    expect(shown(399)).toEqual([]);
    expect(shown(400)).toEqual([[1, null]]);
    expect(shown(450)).toEqual([[1, 'Slower.']]);
    expect(shown(500)).toEqual([
      [1, 'Slower.'],
      [2, null],
    ]);
  });

  it('notes are as they were after the last typing', () => {
    const start = [
      { kind: 'PLAN', text: 'Before' },
      { kind: 'SESSION', text: '' },
    ];
    const bursts = [
      { kind: 'SESSION', text: 'a', sequence: 11, untilSecondsIn: 10 },
      { kind: 'SESSION', text: 'ab', sequence: 14, untilSecondsIn: 30 },
    ];
    expect(notesAt(start, bursts, 9)).toEqual([{ kind: 'PLAN', text: 'Before' }]);
    expect(notesAt(start, bursts, 29)[1]).toEqual({ kind: 'SESSION', text: 'a' });
    expect(notesAt(start, bursts, 30)[1]).toEqual({ kind: 'SESSION', text: 'ab' });
  });
});

describe('a comment', () => {
  const moments = [
    { sequence: 8, secondsIn: 0 },
    { sequence: 9, secondsIn: 0 },
    { sequence: 12, secondsIn: 60 },
  ];
  const bursts = [{ sequence: 11, untilSecondsIn: 40 }];

  it.each([
    [0, 9],
    [39, 9],
    [40, 11],
    [59, 11],
    [60, 12],
    [9999, 12],
  ])('at second %d is pinned to what happened last', (second, sequence) => {
    expect(pinAt(moments, bursts, second)).toBe(sequence);
  });

  it('has nothing to be pinned to where nothing happened', () => {
    expect(pinAt([], [], 5)).toBeUndefined();
  });

  it.each([
    [9, 0],
    [10, 0],
    [11, 40],
    [12, 60],
    [13, 60],
  ])('on event %d stands at second %d', (sequence, second) => {
    expect(secondOf(sequence, moments, bursts)).toBe(second);
  });
});

describe('moving through the meeting', () => {
  it('plays as fast as asked and stops at the end', () => {
    expect(advance(10, 500, 1, 60)).toBe(10.5);
    expect(advance(10, 500, 60, 600)).toBe(40);
    expect(advance(50, 500, 60, 60)).toBe(60);
  });

  it.each([
    ['ArrowRight', 105],
    ['ArrowUp', 105],
    ['ArrowLeft', 95],
    ['ArrowDown', 95],
    ['PageUp', 130],
    ['PageDown', 40],
    ['Home', 0],
    ['End', 130],
    ['Tab', undefined],
  ])('%s leads from second 100 of 130 to %s', (key, to) => {
    expect(movedByKey(key, 100, 130)).toBe(to);
  });
});

describe('lengths in words', () => {
  it.each([
    [0, '0 seconds'],
    [1, '1 second'],
    [59, '59 seconds'],
    [60, '1 minute'],
    [61, '1 minute 1 second'],
    [119, '1 minute 59 seconds'],
    [120, '2 minutes'],
    [149, '2 minutes'],
    [150, '3 minutes'],
    [2460, '41 minutes'],
  ])('%d: %s', (seconds, words) => {
    expect(lengthText(seconds)).toBe(words);
  });

  it('are spoken to the second', () => {
    expect(spokenTime(40)).toBe('40 seconds');
    expect(spokenTime(760)).toBe('12 minutes 40 seconds');
  });
});
