import { csrfHeader } from '../api/csrf';
import { setSignOutDue, signOutIsDue } from './remembered-session';

/** What the service says about who is signed in. */
export type SessionState = {
  person: { id: string; name: string } | null;
  administrator: boolean;
  mustChangePassword: boolean;
  demo: { password: string; people: DemoPerson[] } | null;
};

export type DemoPerson = { name: string; email: string; role: string };

export type Refusal = { code: string; message: string };

export type SessionAnswer = { session: SessionState } | { refusal: Refusal };

const UNREACHABLE: Refusal = { code: 'UNREACHABLE', message: 'The service could not be reached. Check your connection and try again.' };

/** How long the service may take to say who is signed in; slow school Wi-Fi counts as none. */
const PATIENCE = 5000;

async function call(path: string, method: string, body?: object, signal?: AbortSignal): Promise<SessionAnswer> {
  try {
    const response = await fetch(path, {
      method,
      signal,
      credentials: 'same-origin',
      headers: { Accept: 'application/json', ...(body && { 'Content-Type': 'application/json' }), ...csrfHeader() },
      body: body && JSON.stringify(body),
    });
    if (response.ok) return { session: (await response.json()) as SessionState };
    if (response.status === 400 || response.status === 401 || response.status === 429) {
      return { refusal: (await response.json()) as Refusal };
    }
    return { refusal: { code: 'FAULT', message: 'The service could not do this. Try again in a moment.' } };
  } catch {
    return { refusal: UNREACHABLE };
  }
}

/** Ends a sign-in that was to end while the service could not be told. */
export async function readSession(): Promise<SessionAnswer> {
  const read = () => call('/session', 'GET', undefined, AbortSignal.timeout(PATIENCE));
  const answer = await read();
  // Only after that answer, which brings the CSRF token.
  if (!signOutIsDue() || !('session' in answer)) return answer;
  return (await signOut()) ? read() : { refusal: UNREACHABLE };
}

export async function signIn(email: string, password: string): Promise<SessionAnswer> {
  const answer = await call('/session', 'POST', { email, password });
  if ('refusal' in answer) return answer;
  // It took the place of whatever sign-in was to end.
  setSignOutDue(false);
  // The service changes the CSRF token at sign-in; reading the session again fetches the new one.
  return readSession();
}

export async function changePassword(currentPassword: string, newPassword: string): Promise<SessionAnswer> {
  const answer = await call('/session/password', 'PUT', { currentPassword, newPassword });
  return 'session' in answer ? readSession() : answer;
}

/** False when the service could not be told; it is told when it is next asked who is signed in. */
export async function signOut(): Promise<boolean> {
  setSignOutDue(true);
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    const response = await fetch('/session', { method: 'DELETE', signal, credentials: 'same-origin', headers: csrfHeader() });
    if (response.ok) setSignOutDue(false);
  } catch {
    // Asked again with the next reading of the session.
  }
  return !signOutIsDue();
}
