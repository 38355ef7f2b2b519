// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { currentOrNext, isOn, isOver } from './roll-rule';

const time = (startedOn: string, finishedOn: string | null = null) => ({ startedOn, finishedOn });

describe('a time at a school', () => {
  it.each([
    ['2026-01-04', false, false],
    ['2026-01-05', true, false],
    ['2026-02-10', true, false],
    ['2026-02-11', false, true],
  ])('on %s', (day, on, over) => {
    expect(isOn(time('2026-01-05', '2026-02-10'), day)).toBe(on);
    expect(isOver(time('2026-01-05', '2026-02-10'), day)).toBe(over);
  });

  it('goes on without an end', () => {
    expect(isOn(time('2026-01-05'), '2030-01-01')).toBe(true);
    expect(isOver(time('2026-01-05'), '2030-01-01')).toBe(false);
  });
});

describe('the mentorship to show', () => {
  const past = time('2025-09-01', '2025-12-31');
  const now = time('2026-01-01', '2026-03-31');
  const next = time('2026-04-01');

  it('is that of the day', () => {
    expect(currentOrNext([past, now, next], '2026-03-31')).toBe(now);
  });

  it('is the next where none runs', () => {
    expect(currentOrNext([past, next], '2026-02-01')).toBe(next);
    expect(currentOrNext([past], '2026-02-01')).toBeUndefined();
  });
});
