import type { Doc, Heads, Patch } from '@automerge/automerge/slim';
import { spliced, typedSplice, type Splice } from './splice';

type Automerge = typeof import('@automerge/automerge/slim');
type Content = { text: string };

/** Two thirds of what the service takes at once, in bytes. */
const LARGEST_BATCH = 100_000;

/**
 * A text that merges what several people typed, whatever the order in which it arrives. Automerge does the merging;
 * nothing else in the client knows of it.
 */
export class NoteText {
  private content: string;
  /** What was typed and is not part of the document yet: many keys make one change of it. */
  private typed: Splice[] = [];
  /** The newest changes that the service has, as far as is known here. */
  private known: Heads;

  private constructor(
    private readonly automerge: Automerge,
    private doc: Doc<Content>,
  ) {
    this.content = doc.text;
    this.known = automerge.getHeads(doc);
  }

  /** Opens a note as the service has it. */
  static async open(document: Uint8Array): Promise<NoteText> {
    const automerge = await loadAutomerge();
    return new NoteText(automerge, automerge.load<Content>(document));
  }

  get text(): string {
    return this.content;
  }

  /** Takes in the new value of a text area; the caret is where it stands after typing. */
  type(value: string, caret: number): Splice {
    const splice = typedSplice(this.content, value, caret);
    this.typed.push(splice);
    this.content = value;
    return splice;
  }

  /** Makes what was typed until now a part of the document. */
  commit() {
    const typed = this.typed.filter((splice) => splice.deleted > 0 || splice.inserted !== '');
    this.typed = [];
    if (typed.length === 0) return;
    this.doc = this.automerge.change(this.doc, (doc) => {
      for (const { at, deleted, inserted } of typed) this.automerge.splice(doc, ['text'], at, deleted, inserted);
    });
  }

  /** Merges changes or a whole document from elsewhere, and says what that did to the text. */
  merge(bytes: Uint8Array): Splice[] {
    this.commit();
    const before = this.automerge.getHeads(this.doc);
    this.doc = this.automerge.loadIncremental(this.doc, bytes);
    const splices = this.automerge.diff(this.doc, before, this.automerge.getHeads(this.doc)).flatMap(spliceOf);
    this.content = splices.reduce(spliced, this.content);
    return splices;
  }

  /** Merges what the service has. */
  mergeFromService(bytes: Uint8Array): Splice[] {
    this.commit();
    const before = this.automerge.getHeads(this.doc);
    const splices = this.merge(bytes);
    this.serviceHas(this.automerge.getChangesMetaSince(this.doc, before).map((change) => change.hash));
    return splices;
  }

  /** Whether anything was typed that the service does not have. */
  get waiting(): boolean {
    return this.typed.length > 0 || this.automerge.getChangesMetaSince(this.doc, this.known).length > 0;
  }

  /** The next changes that the service does not have, oldest first. Say `arrived` once it has them. */
  nextBatch(most = LARGEST_BATCH): { changes: Uint8Array; more: boolean; arrived: () => void } | undefined {
    const changes = this.automerge.getChangesSince(this.doc, this.known);
    if (changes.length === 0) return undefined;
    let size = 0;
    const batch = changes.filter((change, index) => (size += change.length) <= most || index === 0);
    const hashes = batch.map((change) => this.automerge.decodeChange(change).hash);
    return { changes: joined(batch), more: batch.length < changes.length, arrived: () => this.serviceHas(hashes) };
  }

  /** The whole document, to be kept. */
  save(): Uint8Array {
    return this.automerge.save(this.doc);
  }

  private serviceHas(hashes: Heads) {
    this.known = [...this.known, ...hashes];
    if (this.automerge.getChangesMetaSince(this.doc, this.known).length === 0) this.known = this.automerge.getHeads(this.doc);
  }
}

function spliceOf(patch: Patch): Splice[] {
  const at = Number(patch.path[1]);
  if (patch.action === 'splice') return [{ at, deleted: 0, inserted: patch.value }];
  if (patch.action === 'del') return [{ at, deleted: patch.length ?? 1, inserted: '' }];
  return [];
}

function joined(parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let end = 0;
  for (const part of parts) {
    whole.set(part, end);
    end += part.length;
  }
  return whole;
}

let loading: Promise<Automerge> | undefined;

/** Fetched by the first note that is opened: 3.6 MB of WebAssembly, 1.1 MB as the service sends it. */
function loadAutomerge(): Promise<Automerge> {
  loading ??= fetchAutomerge().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function fetchAutomerge(): Promise<Automerge> {
  const [automerge, file] = await Promise.all([
    import('@automerge/automerge/slim'),
    import('@automerge/automerge/automerge.wasm?url'),
  ]);
  const answer = await fetch(file.default);
  if (!answer.ok) throw new Error(`No ${file.default}: ${answer.status}`);
  await automerge.initializeWasm(new Uint8Array(await answer.arrayBuffer()));
  return automerge;
}
