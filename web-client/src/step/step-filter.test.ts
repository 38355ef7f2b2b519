import { describe, expect, it } from 'vitest';
import { filterOf, moduleChoices, moreFiltersSet, NOTHING_CHOSEN, wordsOf } from './step-filter';

describe('the filter of the step finder', () => {
  it('asks for nothing but the audience when nothing is chosen', () => {
    const { audience, ...rest } = filterOf({ ...NOTHING_CHOSEN, text: '  ' }, 'TEACHERS', 'ect');
    expect(audience).toBe('TEACHERS');
    expect(Object.values(rest).every((value) => value === null)).toBe(true);
  });

  it('names the ECT whose progress is meant', () => {
    expect(filterOf({ ...NOTHING_CHOSEN, progress: 'NEW' }, 'TEACHERS', 'ect').progress).toEqual({ ectId: 'ect', progress: 'NEW' });
  });

  it('counts what is set out of sight', () => {
    expect(moreFiltersSet(NOTHING_CHOSEN)).toBe(0);
    expect(moreFiltersSet({ ...NOTHING_CHOSEN, text: 'claim', strand: 'BEHAVIOUR', send: true, subject: 'SCIENCE' })).toBe(2);
  });
});

describe('the modules to choose from', () => {
  const routines = { id: 'routines', title: 'Routines', strand: 'BEHAVIOUR', theme: 1, stepCount: 9 } as const;
  const retrieval = { id: 'retrieval', title: 'Retrieval', strand: 'INSTRUCTION', theme: 2, stepCount: 7 } as const;
  const without = { id: 'without', title: 'Without steps', strand: 'INSTRUCTION', theme: 5, stepCount: 0 } as const;
  const imported = { id: 'imported', title: 'Our own', strand: null, theme: null, stepCount: 0 } as const;
  const banks = [
    { id: 'shipped', audience: 'TEACHERS', modules: [routines, retrieval, without] },
    { id: 'school', audience: 'TEACHERS', modules: [routines, without, imported] },
    { id: 'mentors', audience: 'MENTORS', modules: [{ ...imported, id: 'mentors' }] },
  ] as const;
  const ids = (chosen: Parameters<typeof moduleChoices>[2]) => moduleChoices(banks, 'TEACHERS', chosen).map((module) => module.id);

  it('come once each, and only where there are steps', () => {
    expect(ids({ bankId: '', strand: '' })).toEqual(['routines', 'retrieval', 'imported']);
  });

  it('are those of the bank', () => {
    expect(ids({ bankId: 'school', strand: '' })).toEqual(['routines', 'without', 'imported']);
  });

  it('are those of the strand', () => {
    expect(ids({ bankId: '', strand: 'INSTRUCTION' })).toEqual(['retrieval']);
  });
});

describe('the words of a note', () => {
  it('are on one line', () => {
    expect(wordsOf(' Six hands\n\nup ')).toBe('Six hands up');
  });

  it('end with a whole word within 200 characters', () => {
    const words = wordsOf('pupils '.repeat(60));
    expect(words.length).toBeLessThanOrEqual(200);
    expect(words.endsWith('pupils')).toBe(true);
    expect(wordsOf('a'.repeat(300))).toHaveLength(200);
  });
});
