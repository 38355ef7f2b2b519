import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import { follow, type Following } from '../api/follow';
import type { CyclePart, CyclePresenceSubscription } from '../gql/graphql';
import { useOpenNotes } from '../notes/open-notes';
import { CycleEvents, CyclePresence } from './live-cycle';

export type Present = CyclePresenceSubscription['presence'];

/**
 * Follows the events of a cycle from the given sequence number; the cache takes in what they bring, open notes what was typed.
 * `onClosed` is called when it is no longer the viewer's to see.
 */
export function useCycleEvents(cycleId: string, from: number | undefined, onClosed: () => void): Following {
  const client = useClient();
  const notes = useOpenNotes();
  const [state, setState] = useState<Following>('connecting');
  const known = from !== undefined;
  useEffect(() => {
    if (!known) return;
    let seen = from;
    return follow(
      client,
      CycleEvents,
      () => ({ cycleId, after: seen }),
      ({ cycleEvents: event }) => {
        seen = event.sequence;
        if (event.__typename === 'NoteEdited') notes.heard(cycleId, event);
      },
      setState,
      onClosed,
    );
    // Only where it begins counts; what is seen later is kept above.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [client, notes, cycleId, known, onClosed]);
  return state;
}

/** Makes the viewer present at a cycle that they can see, and says who else is. */
export function usePresence(cycleId: string, lookingAt: CyclePart, known: boolean): { present: Present; state: Following } {
  const client = useClient();
  const [present, setPresent] = useState<Present>([]);
  const [state, setState] = useState<Following>('connecting');
  useEffect(
    () => (known ? follow(client, CyclePresence, () => ({ cycleId, lookingAt }), (data) => setPresent(data.presence), setState) : undefined),
    [client, cycleId, lookingAt, known],
  );
  return { present, state };
}
