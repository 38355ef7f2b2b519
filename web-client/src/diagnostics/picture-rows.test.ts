import { describe, expect, it } from 'vitest';
import { pictureRows, sureText } from './picture-rows';

const autumn = { name: 'Autumn 1', firstDay: '2026-09-01', lastDay: '2026-10-23' };
const later = { name: 'Autumn 2', firstDay: '2026-11-02', lastDay: '2026-12-18' };

describe('what was said over time', () => {
  it('has a row a half-term, the oldest first, with what was said of each strand', () => {
    const rows = pictureRows([
      { strand: 'INSTRUCTION', points: [{ halfTerm: later, sure: 3 }] },
      { strand: 'BEHAVIOUR', points: [{ halfTerm: autumn, sure: 1 }, { halfTerm: later, sure: 2.5 }] },
    ]);
    expect(rows).toEqual([
      { name: 'Autumn 1, 2026', firstDay: '2026-09-01', BEHAVIOUR: 1 },
      { name: 'Autumn 2, 2026', firstDay: '2026-11-02', INSTRUCTION: 3, BEHAVIOUR: 2.5 },
    ]);
  });

  it('is told in words', () => {
    expect(sureText(undefined)).toBe('Nothing said');
    expect(sureText(1)).toBe('Not sure yet');
    expect(sureText(1.5)).toBe('Not to a little sure');
    expect(sureText(2.5)).toBe('A little to fairly sure');
    expect(sureText(4)).toBe('Very sure');
  });
});
