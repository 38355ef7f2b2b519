import { createContext, useCallback, useContext, useState } from 'react';
import { keep, readKept } from './kept';

const PREFIX = 'coachbench.draft.';

/** Whose drafts these are: two people at one computer never see each other's. */
export const DraftOwner = createContext('nobody');

/** Text being typed, kept on this device until `clear` says that the service has it. */
export function useDraft<T>(name: string, initial: T) {
  const key = `${useContext(DraftOwner)}.${name}`;
  const [state, setState] = useState(() => ({ key, value: readKept<T>(PREFIX + key) }));
  const value = state.key === key ? state.value : readKept<T>(PREFIX + key);
  const set = useCallback(
    (next: T) => {
      keep(PREFIX + key, next);
      setState({ key, value: next });
    },
    [key],
  );
  const clear = useCallback(() => {
    keep(PREFIX + key, undefined);
    setState({ key, value: undefined });
  }, [key]);
  return { value: value ?? initial, kept: value !== undefined, set, clear };
}
