import { MantineProvider } from '@mantine/core';
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CycleAction } from '../gql/graphql';
import { SessionWarnings } from './session-warnings';

const START = Date.parse('2026-09-14T08:00:00Z');

beforeEach(() => {
  vi.useFakeTimers({ now: START + 26 * 60_000 });
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => {}, removeEventListener: () => {} }));
});

afterEach(() => {
  cleanup();
  localStorage.clear();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function show(can: CycleAction[], id = 'cycle-1') {
  const startedAt = new Date(START).toISOString();
  const cycle = {
    id,
    can,
    plan: { budgetMinutes: 45, sections: [{ id: 'probe', kind: 'PROBE', minutes: 5 }] },
    session: { startedAt, endedAt: null, sections: [{ sectionId: 'probe', startedAt, endedAt: null }] },
    rounds: [],
    followUp: null,
  };
  return render(
    <MantineProvider env="test" forceColorScheme="light">
      <SessionWarnings cycle={cycle as never} />
      <h2 id="agenda" tabIndex={-1}>
        Agenda
      </h2>
    </MantineProvider>,
  );
}

describe('the warnings on the screen', () => {
  it('come by themselves, in a region that was there before', () => {
    vi.setSystemTime(START + 24 * 60_000 + 58_000);
    show(['RUN_SESSION']);
    expect(screen.getByRole('status', { name: 'Warning' }).textContent).toBe('');
    act(() => void vi.advanceTimersByTime(3000));
    expect(screen.getByText('No practice yet at minute 25')).toBeTruthy();
    expect(screen.getByRole('status', { name: 'Warning' }).textContent).toContain('No practice yet');
  });

  it('stay away once put away, in this meeting only', () => {
    const first = show(['RUN_SESSION']);
    act(() => screen.getByRole('button', { name: /^Put away/ }).click());
    expect(screen.queryByRole('button')).toBeNull();
    expect(document.activeElement?.id).toBe('agenda');
    first.unmount();
    const again = show(['RUN_SESSION']);
    expect(screen.queryByRole('button')).toBeNull();
    again.unmount();
    show(['RUN_SESSION'], 'cycle-2');
    expect(screen.getByRole('button', { name: /^Put away/ })).toBeTruthy();
  });

  it('are not the ECT\'s', () => {
    show(['REFLECT']);
    expect(screen.queryByRole('status')).toBeNull();
    expect(screen.queryByRole('button')).toBeNull();
  });
});
