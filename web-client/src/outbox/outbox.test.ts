import type { Client } from '@urql/core';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClient } from '../api/client';
import { CycleQuery, LiveCycle } from '../cycle/live-cycle';
import { readFragment } from '../gql';
import { notArrived } from './arrived';
import { openChangeStore } from './change-store';
import { CycleParts } from './cycle-parts';
import { createOutbox, type Outbox } from './outbox';
import { createTestService } from './test-service';

const cycleId = 'cycle_1';
let person: string;
let service: ReturnType<typeof createTestService>;
let client: Client;
let outbox: Outbox;
let stop: () => void;
let count = 0;

beforeEach(async () => {
  service = createTestService();
  person = service.signedIn = `person_${(count += 1)}`;
  await open();
});

afterEach(() => {
  stop();
  vi.unstubAllGlobals();
});

/** As when the page is loaded. */
async function open() {
  const opened = createClient('person_1', () => {});
  client = opened.client;
  await opened.ready;
  await client.query(CycleQuery, { id: cycleId }).toPromise();
  outbox = createOutbox(client, person);
  stop = outbox.start();
}

const note = (text: string) => outbox.keep('recordEvidence', { cycleId, text });
const lesson = (topic: string, version = service.version) =>
  outbox.send('describeLesson', { cycleId, lesson: { subject: 'Science', className: '8B', topic }, version });
const shown = () => outbox.state().changes.map((change) => [change.kind, change.state]);
const settled = (changes: unknown[]) => vi.waitFor(() => expect(shown()).toEqual(changes));
const offline = () => (service.reachable = false);

function online() {
  service.reachable = true;
  dispatchEvent(new Event('online'));
}

const cycleOnScreen = () =>
  readFragment(CycleParts, readFragment(LiveCycle, client.readQuery(CycleQuery, { id: cycleId })?.data?.coachingCycle ?? null));

describe('a change that is made while the service can be reached', () => {
  it('is answered when the service has it, and leaves nothing behind', async () => {
    expect(await lesson('Forces')).toBe('taken');
    expect(service.lesson.topic).toBe('Forces');
    await settled([]);
  });

  it('goes back to its form when it is refused', async () => {
    expect(await outbox.send('recordEvidence', { cycleId, text: '' })).toMatchObject({ problems: [{ message: 'Enter what you saw.' }] });
    await settled([]);
  });

  it('goes back to its form when somebody else changed the same', async () => {
    const seen = service.version;
    service.changeLesson({ topic: 'Light' });
    expect(await lesson('Forces', seen)).toMatchObject({ problems: [{ conflict: true }] });
    expect(service.lesson.topic).toBe('Light');
    await settled([]);
  });

  it('is not for the outbox when it is no change of a cycle', async () => {
    expect(await outbox.send('registerSchool', { cycleId: '' })).toBeUndefined();
  });
});

describe('changes that are made offline', () => {
  it('are sent once each, in their order, when the network is back', async () => {
    offline();
    for (const text of ['one', 'two', 'three']) await note(text);
    expect(await outbox.send('shareCycle', { cycleId })).toBe('kept');
    await settled([['recordEvidence', 'waiting'], ['recordEvidence', 'waiting'], ['recordEvidence', 'waiting'], ['shareCycle', 'waiting']]);
    online();
    await settled([]);
    expect(service.evidence).toEqual(['one', 'two', 'three']);
    expect(service.heard.map((one) => one.mutation)).toEqual(['recordEvidence', 'recordEvidence', 'recordEvidence', 'shareCycle']);
  });

  it('are there again after the page was closed, and only for the same person', async () => {
    offline();
    await note('kept');
    await settled([['recordEvidence', 'waiting']]);
    stop();
    expect(await (await openChangeStore('person_other')).all()).toEqual([]);
    service.reachable = true;
    await open();
    await vi.waitFor(() => expect(service.evidence).toEqual(['kept']));
    await settled([]);
  });

  it('wait while somebody else is signed in', async () => {
    offline();
    await note('Maya saw this');
    await settled([['recordEvidence', 'waiting']]);
    service.signedIn = 'person_other';
    online();
    await vi.waitFor(() => expect(outbox.state().reached).toBe(false));
    expect(service.heard).toEqual([]);
    service.signedIn = person;
    online();
    await settled([]);
    expect(service.evidence).toEqual(['Maya saw this']);
  });

  it('go out once when two tabs send them', async () => {
    offline();
    for (const text of ['one', 'two']) await note(text);
    await settled([['recordEvidence', 'waiting'], ['recordEvidence', 'waiting']]);
    const second = createOutbox(createClient('person_1', () => {}).client, person);
    const stopSecond = second.start();
    online();
    await settled([]);
    await vi.waitFor(() => expect(second.state().changes).toEqual([]));
    expect(service.evidence).toEqual(['one', 'two']);
    stopSecond();
  });
});

describe('a lost reply', () => {
  it('makes the same change go again under the same id, so that it is there once', async () => {
    service.losesReply = true;
    await note('once');
    await settled([['recordEvidence', 'waiting']]);
    online();
    await settled([]);
    expect(service.evidence).toEqual(['once']);
    expect(service.heard).toHaveLength(2);
    expect(new Set(service.heard.map((one) => one.id)).size).toBe(1);
  });

  it('does not show a note twice when an event brought it meanwhile', async () => {
    await note('the same words');
    await settled([]);
    service.losesReply = true;
    await note('the same words');
    await note('other words');
    await settled([['recordEvidence', 'waiting'], ['recordEvidence', 'waiting']]);
    const [again, other] = outbox.state().changes;
    expect(notArrived([again!, other!], cycleOnScreen()!)).toEqual([again, other]);
    service.reachable = true;
    await client.query(CycleQuery, { id: cycleId }, { requestPolicy: 'network-only' }).toPromise();
    expect(notArrived([again!, other!], cycleOnScreen()!)).toEqual([other]);
  });
});

describe('the version of a change', () => {
  it('moves on with one’s own changes, so that nobody is in conflict with themself', async () => {
    const seen = service.version;
    offline();
    await lesson('Forces', seen);
    await note('one');
    await lesson('Forces and motion', seen);
    await settled([['describeLesson', 'waiting'], ['recordEvidence', 'waiting'], ['describeLesson', 'waiting']]);
    online();
    await settled([]);
    expect(service.lesson.topic).toBe('Forces and motion');
    expect(service.evidence).toEqual(['one']);
  });

  it('moves on when somebody else changed only something else', async () => {
    offline();
    await lesson('Forces');
    await settled([['describeLesson', 'waiting']]);
    service.evidence = ['by another device'];
    service.version += 1;
    online();
    await settled([]);
    expect(service.lesson.topic).toBe('Forces');
  });

  it('stays where it was when somebody else changed the same, although a change of one’s own went before', async () => {
    offline();
    await note('one');
    await lesson('Forces');
    service.changeLesson({ topic: 'Light' });
    online();
    await settled([['describeLesson', 'conflict']]);
    expect(service.lesson.topic).toBe('Light');
  });

  it('stays where it was when somebody else changed the same after one’s own change, whose reply was lost', async () => {
    const seen = service.version;
    service.losesReply = true;
    expect(await lesson('Forces', seen)).toBe('kept');
    await lesson('Forces and motion', seen);
    service.changeLesson({ topic: 'Light' });
    online();
    await settled([['describeLesson', 'conflict']]);
    expect(service.lesson.topic).toBe('Light');
  });
});

describe('a conflict', () => {
  beforeEach(async () => {
    offline();
    await lesson('Forces');
    await note('one');
    await outbox.send('shareCycle', { cycleId });
    service.changeLesson({ topic: 'Light', className: '8C' });
    online();
    await settled([['describeLesson', 'conflict'], ['shareCycle', 'waiting']]);
  });

  it('keeps both versions, and lets go on what does not depend on it', () => {
    expect(outbox.state().changes[0]).toMatchObject({
      mine: { Subject: 'Science', Class: '8B', Topic: 'Forces' },
      now: { Subject: 'Science', Class: '8C', Topic: 'Light' },
    });
    expect(service.evidence).toEqual(['one']);
    expect(service.shared).toBe(false);
  });

  it('ends with mine when the person says so', async () => {
    await outbox.sendAgain(outbox.state().changes[0]!);
    await settled([]);
    expect(service.lesson).toEqual({ subject: 'Science', className: '8B', topic: 'Forces' });
    expect(service.shared).toBe(true);
  });

  it('ends with what is there when the person says so', async () => {
    await outbox.discard(outbox.state().changes[0]!);
    await settled([]);
    expect(service.lesson.topic).toBe('Light');
    expect(service.shared).toBe(true);
  });

  it('comes again when yet another change came before mine', async () => {
    service.changeLesson({ topic: 'Sound' });
    await outbox.sendAgain(outbox.state().changes[0]!);
    await vi.waitFor(() => expect(outbox.state().changes[0]).toMatchObject({ state: 'conflict', now: { Topic: 'Sound' } }));
    expect(service.lesson.topic).toBe('Sound');
  });
});

describe('a refusal of what was kept', () => {
  it('stays with its text until the person decides', async () => {
    offline();
    await note('');
    await note('two');
    online();
    await settled([['recordEvidence', 'refused']]);
    expect(outbox.state().changes[0]?.problems).toMatchObject([{ message: 'Enter what you saw.' }]);
    expect(service.evidence).toEqual(['two']);
  });
});

describe('a cycle that is begun offline', () => {
  const begin = () => outbox.send('startCycle', { cycleId, ectId: 'person_eli', lesson: { subject: 'Art', className: '7C', topic: '' } });

  it('is begun before anything of it is sent', async () => {
    offline();
    expect(await begin()).toBe('kept');
    await note('one');
    await settled([['startCycle', 'waiting'], ['recordEvidence', 'waiting']]);
    online();
    await settled([]);
    expect(service.heard.map((one) => one.mutation)).toEqual(['startCycle', 'recordEvidence']);
  });

  it('holds back all of it while it cannot begin', async () => {
    service.mayStart = false;
    offline();
    await begin();
    await note('one');
    online();
    await settled([['startCycle', 'refused'], ['recordEvidence', 'waiting']]);
    service.mayStart = true;
    await outbox.sendAgain(outbox.state().changes[0]!);
    await settled([]);
    expect(service.evidence).toEqual(['one']);
  });
});

describe('a window without a database', () => {
  it('keeps changes as long as the page and says so', async () => {
    stop();
    vi.stubGlobal('indexedDB', undefined);
    await open();
    offline();
    await note('one');
    await settled([['recordEvidence', 'waiting']]);
    expect(outbox.state().lasting).toBe(false);
    online();
    await settled([]);
    expect(service.evidence).toEqual(['one']);
  });
});
