import { openDB, type DBSchema } from 'idb';
import type { WaitingChange } from './waiting-change';

/** Where changes wait, in the order in which they were made. */
export type ChangeStore = {
  /** False when they are gone once the page is closed. */
  lasting: boolean;
  all: () => Promise<WaitingChange[]>;
  add: (change: Omit<WaitingChange, 'number'>) => Promise<void>;
  /** Changes nothing when it is not there any more: another tab may have sent it. */
  update: (change: WaitingChange) => Promise<void>;
  remove: (change: WaitingChange) => Promise<void>;
};

interface Schema extends DBSchema {
  changes: { key: number; value: WaitingChange };
}

/** The changes of one person on this device; those of others are in stores of their own. */
export async function openChangeStore(personId: string): Promise<ChangeStore> {
  try {
    const database = await openDB<Schema>(`coachbench.outbox.${personId}`, 1, {
      upgrade: (fresh) => void fresh.createObjectStore('changes', { keyPath: 'number', autoIncrement: true }),
    });
    return {
      lasting: true,
      all: () => database.getAll('changes'),
      add: async (change) => void (await database.add('changes', change as WaitingChange)),
      update: async (change) => {
        const transaction = database.transaction('changes', 'readwrite');
        if (await transaction.store.getKey(change.number)) await transaction.store.put(change);
        await transaction.done;
      },
      remove: (change) => database.delete('changes', change.number),
    };
  } catch {
    // Some private windows have no database.
    return changesOfThePage();
  }
}

function changesOfThePage(): ChangeStore {
  let changes: WaitingChange[] = [];
  let last = 0;
  return {
    lasting: false,
    all: async () => changes,
    add: async (change) => void (changes = [...changes, { ...change, number: ++last }]),
    update: async (change) => void (changes = changes.map((old) => (old.number === change.number ? change : old))),
    remove: async (change) => void (changes = changes.filter((old) => old.number !== change.number)),
  };
}
