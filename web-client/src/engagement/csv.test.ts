import { expect, test } from 'vitest';
import { csvOf } from './csv';

const figures = { ects: 6, weeks: 42, expected: 31.5, held: 28, coaching: 25, missed: 3 };

test('a table becomes a file with one line a row', () => {
  expect(csvOf('School', [{ name: 'Elmbridge', ...figures }])).toBe(
    'School,ECTs,School weeks,Due,Held,Coaching,Weeks missed\r\nElmbridge,6,42,31.5,28,25,3\r\n',
  );
});

test.each([
  ['St Mary’s, Hill', '"St Mary’s, Hill"'],
  ['The "Grove"', '"The ""Grove"""'],
  ['=1+1', "'=1+1"],
  ['@home', "'@home"],
])('%s stays a name', (name, cell) => {
  expect(csvOf('School', [{ name, ...figures }]).split('\r\n')[1]).toBe(`${cell},6,42,31.5,28,25,3`);
});
