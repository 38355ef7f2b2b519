import { Client, CombinedError, fetchExchange, mapExchange, subscriptionExchange, type OperationResult } from '@urql/core';
import { createClient as createSocketClient } from 'graphql-ws';
import { createCache } from './cache';
import { csrfHeader } from './csrf';
import { keptAnswers } from './kept-answers';
import { timedFetch } from './server-clock';

/** The code with which the service closes a connection whose sign-in is over. */
const SIGNED_OUT = 4401;

const UNREACHABLE = new CombinedError({ networkError: new Error('The service could not be reached') });

/** Without the service, what is kept is asked for; if that is not all, what is missing would look like nothing. */
function isHalfKnown({ operation }: OperationResult): boolean {
  const { requestPolicy, meta } = operation.context;
  return operation.kind === 'query' && requestPolicy === 'cache-only' && meta?.cacheOutcome !== 'hit';
}

/** How long what is kept on the device may take to be read, in milliseconds. */
const READING = 2000;

/** What every connection has in common. */
function common(onSignedOut: () => void) {
  return {
    url: '/graphql',
    preferGetMethod: false,
    fetch: timedFetch,
    fetchOptions: () => ({ credentials: 'same-origin', headers: csrfHeader() }) as const,
    onError: (error: CombinedError) => {
      if ((error.response as Response | undefined)?.status === 401) onSignedOut();
    },
  };
}

/** For what may not stay on the device: nothing that is asked through it is kept, not even in memory. */
export function createForgetfulClient(onSignedOut: () => void) {
  const { onError, ...options } = common(onSignedOut);
  return new Client({ ...options, exchanges: [mapExchange({ onError }), fetchExchange] });
}

/** The one connection of a signed-in person to the API; a new sign-in gets a new one, so that nobody sees another's cache. */
export function createClient(personId: string, onSignedOut: () => void) {
  let isRead = () => {};
  const ready = new Promise<void>((resolve) => (isRead = resolve));
  const storage = keptAnswers(personId, isRead);
  // A browser whose storage hangs must not keep the screens away.
  setTimeout(isRead, storage ? READING : 0);
  const socket = createSocketClient({
    url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
    // A break ends the subscriptions; `follow` begins them again after the last event that was seen.
    retryAttempts: 0,
    // Pings notice a connection that died without a word, as it does when a laptop sleeps.
    keepAlive: 10_000,
    on: {
      closed: (event) => {
        if ((event as CloseEvent).code === SIGNED_OUT) onSignedOut();
      },
    },
  });
  const { onError, ...options } = common(onSignedOut);
  const client = new Client({
    ...options,
    exchanges: [
      mapExchange({
        onError,
        onResult: (result) => (isHalfKnown(result) ? { ...result, data: undefined, error: UNREACHABLE } : result),
      }),
      createCache(storage),
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: (request) => ({
          subscribe: (sink) => ({
            unsubscribe: socket.subscribe({ query: request.query ?? '', variables: request.variables }, sink),
          }),
        }),
      }),
    ],
  });
  /** What is asked before `ready`, while the device is offline, would be answered with an error and not asked again. */
  return { client, ready };
}
