import { createContext, use, useSyncExternalStore } from 'react';
import type { Outbox, OutboxState } from './outbox';

/** The outbox of the person who is signed in; none before that. */
export const OutboxContext = createContext<Outbox | null>(null);

export function useOutbox(): Outbox {
  const found = use(OutboxContext);
  if (!found) throw new Error('Nobody is signed in here');
  return found;
}

/** What waits, and how it stands; redrawn with every change of it. */
export function useOutboxState(): OutboxState {
  const outbox = useOutbox();
  return useSyncExternalStore(outbox.subscribe, outbox.state);
}
