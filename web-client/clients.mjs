// Follows a cycle with the clients that people use, unchanged: node clients.mjs <url> <cookies> <CSRF token> <cycle>.
// Each follows from the first event, while more happen; is cut off; and goes on after the last event it saw. Prints one
// line a client; ends with 1 when one of them misses an event or sees one twice.
import { connect, createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { Client, fetchExchange, subscriptionExchange } from '@urql/core';
import * as sse from 'graphql-sse';
import * as socket from 'graphql-ws';
import { map, pipe, toAsyncIterable } from 'wonka';
import { WebSocket } from 'ws';

const [service, cookie, token, cycleId] = process.argv.slice(2);
const headers = { cookie, 'X-XSRF-TOKEN': token };
const events = 'subscription ($cycleId: ID!, $after: Int!) { cycleEvents(cycleId: $cycleId, after: $after) { sequence } }';

// Stands between the clients and the service, and can cut them off as a network does.
const open = new Set();
const network = createServer((near) => {
  const far = connect(new URL(service).port, 'localhost');
  for (const end of [near, far]) {
    open.add(end);
    end.on('error', () => {});
    end.on('close', () => [near, far].forEach((each) => each.destroy()));
  }
  near.pipe(far).pipe(near);
});
await new Promise((listening) => network.listen(0, 'localhost', listening));
const url = new URL(service);
url.port = network.address().port;

class SignedInSocket extends WebSocket {
  constructor(address, protocols) {
    super(address, protocols, { headers });
  }
}
// Retries would begin with the same `after`: who follows begins anew with the last one seen.
const socketClient = () =>
  socket.createClient({ url: url.href.replace('http', 'ws'), webSocketImpl: SignedInSocket, retryAttempts: 0 });

const clients = {
  'graphql-ws': (after) => socketClient().iterate({ query: events, variables: { cycleId, after } }),
  'graphql-sse': (after) =>
    sse.createClient({ url: url.href, headers, retryAttempts: 0 }).iterate({ query: events, variables: { cycleId, after } }),
  urql: (after) => {
    const sockets = socketClient();
    const client = new Client({
      url: url.href,
      preferGetMethod: false,
      fetchOptions: { headers },
      exchanges: [
        fetchExchange,
        subscriptionExchange({
          forwardSubscription: ({ query, variables }) => ({
            subscribe: (sink) => ({ unsubscribe: sockets.subscribe({ query, variables }, sink) }),
          }),
        }),
      ],
    });
    return pipe(
      client.subscription(events, { cycleId, after }),
      map(({ data, error }) => ({ data, errors: error && [error.message] })),
      toAsyncIterable,
    );
  },
};

async function ask(query, variables) {
  const response = await fetch(service, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const answer = await response.json();
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data;
}

async function note(times) {
  for (let i = 0; i < times; i++) {
    const input = { cycleId, text: `Note ${i}` };
    await ask('mutation ($input: RecordEvidenceInput!) { recordEvidence(input: $input) { problems { message } } }', { input });
  }
}

async function check(follow) {
  const before = (await ask('query ($id: ID!) { coachingCycle(id: $id) { lastSequence } }', { id: cycleId })).coachingCycle
    .lastSequence;
  const last = before + 12;
  const seen = [];
  let breaks = 0;
  const following = (async () => {
    while (seen.length < last) {
      try {
        for await (const { data, errors } of follow(seen.at(-1) ?? 0)) {
          if (errors) throw new Error(JSON.stringify(errors));
          seen.push(data.cycleEvents.sequence);
          if (seen.length >= last) return;
        }
        throw new Error('ended without an error');
      } catch {
        breaks += 1;
        await delay(50);
      }
    }
  })();
  const sees = async (count) => {
    const deadline = Date.now() + 20_000;
    while (seen.length < count) {
      if (Date.now() > deadline) throw new Error(`sees ${seen.length} of ${count} events`);
      await delay(5);
    }
  };
  await sees(before);
  await note(5);
  await sees(before + 5);
  open.forEach((end) => end.destroy());
  open.clear();
  await note(3);
  await sees(before + 8);
  await note(4);
  await sees(last);
  await following;
  const right = seen.every((sequence, i) => sequence === i + 1) && seen.length === last;
  if (!right) throw new Error(`sees ${seen.join(' ')}`);
  if (breaks !== 1) throw new Error(`is cut off ${breaks} times`);
  return `${last} events, each once and in order, over a break`;
}

let failed = false;
for (const [name, follow] of Object.entries(clients)) {
  try {
    console.log(`${name}: ${await check(follow)}`);
  } catch (error) {
    failed = true;
    console.log(`${name}: FAILED, ${error.message}`);
  }
}
process.exit(failed ? 1 : 0);
