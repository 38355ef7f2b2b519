import { useDraft } from './use-draft';

type Edit<T> = { value: T; base: string; version: number };

/**
 * Editing of something that another person or device may change too. The draft remembers what it began from:
 * as long as only other things changed, the newest version is sent; when the thing itself changed, the old one is,
 * and the person decides between theirs and ours.
 */
export function useEdit<T>(key: string, current: T, currentVersion: number) {
  const now = JSON.stringify(current);
  const draft = useDraft<Edit<T> | null>(key, null);
  const edit = draft.value;
  const changedMeanwhile = edit !== null && edit.base !== now;
  return {
    value: edit?.value ?? current,
    version: changedMeanwhile ? edit.version : currentVersion,
    dirty: edit !== null,
    changedMeanwhile,
    set: (value: T) => draft.set({ value, base: edit?.base ?? now, version: edit?.version ?? currentVersion }),
    keepMine: () => edit && draft.set({ ...edit, base: now, version: currentVersion }),
    discard: draft.clear,
  };
}
