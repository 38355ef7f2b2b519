import { expect, test } from 'vitest';
import { bars, figuresText } from './figure-rows';

const study = { due: 12, done: 9 };
const events = { due: 4, done: 3 };

test('a table becomes a file with one line a row', () => {
  const row = { name: 'St Mary’s, Hill', ects: 6, weeks: 42, expected: 31.5, held: 28, coaching: 25, missed: 3, study, events };
  expect(figuresText('School', [row])).toBe(
    'School,ECTs,School weeks,Meetings due,Meetings held,Coaching,Weeks missed,Self-study due,Self-study done,Events due,Events done\r\n"St Mary’s, Hill",6,42,31.5,28,25,3,12,9,4,3\r\n',
  );
});

test('who may not know which meetings were pastoral gets no column for it', () => {
  const row = { name: 'Hill', ects: 6, weeks: 42, expected: 31.5, held: 28, coaching: null, missed: 3, study, events };
  expect(figuresText('School', [row])).not.toContain('Coaching');
  expect(figuresText('School', [row])).toContain('Hill,6,42,31.5,28,3,12,9,4,3');
});

test('bars tell of what is chosen', () => {
  const row = { name: 'Hill', ects: 6, weeks: 42, expected: 31.5, held: 28, coaching: null, missed: 3, study, events };
  expect(bars([row], 'meetings')).toEqual([{ name: 'Hill', due: 31.5, done: 28 }]);
  expect(bars([row], 'events')).toEqual([{ name: 'Hill', due: 4, done: 3 }]);
});
