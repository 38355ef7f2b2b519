import { describe, expect, it } from 'vitest';
import { announcementOf, minutesSpent, timerOf, usageOf } from './timer';

const START = '2026-09-14T08:00:00Z';
const after = (seconds: number) => Date.parse(START) + seconds * 1000;

describe('the timer of a section', () => {
  it('counts down to the planned end', () => {
    expect(timerOf(START, 5, after(65))).toEqual({ clock: '3:55', words: 'left of 5 minutes', over: false });
  });

  it('says an overrun in words', () => {
    expect(timerOf(START, 1, after(75))).toEqual({ clock: '0:15', words: 'over the planned 1 minute', over: true });
  });

  it('shows the full time when the device is behind the service', () => {
    expect(timerOf(START, 5, after(-30)).clock).toBe('5:00');
  });

  it('is spoken only when something changes', () => {
    const spoken = Array.from({ length: 400 }, (_, second) => announcementOf('Model', START, 5, after(second)));
    expect(new Set(spoken).size).toBe(3);
  });

  it('adds up the runs of a section, the running one too', () => {
    const runs = [
      { startedAt: START, endedAt: '2026-09-14T08:04:00Z' },
      { startedAt: '2026-09-14T08:10:00Z', endedAt: null },
    ];
    expect(minutesSpent(runs, after(12 * 60))).toBe(6);
  });

  it.each([
    ['0 of 5 min used', [], { over: false, within: 0, beyond: 0 }],
    ['4 of 5 min used', [240], { over: false, within: 80, beyond: 0 }],
    ['5 of 5 min used', [60, 240], { over: false, within: 100, beyond: 0 }],
    ['10 of 5 min used, 5 over', [300, 300], { over: true, within: 50, beyond: 50 }],
  ])('sets used against planned minutes: %s', (words, seconds, rest) => {
    const runs = seconds.map((length) => ({ startedAt: START, endedAt: new Date(after(length)).toISOString() }));
    expect(usageOf(5, runs, after(9999))).toEqual({ words, ...rest });
  });

  it('counts the running one up', () => {
    expect(usageOf(5, [{ startedAt: START, endedAt: null }], after(7 * 60)).words).toBe('7 of 5 min used, 2 over');
  });
});
