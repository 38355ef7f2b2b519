import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { NoteKind } from '../gql/graphql';

/** Whose note of which cycle: two people at one computer never see each other's. */
export type NoteKey = [personId: string, cycleId: string, kind: NoteKind];

interface Schema extends DBSchema {
  notes: { key: NoteKey; value: Uint8Array };
}

let opening: Promise<IDBPDatabase<Schema>> | undefined;

function database() {
  opening ??= openDB<Schema>('coachbench-notes', 1, { upgrade: (created) => void created.createObjectStore('notes') });
  return opening;
}

/**
 * Keeps a note on this device. `merge` gets what is kept there already, perhaps by another window, and gives back what is
 * to be kept, or nothing once the service has all of it.
 */
export async function keepNote(key: NoteKey, merge: (kept: Uint8Array | undefined) => Uint8Array | undefined): Promise<void> {
  try {
    const transaction = (await database()).transaction('notes', 'readwrite');
    const next = merge(await transaction.store.get(key));
    await (next ? transaction.store.put(next, key) : transaction.store.delete(key));
    await transaction.done;
  } catch (error) {
    // Private windows may have no storage: then the text lives as long as the page.
    console.warn('The note is not kept on this device.', error);
  }
}

export const forgetNote = (key: NoteKey) => keepNote(key, () => undefined);

/** The notes of a person with something that the service does not have yet. */
export async function keptNotes(personId: string): Promise<NoteKey[]> {
  try {
    const keys = await (await database()).getAllKeys('notes');
    return keys.filter(([owner]) => owner === personId);
  } catch {
    return [];
  }
}
