import type { AnyVariables, Client, TypedDocumentNode } from '@urql/core';
import { onEnd, pipe, subscribe } from 'wonka';

export type Following = 'connecting' | 'live' | 'reconnecting';

const LONGEST_WAIT = 15_000;

/**
 * Keeps a subscription going over breaks. `variables` is asked at each start, so that it can name the last event seen.
 * Who is told that they may no longer follow does not try again.
 * The first retry comes quickly, later ones are spread out so that a service that comes back is not run over.
 */
export function follow<Data, Variables extends AnyVariables>(
  client: Client,
  document: TypedDocumentNode<Data, Variables>,
  variables: () => Variables,
  onData: (data: Data) => void,
  onState: (state: Following) => void,
  onForbidden?: () => void,
): () => void {
  let stopped = false;
  let failures = 0;
  let stop = () => {};
  let timer: ReturnType<typeof setTimeout> | undefined;

  function begin() {
    let ended = false;
    const again = () => {
      if (ended || stopped) return;
      ended = true;
      failures += 1;
      onState('reconnecting');
      timer = setTimeout(begin, waitBeforeRetry(failures));
    };
    const subscription = pipe(
      client.subscription<Data, Variables>(document, variables()),
      onEnd(again),
      subscribe((result) => {
        if (result.data) {
          failures = 0;
          onState('live');
          onData(result.data);
        }
        if (result.error?.graphQLErrors.some((error) => error.extensions.code === 'FORBIDDEN')) {
          ended = true;
          onForbidden?.();
        } else if (result.error) {
          again();
        }
      }),
    );
    stop = subscription.unsubscribe;
  }

  const online = () => {
    clearTimeout(timer);
    stop();
    begin();
  };
  addEventListener('online', online);
  begin();
  return () => {
    stopped = true;
    clearTimeout(timer);
    removeEventListener('online', online);
    stop();
  };
}

export function waitBeforeRetry(failures: number, random: number = Math.random()): number {
  const longest = Math.min(LONGEST_WAIT, 500 * 2 ** (failures - 1));
  return longest / 2 + (longest / 2) * random;
}
