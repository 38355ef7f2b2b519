import { describe, expect, it } from 'vitest';
import { changesBetween, differenceOf, partName } from './difference';
import { BLANK } from './step-writing';

const told = (before: string, after: string) =>
  differenceOf(before, after)
    .map((line) => line.map(({ kind, text }) => ({ same: text, added: `+${text}+`, removed: `-${text}-` })[kind]).join(''))
    .join('\n');

describe('the difference of two texts', () => {
  it('marks the words that changed', () => {
    expect(told('Wait three seconds', 'Wait five seconds')).toBe('Wait -three-+five+ seconds');
  });

  it('tells neighbouring words as one', () => {
    expect(told('Ask the whole class first of all', 'Ask one table first of all')).toBe('Ask -the whole class -+one table +first of all');
  });

  it('tells a line that has little in common with the other as a new one', () => {
    expect(told('Names what the pupil did', 'Smiles at it')).toBe('-Names what the pupil did-\n+Smiles at it+');
  });

  it('keeps items of a list apart', () => {
    expect(told('One\nTwo', 'One\nTwo\nThree')).toBe('One\nTwo\n+Three+');
    expect(told('One\nTwo', 'Two')).toBe('-One-\nTwo');
  });

  it('is all added or all removed where there was nothing', () => {
    expect(told('', 'New')).toBe('+New+');
    expect(told('Old', '')).toBe('-Old-');
    expect(differenceOf('', '')).toEqual([]);
  });
});

describe('the parts that changed', () => {
  const step = { ...BLANK, title: 'Wait', criteria: ['Waits'], buildsOn: ['a'] };

  it('are none when only white space did', () => {
    expect(changesBetween(step, { ...step, title: ' Wait ', criteria: ['Waits '] })).toEqual([]);
  });

  it('are named, with one item a line', () => {
    const changes = changesBetween(step, { ...step, criteria: ['Waits', 'Looks'], buildsOn: ['b'] }, (id) => `Step ${id}`);
    expect(changes).toEqual([
      { part: 'criteria', before: 'Waits', after: 'Waits\nLooks' },
      { part: 'buildsOn', before: 'Step a', after: 'Step b' },
    ]);
    expect(changes.map((change) => partName(change.part))).toEqual(['Success criteria', 'Builds on']);
  });

  it('tell models and practice in full', () => {
    const model = { phase: 'PRIMARY', subject: 'ANY', lesson: 'Year 3', text: 'Like\nthis.' } as const;
    const task = { task: 'Rehearse it.', coach: 'Plays a pupil.', minutes: 3, harder: '', easier: 'Slowly' };
    const changes = changesBetween(step, { ...step, models: [model], practice: [task] });
    expect(changes.map((change) => change.after)).toEqual([
      'Primary, Any subject, Year 3: Like this.',
      'Rehearse it. (3 minutes) Coach: Plays a pupil. Easier: Slowly',
    ]);
  });
});
