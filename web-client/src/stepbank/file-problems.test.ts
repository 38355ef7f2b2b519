import { describe, expect, it } from 'vitest';
import { placeOf, problemRows } from './file-problems';

const inCsv = { line: 4, column: 'why', path: null, message: 'Too long by 12 characters: shorten it, or "split" it.' };
const inCase = { line: null, column: null, path: '/CFItems/3/fullStatement', message: 'Is missing.' };

describe('the place of a problem', () => {
  it.each([
    ['Line 4, column “why”', inCsv],
    ['Line 4', { ...inCsv, column: null }],
    ['/CFItems/3/fullStatement', inCase],
    ['The file', { ...inCase, path: null }],
  ])('%s', (place, problem) => {
    expect(placeOf(problem)).toBe(place);
  });
});

describe('problems as rows', () => {
  it('have a heading and one row each, quoted where needed', () => {
    expect(problemRows([inCsv, inCase])).toBe(
      'Line,Place,Problem\r\n4,why,"Too long by 12 characters: shorten it, or ""split"" it."\r\n,/CFItems/3/fullStatement,Is missing.\r\n',
    );
  });

  it('are no formulas', () => {
    expect(problemRows([{ ...inCsv, column: '=HYPERLINK("x")' }])).toContain(`"'=HYPERLINK(""x"")"`);
  });
});
