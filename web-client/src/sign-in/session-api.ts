import { csrfHeader } from '../api/csrf';

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

async function call(path: string, method: string, body?: object): Promise<SessionAnswer> {
  try {
    const response = await fetch(path, {
      method,
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

export const readSession = () => call('/session', 'GET');

export async function signIn(email: string, password: string): Promise<SessionAnswer> {
  const answer = await call('/session', 'POST', { email, password });
  // The service changes the CSRF token at sign-in; reading the session again fetches the new one.
  return 'session' in answer ? readSession() : answer;
}

export async function changePassword(currentPassword: string, newPassword: string): Promise<SessionAnswer> {
  const answer = await call('/session/password', 'PUT', { currentPassword, newPassword });
  return 'session' in answer ? readSession() : answer;
}

export async function signOut(): Promise<void> {
  await fetch('/session', { method: 'DELETE', credentials: 'same-origin', headers: csrfHeader() });
}
