import { useEffect, useSyncExternalStore } from 'react';
import type { NoteKind } from '../gql/graphql';
import type { NoteState, OpenNote } from './open-note';
import { useOpenNotes } from './open-notes';

/** A note of a cycle, opened while it is on the screen; it changes by itself. */
export function useSharedNote(cycleId: string, kind: NoteKind): { note: OpenNote; state: NoteState } {
  const note = useOpenNotes().of(cycleId, kind);
  const state = useSyncExternalStore(note.subscribe, () => note.state);
  useEffect(() => void note.refresh(), [note]);
  return { note, state };
}
