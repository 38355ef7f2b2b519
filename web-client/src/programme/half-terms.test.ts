import { describe, expect, it } from 'vitest';
import { byHalfTerm, completedText, isOpen } from './half-terms';

const autumn = { name: 'Autumn 1', firstDay: '2026-09-02', lastDay: '2026-10-23' };
const winter = { name: 'Autumn 2', firstDay: '2026-11-02', lastDay: '2026-12-18' };
const spring = { name: 'Spring 1', firstDay: '2027-01-04', lastDay: '2027-02-12' };

const items = [
  { id: 'a', halfTerm: autumn, dueBy: '2026-09-11', completedOn: '2026-09-10' },
  { id: 'b', halfTerm: autumn, dueBy: '2026-09-25', completedOn: null },
  { id: 'c', halfTerm: winter, dueBy: '2026-11-13', completedOn: null },
  { id: 'd', halfTerm: spring, dueBy: '2027-01-15', completedOn: null },
  { id: 'e', halfTerm: null, dueBy: null, completedOn: null },
];

describe('half-terms of a programme', () => {
  it('hold what begins in them, and last what has no time yet', () => {
    const groups = byHalfTerm([...items].reverse());
    expect(groups.map((group) => group.halfTerm?.name)).toEqual(['Autumn 1', 'Autumn 2', 'Spring 1', undefined]);
    expect(groups[0]?.items.map((item) => item.id)).toEqual(['b', 'a']);
  });

  it.each([
    ['2026-11-20', [true, true, false, false]],
    ['2026-12-25', [true, true, true, false]],
    ['2026-09-20', [true, false, false, false]],
  ])('are open on %s where something is to be done now or left', (today, open) => {
    const groups = byHalfTerm(items);
    expect(groups.map((group) => isOpen(group, groups, today))).toEqual(open);
  });

  it('say how much of them is completed', () => {
    expect(completedText(items.slice(0, 2))).toBe('1 of 2 completed');
  });
});
