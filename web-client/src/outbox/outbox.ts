import type { Client } from '@urql/core';
import { waitBeforeRetry } from '../api/follow';
import { KEEPING_FAILED, type ShownProblem } from '../api/use-change';
import { openChangeStore, type ChangeStore } from './change-store';
import { isKept } from './changes';
import { madeOnScreen } from './on-screen';
import { askForCycle, isSignedIn, sendChange } from './send-change';
import { afterConflict, afterOwn, nextToSend } from './version-rule';
import type { WaitingChange } from './waiting-change';

/** What came of a change: the service has it, it waits here, or something stands in the way. */
export type Answer = 'taken' | 'kept' | { problems: ShownProblem[] };

export type OutboxState = { changes: WaitingChange[]; reached: boolean; lasting: boolean };

export type Outbox = ReturnType<typeof createOutbox>;

type Input = WaitingChange['input'];

/**
 * Everything that a person changes in coaching cycles passes through here: it is kept on this device first, then sent, one change
 * after another in the order in which they were made, and again with the same id until the service has answered.
 */
export function createOutbox(client: Client, personId: string, opening: Promise<ChangeStore> = openChangeStore(personId)) {
  const name = `coachbench.outbox.${personId}`;
  const listeners = new Set<() => void>();
  const awaited = new Map<string, (answer: Answer) => void>();
  const otherTabs = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(name);
  let state: OutboxState = { changes: [], reached: true, lasting: true };
  let running: Promise<void> | undefined;
  let wanted = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  function show(part: Partial<OutboxState>) {
    state = { ...state, ...part };
    listeners.forEach((listener) => listener());
  }

  async function refresh() {
    const store = await opening;
    show({ changes: await store.all(), lasting: store.lasting });
  }

  async function changed() {
    await refresh();
    otherTabs?.postMessage('changed');
  }

  function answer(id: string, given: Answer) {
    awaited.get(id)?.(given);
    awaited.delete(id);
  }

  /**
   * Keeps a change and sends it; a refusal of the first try is the answer, later ones are shown where changes wait.
   * Nothing is done, and nothing answered, when it is none of the changes that are kept.
   */
  async function send(mutation: string, input: Input): Promise<Answer | undefined> {
    if (!isKept(mutation)) return undefined;
    const change = madeOnScreen(client, mutation, input, state.reached ? 'new' : 'waiting');
    try {
      await (await opening).add(change);
    } catch {
      return { problems: [KEEPING_FAILED] };
    }
    const given = new Promise<Answer>((resolve) => awaited.set(change.id, resolve));
    // Who is known to be offline is not kept waiting for one more try.
    if (change.state === 'waiting') answer(change.id, 'kept');
    flush();
    void changed();
    return given;
  }

  /** Keeps a change and sends it, and leaves all that comes of it to the places where changes wait. */
  async function keep(mutation: string, input: Input): Promise<Answer | undefined> {
    if (!isKept(mutation)) return undefined;
    try {
      await (await opening).add(madeOnScreen(client, mutation, input, state.reached ? 'new' : 'waiting'));
    } catch {
      return { problems: [KEEPING_FAILED] };
    }
    flush();
    await changed();
    return 'kept';
  }

  function flush() {
    if (stopped) return;
    clearTimeout(timer);
    wanted = true;
    running ??= run().finally(() => (running = undefined));
  }

  async function run() {
    while (wanted) {
      wanted = false;
      // Two tabs that send at once do no harm, as the service takes each id once; one after the other is quieter.
      if (navigator.locks) await navigator.locks.request(name, sendAll);
      else await sendAll();
    }
  }

  async function sendAll() {
    const store = await opening;
    let reached = true;
    let asked = false;
    for (let next = nextToSend(await store.all()); next && !stopped; next = nextToSend(await store.all())) {
      // What waited may belong to somebody who is not signed in any more: a tab stays open, the next person signs in beside it.
      if (next.state === 'waiting' && !asked) asked = reached = await isSignedIn(personId);
      reached &&= await attempt(store, next);
      await changed();
      if (!reached) break;
    }
    await answerTheRest(store, reached);
    failures = reached ? 0 : failures + 1;
    if (!reached && !stopped) timer = setTimeout(flush, waitBeforeRetry(failures));
    show({ reached });
    await changed();
  }

  /** False when the service could not be reached. */
  async function attempt(store: ChangeStore, change: WaitingChange): Promise<boolean> {
    const reply = await sendChange(client, change);
    if (reply === 'unreachable') return false;
    if ('taken' in reply) {
      for (const waiting of await store.all()) {
        const moved = afterOwn(waiting, change, reply.taken);
        if (moved !== waiting && waiting.id !== change.id) await store.update(moved);
      }
      await done(store, change);
      return true;
    }
    if (!reply.problems.some((problem) => problem.conflict)) return refuse(store, change, reply.problems);
    const now = await askForCycle(client, change.cycleId);
    if (now === 'unreachable') return false;
    if (!now) return refuse(store, change, reply.problems);
    const outcome = afterConflict(change, now);
    if (outcome === 'there already') await done(store, change);
    else if ('again' in outcome) await store.update(outcome.again);
    else if (awaited.has(change.id)) return refuse(store, change, reply.problems);
    else await store.update({ ...change, state: 'conflict', problems: reply.problems, now: outcome.now, input: { ...change.input, version: now.version } });
    return true;
  }

  async function done(store: ChangeStore, change: WaitingChange) {
    await store.remove(change);
    answer(change.id, 'taken');
  }

  async function refuse(store: ChangeStore, change: WaitingChange, problems: ShownProblem[]) {
    if (awaited.has(change.id)) {
      await store.remove(change);
      answer(change.id, { problems });
    } else await store.update({ ...change, state: 'refused', problems });
    return true;
  }

  /** Whoever still waits for an answer is told that the change is kept, or what another tab heard about it. */
  async function answerTheRest(store: ChangeStore, reached: boolean) {
    const changes = await store.all();
    // What was made in the last moment is sent in the next round.
    if (reached && wanted) return;
    for (const id of awaited.keys()) {
      const change = changes.find((one) => one.id === id);
      if (!change) answer(id, 'taken');
      else if (change.state === 'refused') await refuse(store, change, change.problems);
      else answer(id, 'kept');
    }
    for (const change of changes) if (change.state === 'new') await store.update({ ...change, state: 'waiting' });
  }

  /** Sends again what was set aside: with the version that is there now, so that it replaces it. */
  async function sendAgain(change: WaitingChange) {
    await (await opening).update({ ...change, state: 'waiting', problems: [], base: change.now ?? change.base, now: null });
    await changed();
    flush();
  }

  async function discard(change: WaitingChange) {
    await (await opening).remove(change);
    await changed();
    flush();
  }

  function start() {
    stopped = false;
    otherTabs?.addEventListener('message', refresh);
    addEventListener('online', flush);
    flush();
    return () => {
      stopped = true;
      clearTimeout(timer);
      otherTabs?.removeEventListener('message', refresh);
      removeEventListener('online', flush);
    };
  }

  function subscribe(listener: () => void) {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }

  return { start, subscribe, state: () => state, send, keep, sendAgain, discard };
}
