import type { StorageAdapter } from '@urql/exchange-graphcache';
import { makeDefaultStorage } from '@urql/exchange-graphcache/default-storage';

/** Days for which something that was not looked at again can still be read without a network. */
const DAYS = 30;

function open(personId: string, onCacheHydrated?: () => void) {
  return makeDefaultStorage({ idbName: `coachbench.answers.${personId}`, maxAge: DAYS, onCacheHydrated });
}

/** What is being kept now. The cache writes a moment after it learnt something, which must not outlive forgetting. */
let keeping = { personId: '', stopped: true };

/**
 * What the service told a person, kept on this device for when it cannot be asked, apart from what it told others.
 * Some private windows can keep nothing; else `onRead` tells when it can be asked.
 */
export function keptAnswers(personId: string, onRead: () => void): StorageAdapter | undefined {
  try {
    const mine = (keeping = { personId, stopped: false });
    const storage = open(personId, onRead);
    return {
      ...storage,
      writeData: async (delta) => (mine.stopped ? undefined : storage.writeData(delta)),
      writeMetadata: (requests) => (mine.stopped ? undefined : storage.writeMetadata?.(requests)),
    };
  } catch (error) {
    console.warn('What is read here is not kept for when there is no network.', error);
    return undefined;
  }
}

/** For when they leave this device. */
export async function forgetAnswers(personId: string): Promise<void> {
  if (keeping.personId === personId) keeping.stopped = true;
  try {
    await open(personId).clear();
  } catch (error) {
    // Where nothing is kept there is nothing to forget.
    console.warn('What was kept could not be cleared.', error);
  }
}
