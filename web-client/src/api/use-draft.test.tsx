import { act, cleanup, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { DraftOwner, useDraft } from './use-draft';
import { useEdit } from './use-edit';

afterEach(() => {
  cleanup();
  localStorage.clear();
});

const as = (person: string) => ({ children }: { children: ReactNode }) => <DraftOwner value={person}>{children}</DraftOwner>;

describe('a draft', () => {
  it('is there again after the page was closed', () => {
    const first = renderHook(() => useDraft('note', ''), { wrapper: as('maya') });
    act(() => first.result.current.set('Pupil A put a hand up'));
    first.unmount();
    const second = renderHook(() => useDraft('note', ''), { wrapper: as('maya') });
    expect(second.result.current.value).toBe('Pupil A put a hand up');
  });

  it('is not shown to the next person at the same computer', () => {
    const maya = renderHook(() => useDraft('note', ''), { wrapper: as('maya') });
    act(() => maya.result.current.set('Private'));
    const eli = renderHook(() => useDraft('note', ''), { wrapper: as('eli') });
    expect(eli.result.current.value).toBe('');
  });

  it('is gone once the service has it', () => {
    const draft = renderHook(() => useDraft('note', ''));
    act(() => draft.result.current.set('Sent'));
    act(() => draft.result.current.clear());
    expect(renderHook(() => useDraft('note', '')).result.current.value).toBe('');
    expect(localStorage).toHaveLength(0);
  });
});

describe('editing', () => {
  it('sends the newest version while only other things changed', () => {
    const edit = renderHook(({ text, version }) => useEdit('plan', text, version), { initialProps: { text: 'old', version: 3 } });
    act(() => edit.result.current.set('mine'));
    edit.rerender({ text: 'old', version: 5 });
    expect(edit.result.current).toMatchObject({ value: 'mine', version: 5, changedMeanwhile: false });
  });

  it('keeps what was typed when the same thing changed, and overwrites only when told to', () => {
    const edit = renderHook(({ text, version }) => useEdit('plan', text, version), { initialProps: { text: 'old', version: 3 } });
    act(() => edit.result.current.set('mine'));
    edit.rerender({ text: 'theirs', version: 4 });
    expect(edit.result.current).toMatchObject({ value: 'mine', version: 3, changedMeanwhile: true });
    act(() => void edit.result.current.keepMine());
    expect(edit.result.current).toMatchObject({ value: 'mine', version: 4, changedMeanwhile: false });
  });
});
