import { useEffect, useMemo, type ReactNode } from 'react';
import { useClient } from 'urql';
import { useSession } from '../sign-in/session-context';
import { OpenNotes, OpenNotesContext } from './open-notes';

/** Holds the open notes of who is signed in, for as long as they are. */
export function NotesProvider({ children }: { children: ReactNode }) {
  const client = useClient();
  const { session } = useSession();
  const notes = useMemo(() => new OpenNotes(client, session.person.id), [client, session.person.id]);
  useEffect(() => notes.start(), [notes]);
  return <OpenNotesContext value={notes}>{children}</OpenNotesContext>;
}
