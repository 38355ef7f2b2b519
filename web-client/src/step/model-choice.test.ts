import { describe, expect, it } from 'vitest';
import type { Suits } from '../diagnostics/suits';
import { bestModel, modelName } from './model-choice';

const MODELS = [
  { phase: 'PRIMARY', subject: 'MATHEMATICS', lesson: 'Year 4, adding fractions', text: '' },
  { phase: 'SECONDARY', subject: 'SCIENCE', lesson: 'Year 10 chemistry', text: '' },
  { phase: 'SECONDARY', subject: 'MATHEMATICS', lesson: 'Year 9, ratio', text: '' },
] as const;

describe('the model that is shown first', () => {
  it.each([
    ['', '', 0],
    ['SECONDARY', '', 1],
    ['SECONDARY', 'MATHEMATICS', 2],
    ['POST_16', 'ARTS', 0],
  ] as const)('for %s %s is number %d', (phase, subject, expected) => {
    expect(bestModel(MODELS, { phase, subject })).toBe(expected);
  });

  it('is the one that suits the ECT, unless something else is looked for', () => {
    const suits = { phase: 'SECONDARY', family: { text: 'Mathematics', subjects: ['MATHEMATICS'] }, need: null } as unknown as Suits;
    expect(bestModel(MODELS, { phase: '', subject: '', suits })).toBe(2);
    expect(bestModel(MODELS, { phase: 'PRIMARY', subject: '', suits })).toBe(0);
    expect(bestModel(MODELS, { phase: '', subject: 'SCIENCE', suits })).toBe(1);
  });

  it('is none of none', () => {
    expect(bestModel([], { phase: '', subject: '' })).toBe(0);
  });

  it('is named by phase and lesson', () => {
    expect(modelName(MODELS[1])).toBe('Secondary: Year 10 chemistry');
  });
});
