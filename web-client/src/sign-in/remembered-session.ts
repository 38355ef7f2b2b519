import { keep, readKept } from '../api/kept';
import { forgetAnswers } from '../api/kept-answers';
import type { SessionState } from './session-api';

const LAST = 'coachbench.signed-in';
const SIGN_OUT_DUE = 'coachbench.sign-out-due';

type Last = { person: { id: string; name: string }; administrator: boolean; ended: boolean };

const last = () => readKept<Last>(LAST);

/** Who was signed in here when the service last said so: they can go on when it cannot be reached. */
export function rememberedSession(): SessionState | undefined {
  const found = last();
  return found && !found.ended ? { person: found.person, administrator: found.administrator, mustChangePassword: false, demo: null } : undefined;
}

/** Takes in what the service said. What is kept for whoever was here before goes when it is somebody else. */
export async function remember({ person, administrator, mustChangePassword }: SessionState): Promise<void> {
  const before = last();
  const ended = person === null || mustChangePassword;
  if (person) keep(LAST, { person, administrator, ended } satisfies Last);
  else if (before) keep(LAST, { ...before, ended } satisfies Last);
  if (before && person && before.person.id !== person.id) await forgetAnswers(before.person.id);
}

/** The person left: nothing is kept but what they have not sent. */
export async function forgetSession(personId: string): Promise<void> {
  keep(LAST, undefined);
  await forgetAnswers(personId);
}

/** Whether somebody signed out while the service could not be told. */
export const signOutIsDue = () => readKept<boolean>(SIGN_OUT_DUE) === true;

export const setSignOutDue = (due: boolean) => keep(SIGN_OUT_DUE, due || undefined);
