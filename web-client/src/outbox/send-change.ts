import type { Client } from '@urql/core';
import { problemsOf, REFUSED, type ShownProblem } from '../api/use-change';
import { LiveCycle } from '../cycle/live-cycle';
import { readFragment } from '../gql';
import type { CyclePartsFragment } from '../gql/graphql';
import { readSession } from '../sign-in/session-api';
import { changeOf, type CyclePayload } from './changes';
import { CycleParts, CyclePartsQuery } from './cycle-parts';
import type { WaitingChange } from './waiting-change';

export type Reply = { taken: CyclePartsFragment } | { problems: ShownProblem[] } | 'unreachable';

/** One try to hand a change over. */
export async function sendChange(client: Client, change: WaitingChange): Promise<Reply> {
  const input = { ...change.input, clientMutationId: change.id };
  const result = await client.mutation(changeOf(change.kind).document, { input }).toPromise();
  if (!result.data) return mayTryAgain(result.error) ? 'unreachable' : { problems: [REFUSED] };
  const payload = (result.data as Record<string, CyclePayload>)[change.kind] as CyclePayload;
  const problems = problemsOf(payload);
  return payload.cycle && problems.length === 0 ? { taken: partsOf(payload.cycle) } : { problems };
}

/** The cycle as the service has it now; nothing when it is not to be seen any more. */
export async function askForCycle(client: Client, id: string): Promise<CyclePartsFragment | null | 'unreachable'> {
  const result = await client.query(CyclePartsQuery, { id }, { requestPolicy: 'network-only' }).toPromise();
  if (result.error) return 'unreachable';
  return readFragment(CycleParts, result.data?.coachingCycle ?? null);
}

/** Whether this person, and nobody else, is signed in now. */
export async function isSignedIn(personId: string): Promise<boolean> {
  const answer = await readSession();
  return 'session' in answer && answer.session.person?.id === personId;
}

const partsOf = (cycle: NonNullable<CyclePayload['cycle']>) => readFragment(CycleParts, readFragment(LiveCycle, cycle));

// No answer, a sign-in that is over, too many requests, a fault of the moment: all pass. Other refusals would come again and again.
function mayTryAgain(error: { networkError?: Error; response?: unknown } | undefined) {
  if (!error?.networkError) return false;
  const status = (error.response as Response | undefined)?.status;
  return status === undefined || status >= 500 || [200, 401, 403, 408, 429].includes(status);
}
