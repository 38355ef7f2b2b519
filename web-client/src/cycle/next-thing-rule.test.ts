import { describe, expect, it } from 'vitest';
import { nextThing } from './next-thing-rule';

type Facts = Parameters<typeof nextThing>[0];
const START: Facts = { kind: 'INSTRUCTIONAL', phase: 'OBSERVE', can: ['OBSERVE'], evidence: 0, hasStep: false, hasPlan: false, shared: false, running: false };

describe('the next thing in a cycle', () => {
  it.each<[string, Partial<Facts>]>([
    ['Continue the drop-in', {}],
    ['Note what you saw', { kind: 'COACHING_FOR_MENTORS' }],
    ['Choose a step', { evidence: 1 }],
    ['Plan the session', { phase: 'STEP', evidence: 1, hasStep: true }],
    ['Share the plan', { phase: 'STEP', hasStep: true, hasPlan: true }],
    ['Go to the session', { phase: 'STEP', hasStep: true, hasPlan: true, shared: true, can: ['START_SESSION'] }],
    ['Look at the plan', { phase: 'STEP', hasStep: true, hasPlan: true, shared: true, can: ['REFLECT'] }],
    ['Continue the session', { phase: 'PRACTICE', running: true, can: ['RUN_SESSION'] }],
    ['Continue the session', { phase: 'FEEDBACK', running: true, can: ['RUN_SESSION', 'GIVE_FEEDBACK'] }],
    ['Join the session', { phase: 'PRACTICE', running: true, can: ['REFLECT'] }],
    ['Look at the cycle', { phase: 'CLOSED' }],
  ])('%s', (label, facts) => {
    expect(nextThing({ ...START, ...facts }).label).toBe(label);
  });
});
