import { describe, expect, it } from 'vitest';
import { BLANK, BLANK_MODEL, BLANK_TASK, contentOf, placeInFields, withoutBlanks, writtenIn } from './step-writing';

const WRITTEN = {
  ...BLANK,
  title: 'Wait',
  criteria: ['', 'Waits', ' ', 'Looks'],
  models: [BLANK_MODEL, { ...BLANK_MODEL, lesson: 'Year 3' }],
  practice: [BLANK_TASK, { ...BLANK_TASK, task: 'Rehearse', harder: ' ', easier: 'Slowly' }],
};

describe('what is written in a step', () => {
  it('is sent without blank items', () => {
    const content = contentOf(WRITTEN);
    expect(content.criteria).toEqual(['Waits', 'Looks']);
    expect(content.models).toHaveLength(1);
    expect(content.practice).toEqual([{ task: 'Rehearse', coach: '', minutes: 5, harder: null, easier: 'Slowly' }]);
  });

  it('keeps its module and the rest when blanks go', () => {
    expect(withoutBlanks({ ...WRITTEN, moduleId: 'm' })).toMatchObject({ moduleId: 'm', title: 'Wait' });
  });

  it('comes back as it was sent', () => {
    const { buildsOn, ...content } = contentOf({ ...WRITTEN, buildsOn: ['a'] });
    const again = writtenIn(content as Parameters<typeof writtenIn>[0], buildsOn as string[]);
    expect(contentOf(again)).toEqual({ ...content, buildsOn });
  });

  it.each([
    ['title', 'title'],
    ['criteria', 'criteria'],
    ['criteria.0', 'criteria.1'],
    ['criteria.1', 'criteria.3'],
    ['models.0.text', 'models.1.text'],
  ])('%s is found at %s', (sent, inFields) => {
    expect(placeInFields(sent, WRITTEN)).toBe(inFields);
  });
});
