import type { Client } from '@urql/core';
import { waitBeforeRetry } from '../api/follow';
import { serverNow } from '../api/server-clock';
import { problemsOf } from '../api/use-change';
import type { NoteTypingFragment } from '../gql/graphql';
import { fromBase64, toBase64 } from './base64';
import { forgetNote, keepNote, type NoteKey } from './kept-notes';
import { EditNote, NoteDocuments } from './note-documents';
import { NoteText } from './note-text';
import { moved, type Splice } from './splice';

/** Sent this long after the last key. */
const PAUSE = 350;
/** While somebody types on, sent about this often, at the end of a word: else the other might begin inside one. */
const BATCH = 1_000;
/** Some languages have no ends of words. */
const LONGEST_BATCH = 3_000;
/** Who typed longer ago than this is not shown as typing. */
const TYPING = 4_000;

export type Typist = { name: string; at: number };

export type NoteState = {
  text: string;
  opening: 'under way' | 'done' | 'failed';
  sending: 'saved' | 'under way' | 'delayed';
  /** Why the service does not take what was typed. */
  refused?: string;
  /** Somebody else, and where they last typed. */
  typist?: Typist;
};

/** One note on this device: takes in what is typed here and elsewhere, keeps what the service lacks, and sends it. */
export class OpenNote {
  state: NoteState = { text: '', opening: 'under way', sending: 'saved' };
  private note?: NoteText;
  private readonly listeners = new Set<() => void>();
  private readonly movers = new Set<(splices: Splice[]) => void>();
  /** Where one's own last typing ended. */
  private ownEnd = -1;
  /** What arrived before the note was open, or while letters are being composed. */
  private held: (() => void)[] = [];
  private composing = false;
  private typingSince?: number;
  private pause?: ReturnType<typeof setTimeout>;
  private retry?: ReturnType<typeof setTimeout>;
  private typistGone?: ReturnType<typeof setTimeout>;
  private failures = 0;
  private requestUnderWay = false;
  private sendAgain = false;
  private stopped = false;

  constructor(
    private readonly client: Client,
    private readonly key: NoteKey,
  ) {}

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** Tells of others' splices before the text changes, so that a caret can move with them. */
  readonly onMove = (mover: (splices: Splice[]) => void) => {
    this.movers.add(mover);
    return () => void this.movers.delete(mover);
  };

  /** Where a place of one's own caret or selection is after others' splices. */
  placeAfter(splices: Splice[], place: number): number {
    return moved(place, splices, place === this.ownEnd);
  }

  /** Opens the note, or takes in what the service has by now. */
  readonly refresh = async () => {
    const [, cycleId, kind] = this.key;
    const answer = await this.client.query(NoteDocuments, { cycleId }, { requestPolicy: 'network-only' }).toPromise();
    const found = answer.data?.coachingCycle?.notes?.find((note) => note.kind === kind);
    try {
      if (!found) throw new Error('The service does not give this note');
      await this.takeDocument(fromBase64(found.document));
    } catch {
      // An open note goes on with what it has; the events bring the rest.
      if (!this.note) this.set({ opening: 'failed' });
    }
  };

  /** Takes in the new value of the text area. */
  type(value: string, caret: number) {
    if (!this.note) return;
    const splice = this.note.type(value, caret);
    this.ownEnd = splice.at + splice.inserted.length;
    this.set({ text: value, sending: this.state.sending === 'delayed' ? 'delayed' : 'under way', typist: this.typistAfter([splice]) });
    this.typingSince ??= Date.now();
    const typedFor = Date.now() - this.typingSince;
    clearTimeout(this.pause);
    if (typedFor > LONGEST_BATCH || (typedFor > BATCH && /\s$/.test(splice.inserted))) this.flush();
    else this.pause = setTimeout(this.flush, PAUSE);
  }

  /** Others' letters wait while a letter is being composed, as by an input method: moving them would break it. */
  compose(composing: boolean) {
    this.composing = composing;
    if (composing) return;
    this.takeHeld();
    clearTimeout(this.pause);
    this.pause = setTimeout(this.flush, PAUSE);
  }

  /** Somebody typed, perhaps oneself on another device. */
  heard(event: NoteTypingFragment) {
    this.take(
      (note) => note.mergeFromService(fromBase64(event.changes)),
      (splices) => {
        const last = splices.at(-1);
        const age = serverNow() - Date.parse(event.at);
        if (last && event.by.id !== this.key[0] && age < 2 * TYPING) this.showTypist({ name: event.by.name, at: last.at + last.inserted.length });
      },
    );
  }

  /** Keeps and sends what was typed until now. */
  readonly flush = () => {
    clearTimeout(this.pause);
    this.typingSince = undefined;
    if (!this.note || this.composing) return;
    this.note.commit();
    void this.keep();
    void this.send();
  };

  /** Gives up what the service refused, and goes on with what it has. */
  readonly discard = async () => {
    await forgetNote(this.key);
    this.note = undefined;
    this.set({ text: '', opening: 'under way', sending: 'saved', refused: undefined });
    await this.refresh();
  };

  stop() {
    this.stopped = true;
    clearTimeout(this.pause);
    clearTimeout(this.retry);
    clearTimeout(this.typistGone);
  }

  private async takeDocument(document: Uint8Array) {
    if (this.note) return this.take((note) => note.mergeFromService(document));
    const opened = await NoteText.open(document);
    if (this.note) return;
    this.note = opened;
    this.set({ text: opened.text, opening: 'done' });
    this.takeHeld();
    await this.keep();
    if (opened.waiting) this.flush();
  }

  private take(merge: (note: NoteText) => Splice[], after: (splices: Splice[]) => void = () => {}) {
    const { note } = this;
    if (!note || this.composing) {
      this.held.push(() => this.take(merge, after));
      return;
    }
    const splices = merge(note);
    if (splices.length === 0) return;
    this.movers.forEach((move) => move(splices));
    this.ownEnd = moved(this.ownEnd, splices, true);
    this.set({ text: note.text, typist: this.typistAfter(splices) });
    after(splices);
  }

  private takeHeld() {
    this.held.splice(0).forEach((take) => take());
  }

  /** On this device stays what the service lacks, together with what another window kept there. */
  private keep() {
    return keepNote(this.key, (kept) => {
      if (this.composing) return kept;
      if (kept) this.take((note) => note.merge(kept));
      return this.note?.waiting ? this.note.save() : undefined;
    });
  }

  private async send() {
    if (this.requestUnderWay) {
      this.sendAgain = true;
      return;
    }
    clearTimeout(this.retry);
    const batch = this.note?.nextBatch();
    if (!batch || this.stopped) return;
    this.requestUnderWay = true;
    const [, cycleId, kind] = this.key;
    const answer = await this.client.mutation(EditNote, { input: { cycleId, kind, changes: toBase64(batch.changes) } }).toPromise();
    this.requestUnderWay = false;
    this.sendAgain = this.sendAgain || batch.more;
    const payload = answer.data?.editNote;
    if (!payload) return this.sendLater();
    this.failures = 0;
    const problems = problemsOf(payload);
    if (problems.length > 0) {
      this.sendAgain = false;
      this.set({ refused: problems.map((problem) => problem.message).join(' '), sending: 'delayed' });
      return;
    }
    batch.arrived();
    this.set({ refused: undefined, sending: this.note?.waiting ? 'under way' : 'saved' });
    if (this.sendAgain) {
      this.sendAgain = false;
      void this.send();
    } else void this.keep();
  }

  private sendLater() {
    this.failures += 1;
    this.set({ sending: 'delayed' });
    if (!this.stopped) this.retry = setTimeout(() => void this.send(), waitBeforeRetry(this.failures));
  }

  private showTypist(typist: Typist) {
    clearTimeout(this.typistGone);
    this.typistGone = setTimeout(() => this.set({ typist: undefined }), TYPING);
    this.set({ typist });
  }

  private typistAfter(splices: Splice[]): Typist | undefined {
    const { typist } = this.state;
    return typist && { ...typist, at: moved(typist.at, splices, true) };
  }

  private set(change: Partial<NoteState>) {
    this.state = { ...this.state, ...change };
    this.listeners.forEach((listener) => listener());
  }
}
