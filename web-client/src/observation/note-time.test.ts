import { describe, expect, it } from 'vitest';
import { instantAt } from './note-time';

// 10:30 in London, as clocks there are an hour ahead of UTC in September.
const NOW = new Date('2026-09-14T09:30:20Z');

describe('the time of a note', () => {
  it('is the clock time in London, whatever the device is set to', () => {
    expect(instantAt('10:25', NOW)).toBe('2026-09-14T09:25:20.000Z');
  });

  it.each(['10:30', '11:00', '', 'soon'])('is never in the future and never nonsense: "%s"', (time) => {
    expect(instantAt(time, NOW)).toBe(NOW.toISOString());
  });
});
