import { createContext, use } from 'react';
import type { SessionState } from './session-api';

export type SignedIn = SessionState & { person: { id: string; name: string } };

export const SessionContext = createContext<{ session: SignedIn; reached: boolean; leave: () => void; onSignedOut: () => void } | null>(null);

/** Who is signed in, and whether the service could be asked about it; only for screens behind the sign-in. */
export function useSession() {
  const found = use(SessionContext);
  if (!found) throw new Error('Nobody is signed in here');
  return found;
}
