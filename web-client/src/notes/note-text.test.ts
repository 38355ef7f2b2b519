// @vitest-environment node
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { fromBase64, toBase64 } from './base64';
import { NoteText } from './note-text';
import { moved, spliced } from './splice';

/** What every note begins as: see MergingText in the backend. */
const EMPTY = fromBase64(
  'hW9Kg3I+LvgAXwEBAAGuLYO6Sbo9qCn/f65Uq345n2odemJZHUQx4Ro+L0gwGQYBAgMCEwIjAkACVgIHFQYhAiMCNAFCAlYCgAECfwB/AX8BfwB/AH8HfwR0ZXh0fwB/AQF/BH8AfwAA',
);

beforeAll(() => {
  const wasm = createRequire(import.meta.url).resolve('@automerge/automerge/automerge.wasm');
  vi.stubGlobal('fetch', async () => new Response(await readFile(wasm)));
});

/** Somebody with a text area: types at the caret, and sees it moved by what the other typed. */
class Typist {
  caret = 0;
  private ownEnd = -1;
  private partial = false;

  private constructor(private readonly note: NoteText) {}

  static async begin() {
    return new Typist(await NoteText.open(EMPTY));
  }

  get text() {
    return this.note.text;
  }

  press(character: string) {
    const { text } = this.note;
    this.caret += 1;
    this.note.type(spliced(text, { at: this.caret - 1, deleted: 0, inserted: character }), this.caret);
    this.ownEnd = this.caret;
    this.partial = character !== ' ';
  }

  /** Goes on at the end of some word that is on the screen. */
  jump(random: () => number) {
    if (this.partial) return;
    const ends = [...this.note.text.matchAll(/ /g)].map((space) => space.index + 1);
    this.caret = ends[Math.floor(random() * ends.length)] ?? 0;
  }

  /** What is to be sent: whole words only, as the screen does while somebody goes on typing. */
  send(): Uint8Array | undefined {
    if (this.partial) return undefined;
    this.note.commit();
    const batch = this.note.nextBatch();
    batch?.arrived();
    return batch?.changes;
  }

  receive(changes: Uint8Array) {
    const before = this.note.text;
    const splices = this.note.mergeFromService(changes);
    expect(splices.reduce(spliced, before)).toBe(this.note.text);
    this.caret = moved(this.caret, splices, this.caret === this.ownEnd);
    this.ownEnd = moved(this.ownEnd, splices, true);
  }
}

/** Numbers that look random and are the same each time (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const words = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}${index} `);

/** Lets two people type their words while what they send arrives late, in order, after any number of keys. */
async function typeTogether(seed: number, jumping: boolean) {
  const random = numbers(seed);
  const people = [await Typist.begin(), await Typist.begin()] as const;
  const toType = [words('red', 40).join(''), words('blue', 40).join('')];
  const underWay: Uint8Array[][] = [[], []];
  const delay = random();
  while (toType[0] || toType[1] || underWay[0]!.length || underWay[1]!.length) {
    const who = random() < 0.5 ? 0 : 1;
    const me = people[who];
    const keys = Math.floor(random() * 12);
    for (const character of toType[who]!.slice(0, keys)) me.press(character);
    toType[who] = toType[who]!.slice(keys);
    if (jumping && random() < 0.2) me.jump(random);
    const sent = me.send();
    if (sent) underWay[1 - who]!.push(sent);
    if (random() > delay || !toType[who]) underWay[who]!.splice(0).forEach((changes) => me.receive(changes));
  }
  return people;
}

const seeds = Array.from({ length: 12 }, (_, index) => index + 1);

describe('two people who type into one note', () => {
  it.each(seeds)('keep their words whole and in order, at one place (seed %i)', async (seed) => {
    const [one, other] = await typeTogether(seed, false);
    expect(one.text).toBe(other.text);
    const found = one.text.trim().split(' ');
    for (const [colour, count] of [['red', 40], ['blue', 40]] as const) {
      expect(found.filter((word) => word.startsWith(colour))).toEqual(words(colour, count).map((word) => word.trim()));
    }
    expect(found).toHaveLength(80);
  });

  it.each(seeds)('keep their words whole when they go from place to place (seed %i)', async (seed) => {
    const [one, other] = await typeTogether(seed, true);
    expect(one.text).toBe(other.text);
    const all = [...words('red', 40), ...words('blue', 40)].map((word) => word.trim());
    expect(one.text.trim().split(' ').sort()).toEqual(all.sort());
  });
});

describe('a note', () => {
  it('sends nothing twice once it has arrived, and all of it again until then', async () => {
    const note = await NoteText.open(EMPTY);
    note.type('Wait time', 9);
    note.commit();
    const first = note.nextBatch()!;
    expect(toBase64(note.nextBatch()!.changes)).toBe(toBase64(first.changes));
    note.type('Wait time.', 10);
    expect(note.waiting).toBe(true);
    first.arrived();
    note.commit();
    const second = note.nextBatch()!;
    second.arrived();
    expect(note.waiting).toBe(false);
    expect(note.nextBatch()).toBeUndefined();

    const reader = await NoteText.open(EMPTY);
    reader.mergeFromService(first.changes);
    reader.mergeFromService(second.changes);
    expect(reader.text).toBe('Wait time.');
    expect(reader.waiting).toBe(false);
  });

  it('is whole after a reload from what was kept, and still sends what the service lacks', async () => {
    const before = await NoteText.open(EMPTY);
    before.type('Typed offline 😀', 16);
    before.commit();
    const after = await NoteText.open(EMPTY);
    expect(after.merge(before.save())).toEqual([{ at: 0, deleted: 0, inserted: 'Typed offline 😀' }]);
    const service = await NoteText.open(EMPTY);
    service.mergeFromService(after.nextBatch()!.changes);
    expect(service.text).toBe('Typed offline 😀');
  });

  it('takes the same changes any number of times', async () => {
    const writer = await NoteText.open(EMPTY);
    writer.type('Once', 4);
    writer.commit();
    const { changes } = writer.nextBatch()!;
    const reader = await NoteText.open(EMPTY);
    reader.mergeFromService(changes);
    expect(reader.mergeFromService(changes)).toEqual([]);
    expect(reader.text).toBe('Once');
  });

  it('parts what is too much for one request', async () => {
    const writer = await NoteText.open(EMPTY);
    for (const word of words('green', 30)) {
      writer.type(writer.text + word, writer.text.length + word.length);
      writer.commit();
    }
    const reader = await NoteText.open(EMPTY);
    const sizes: number[] = [];
    for (let batch = writer.nextBatch(1_000); batch; batch = writer.nextBatch(1_000)) {
      reader.mergeFromService(batch.changes);
      batch.arrived();
      sizes.push(batch.changes.length);
      expect(batch.more).toBe(writer.waiting);
    }
    expect(sizes.length).toBeGreaterThan(1);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(1_000);
    expect(reader.text).toBe(writer.text);
  });
});
