import { describe, expect, it } from 'vitest';
import { actionOf, firstOpen, minutesText, sittingOf } from './diagnostic-words';

const asked = (id: string, sitting?: number) => ({ id, kind: 'CHOICE', answer: sitting ? { sitting } : null });

describe('where an ECT goes on', () => {
  it('is the first question that is not answered in the sitting', () => {
    expect(firstOpen([asked('a', 1), asked('b'), asked('c')], 1)).toBe(1);
    expect(firstOpen([asked('a', 1), asked('b', 1)], 1)).toBe(2);
    expect(firstOpen([asked('a', 1), asked('b', 1)], 2)).toBe(0);
  });

  it('is the newest sitting, and another one only when that is complete', () => {
    expect(sittingOf({ state: 'NOT_BEGUN', sitting: 0 }, false)).toBe(1);
    expect(sittingOf({ state: 'BEGUN', sitting: 2 }, true)).toBe(2);
    expect(sittingOf({ state: 'COMPLETE', sitting: 2 }, true)).toBe(3);
    expect(sittingOf({ state: 'COMPLETE', sitting: 2 }, false)).toBe(2);
  });

  it('is said on the button', () => {
    expect(actionOf({ state: 'NOT_BEGUN', sitting: 0, questions: [asked('a')] })).toBe('Begin');
    expect(actionOf({ state: 'BEGUN', sitting: 1, questions: [asked('a', 1), asked('b')] })).toBe('Go on with question 2 of 2');
    expect(actionOf({ state: 'COMPLETE', sitting: 1, questions: [asked('a', 1)] })).toBe('Answer again');
  });

  it('takes a few minutes', () => {
    expect(minutesText(3)).toBe('3 questions, about 2 minutes');
    expect(minutesText(2)).toBe('2 questions, about a minute');
  });
});
