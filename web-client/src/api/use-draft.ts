import { createContext, useCallback, useContext, useState } from 'react';

const PREFIX = 'coachbench.draft.';

/** Whose drafts these are: two people at one computer never see each other's. */
export const DraftOwner = createContext('nobody');

function read<T>(key: string): T | undefined {
  try {
    const kept = localStorage.getItem(PREFIX + key);
    return kept === null ? undefined : (JSON.parse(kept) as T);
  } catch {
    // Private windows may have no storage, and a kept draft may be unreadable: then there is none.
    return undefined;
  }
}

function write(key: string, value: unknown) {
  try {
    if (value === undefined) localStorage.removeItem(PREFIX + key);
    else localStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // Without storage the text still lives as long as the page.
  }
}

/** Text being typed, kept on this device until `clear` says that the service has it. */
export function useDraft<T>(name: string, initial: T) {
  const key = `${useContext(DraftOwner)}.${name}`;
  const [state, setState] = useState(() => ({ key, value: read<T>(key) }));
  const value = state.key === key ? state.value : read<T>(key);
  const set = useCallback(
    (next: T) => {
      write(key, next);
      setState({ key, value: next });
    },
    [key],
  );
  const clear = useCallback(() => {
    write(key, undefined);
    setState({ key, value: undefined });
  }, [key]);
  return { value: value ?? initial, kept: value !== undefined, set, clear };
}
