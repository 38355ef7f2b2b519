import { describe, expect, it } from 'vitest';
import { countsText, placeText, shareOf } from './reason-words';

describe('how much a reason counts', () => {
  it.each([
    [30, 100, '30 for it'],
    [10, 33, '10 for it'],
    [-8, 27, '8 against it'],
    [90, 100, '90 for it'],
  ])('of %d fills %d of the bar and says "%s"', (counts, share, text) => {
    expect(shareOf(counts)).toBe(share);
    expect(countsText(counts)).toBe(text);
  });
});

describe('where a step stands', () => {
  it('is its place among those that may come next', () => {
    expect(placeText(4, 190, null)).toBe('Place 4 of 190 steps that may come next.');
  });

  it('is why it has none', () => {
    expect(placeText(null, 190, 'It is embedded.')).toBe('It is embedded.');
  });
});
