import { describe, expect, it } from 'vitest';
import { isoDayOf, timeOf } from '../components/dates';
import { londonInstant } from './london';

describe('what is typed as London time', () => {
  it.each([
    ['2026-12-01', '15:30', '2026-12-01T15:30:00.000Z'],
    ['2026-07-01', '15:30', '2026-07-01T14:30:00.000Z'],
    // The clocks go back on 25 October 2026 and forward on 28 March 2027.
    ['2026-10-24', '15:30', '2026-10-24T14:30:00.000Z'],
    ['2026-10-25', '00:30', '2026-10-24T23:30:00.000Z'],
    ['2026-10-25', '03:00', '2026-10-25T03:00:00.000Z'],
    ['2026-10-26', '08:00', '2026-10-26T08:00:00.000Z'],
    ['2027-03-27', '08:00', '2027-03-27T08:00:00.000Z'],
    ['2027-03-28', '00:30', '2027-03-28T00:30:00.000Z'],
    ['2027-03-28', '02:00', '2027-03-28T01:00:00.000Z'],
    ['2027-03-29', '08:00', '2027-03-29T07:00:00.000Z'],
  ])('%s %s is %s', (date, time, instant) => expect(londonInstant(date, time)).toBe(instant));

  it('is shown as it was typed, every half hour around both clock changes', () => {
    for (const first of ['2026-10-24', '2027-03-27']) {
      for (let half = 0; half < 3 * 48; half++) {
        const typed = new Date(Date.parse(`${first}T00:00:00Z`) + half * 1_800_000).toISOString();
        const [date, time] = [typed.slice(0, 10), typed.slice(11, 16)];
        // London's clocks never show this hour.
        if (date === '2027-03-28' && time.startsWith('01')) continue;
        const instant = londonInstant(date, time) ?? '';
        expect([isoDayOf(instant), timeOf(instant)]).toEqual([date, time]);
      }
    }
  });

  it('is nothing while it is not complete', () => {
    expect(londonInstant('', '15:30')).toBeUndefined();
    expect(londonInstant('2026-12-01', '')).toBeUndefined();
  });
});
