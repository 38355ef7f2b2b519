import { expect, test } from 'vitest';
import { bellName, byDay } from './notice-words';

test('the bell says how many are new', () => {
  expect([0, 1, 3].map(bellName)).toEqual(['No new notices', '1 new notice', '3 new notices']);
});

test('notices stand under their days in the order in which they came', () => {
  const notices = ['b2', 'b1', 'a1'].map((at) => ({ at }));
  expect(byDay(notices, (at) => at.charAt(0))).toEqual([
    { day: 'b', notices: [{ at: 'b2' }, { at: 'b1' }] },
    { day: 'a', notices: [{ at: 'a1' }] },
  ]);
});
