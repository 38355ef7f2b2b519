import { describe, expect, it } from 'vitest';
import { inDaysText, isBeforeTheMeeting, namesText, progressText, speaker, STAGES } from './rehearsal-words';

describe('words of a rehearsal', () => {
  it('counts the stages that are gone through', () => {
    expect(progressText('LESSON')).toBe('Stage 1 of 12');
    expect(progressText('FOLLOW_UP')).toBe('Stage 12 of 12');
    expect(progressText('DEBRIEF')).toBe('All twelve stages are done');
  });

  it('lets the meeting start with its first words', () => {
    expect(STAGES.filter(isBeforeTheMeeting).at(-1)).toBe('OPENING');
  });

  it('says who speaks where the line does not', () => {
    expect(speaker('TEACHER', 'Priya')).toBe('Priya: ');
    expect(speaker('PUPIL', 'Priya')).toBe('');
  });

  it('says when', () => {
    expect([0, 1, 7].map(inDaysText)).toEqual(['today', 'tomorrow', 'in 7 days']);
  });

  it('joins names', () => {
    expect([[], ['Ruth'], ['Ruth', 'Kwame']].map(namesText)).toEqual(['', 'Ruth', 'Ruth and Kwame']);
  });
});
