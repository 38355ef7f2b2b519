import type { Client } from '@urql/core';
import { createContext, use } from 'react';
import { readFragment, type FragmentType } from '../gql';
import type { NoteKind } from '../gql/graphql';
import { keptNotes } from './kept-notes';
import { NoteTyping } from './note-documents';
import { OpenNote } from './open-note';

/** All notes that a person has open. They outlive their screens, so that what was typed there is sent. */
export class OpenNotes {
  private readonly notes = new Map<string, OpenNote>();

  constructor(
    private readonly client: Client,
    private readonly personId: string,
  ) {}

  of(cycleId: string, kind: NoteKind): OpenNote {
    const name = `${cycleId} ${kind}`;
    const note = this.notes.get(name) ?? new OpenNote(this.client, [this.personId, cycleId, kind]);
    this.notes.set(name, note);
    return note;
  }

  heard(cycleId: string, event: FragmentType<typeof NoteTyping>) {
    const typing = readFragment(NoteTyping, event);
    this.notes.get(`${cycleId} ${typing.kind}`)?.heard(typing);
  }

  /** Sends what an earlier visit could not, and goes on sending until it is told to stop. */
  start(): () => void {
    const flush = () => this.notes.forEach((note) => note.flush());
    const online = () => this.notes.forEach((note) => (note.state.opening === 'failed' ? void note.refresh() : note.flush()));
    const leaving = () => {
      if (document.visibilityState === 'hidden') flush();
    };
    addEventListener('online', online);
    addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', leaving);
    let stopped = false;
    void keptNotes(this.personId).then((keys) => {
      if (!stopped) keys.forEach(([, cycleId, kind]) => void this.of(cycleId, kind).refresh());
    });
    return () => {
      stopped = true;
      removeEventListener('online', online);
      removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', leaving);
      this.notes.forEach((note) => note.stop());
      this.notes.clear();
    };
  }
}

export const OpenNotesContext = createContext<OpenNotes | null>(null);

export function useOpenNotes(): OpenNotes {
  const found = use(OpenNotesContext);
  if (!found) throw new Error('Notes are opened only behind the sign-in');
  return found;
}
