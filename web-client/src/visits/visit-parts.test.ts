import { describe, expect, it } from 'vitest';
import { feedbackState, whatHappened } from './visit-parts';

describe('a visit in words', () => {
  it('says what was looked at, and when in England', () => {
    expect(whatHappened({ kind: 'LOG', visitedAt: '2026-07-14T13:05:00Z' })).toBe('looked at the log on Tue, 14 Jul 2026 at 14:05');
    expect(whatHappened({ kind: 'SESSION', visitedAt: '2026-11-24T14:05:00Z' })).toBe('dropped in on the session on Tue, 24 Nov 2026 at 14:05');
  });

  it.each([
    ['No feedback yet', { feedback: null, answer: null, can: ['GIVE_FEEDBACK' as const] }],
    ['No feedback', { feedback: null, answer: null, can: [] }],
    ['Feedback given, not answered yet', { feedback: 'Clear.', answer: null, can: ['GIVE_FEEDBACK' as const] }],
    ['Feedback answered', { feedback: 'Clear.', answer: 'Thanks.', can: [] }],
  ])('%s', (words, visit) => {
    expect(feedbackState(visit)).toBe(words);
  });
});
