import { describe, expect, it } from 'vitest';
import { toldText } from './concern-words';

describe('who was told', () => {
  it.each([
    [[], 'Nobody told yet'],
    [['APPROPRIATE_BODY' as const], 'Appropriate body told'],
    [['DELIVERY_PARTNER' as const], 'Delivery partner told'],
    [['APPROPRIATE_BODY' as const, 'DELIVERY_PARTNER' as const], 'Appropriate body and delivery partner told'],
  ])('%s', (told, words) => {
    expect(toldText(told)).toBe(words);
  });
});
