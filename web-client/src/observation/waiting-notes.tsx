import { Button, Text } from '@mantine/core';
import { timeOf } from '../components/dates';
import type { Waiting } from './use-outbox';

/** Notes that the service does not have yet, so that nobody has to wonder. */
export function WaitingNotes({ notes, onRemove }: { notes: Waiting[]; onRemove: (id: string) => void }) {
  return notes.map((note) => (
    <li key={note.id} className="timed-note">
      <span>{note.kind === 'evidence' ? timeOf(note.at) : ''}</span>
      <div>
        <span className="typed">{note.text}</span>
        <Text size="sm" className="quiet">
          {note.refused ? `Not saved: ${note.refused}` : 'Kept on this device, being sent'}
        </Text>
      </div>
      {note.refused && (
        <Button variant="subtle" size="compact-sm" onClick={() => onRemove(note.id)}>
          Discard
        </Button>
      )}
    </li>
  ));
}
