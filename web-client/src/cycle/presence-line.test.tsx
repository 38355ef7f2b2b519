import { MantineProvider } from '@mantine/core';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Following } from '../api/follow';
import { SessionContext } from '../sign-in/session-context';
import { PresenceLine } from './presence-line';
import type { Present } from './use-live-cycle';

const MAYA = { id: 'person_maya', name: 'Maya Okafor' };
const ELI = { id: 'person_eli', name: 'Eli Brandt' };
const TOM = { id: 'person_tom', name: 'Tom Hughes' };

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => {}, removeEventListener: () => {} }));
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const SINCE = '2026-09-14T08:00:00Z';
const maya: Present[number] = { person: MAYA, lookingAt: 'PLAN', mayWrite: true, since: SINCE };
const eli: Present[number] = { person: ELI, lookingAt: 'SESSION', mayWrite: true, since: SINCE };
const tom: Present[number] = { person: TOM, lookingAt: 'STEP', mayWrite: false, since: SINCE };

function shown(present: Present, following: Following = 'live') {
  render(
    <MantineProvider env="test" forceColorScheme="light">
      <SessionContext value={{ session: { person: MAYA } } as never}>
        <PresenceLine present={present} following={following} />
      </SessionContext>
    </MantineProvider>,
  );
  return screen.getByRole('status', { name: 'Who is here' }).textContent;
}

describe('the line that says who is here', () => {
  it('leaves out the viewer', () => {
    expect(shown([maya])).toBe('Only you are here.');
  });

  it('says where the others are, and who of them only reads', () => {
    expect(shown([maya, eli, tom])).toBe('Eli Brandt is looking at the session. Tom Hughes is looking at the step, reading only.');
  });

  it('does not say who is here while the connection is lost', () => {
    expect(shown([maya, eli], 'reconnecting')).toBe('Reconnecting. What you see may be a little old.');
  });
});
