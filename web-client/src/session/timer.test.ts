import { describe, expect, it } from 'vitest';
import { announcementOf, minutesSpent, timerOf } from './timer';

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
});
