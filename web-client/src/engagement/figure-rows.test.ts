import { expect, test } from 'vitest';
import { figuresText } from './figure-rows';

test('a table becomes a file with one line a row', () => {
  const row = { name: 'St Mary’s, Hill', ects: 6, weeks: 42, expected: 31.5, held: 28, coaching: 25, missed: 3 };
  expect(figuresText('School', [row])).toBe(
    'School,ECTs,School weeks,Due,Held,Coaching,Weeks missed\r\n"St Mary’s, Hill",6,42,31.5,28,25,3\r\n',
  );
});

test('who may not know which meetings were pastoral gets no column for it', () => {
  const row = { name: 'Hill', ects: 6, weeks: 42, expected: 31.5, held: 28, coaching: null, missed: 3 };
  expect(figuresText('School', [row])).toBe('School,ECTs,School weeks,Due,Held,Weeks missed\r\nHill,6,42,31.5,28,3\r\n');
});
