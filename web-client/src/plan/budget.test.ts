import { describe, expect, it } from 'vitest';
import { budgetOf, moved } from './budget';

describe('the budget of a plan', () => {
  it.each([
    [[5, 10], 45, '15 of 45 minutes planned, 30 left', true],
    [[20, 25], 45, '45 of 45 minutes planned, none left', true],
    [[40, 8], 45, '48 of 45 minutes planned, 3 too many', false],
  ])('%j in %d minutes: %s', (minutes, length, text, fits) => {
    expect(budgetOf(minutes, length)).toMatchObject({ text, fits });
  });
});

describe('moving a section', () => {
  it('changes places with its neighbour', () => {
    expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b']);
  });

  it('leaves the list as it is at its ends', () => {
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
    expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
  });
});
