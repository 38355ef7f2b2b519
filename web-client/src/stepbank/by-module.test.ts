import { describe, expect, it } from 'vitest';
import { byModule } from './by-module';

const routines = { id: 'm1', title: 'Routines' };
const STEPS = [
  { id: 'a', strand: 'BEHAVIOUR', module: routines },
  { id: 'b', strand: null, module: null },
  { id: 'c', strand: 'BEHAVIOUR', module: routines },
  { id: 'd', strand: null, module: { id: 'm2', title: 'Our own' } },
] as const;

describe('the steps of a bank', () => {
  it('stand under their modules, each once', () => {
    const groups = byModule(STEPS, false).map((group) => [group.title, group.steps.map((step) => step.id)]);
    expect(groups).toEqual([
      ['Behaviour: Routines', ['a', 'c']],
      ['In no module', ['b']],
      ['Our own', ['d']],
    ]);
  });

  it('stay in their order when they come by how well they fit', () => {
    expect(byModule(STEPS, true).map((group) => group.steps.map((step) => step.id))).toEqual([['a', 'b', 'c', 'd']]);
  });
});
