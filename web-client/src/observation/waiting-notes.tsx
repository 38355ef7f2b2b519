import { timeOf } from '../components/dates';
import { WaitingState } from '../outbox/waiting-state';
import type { WaitingChange } from '../outbox/waiting-change';

/** Notes that the service does not have yet, in the list of those that it has, so that nobody has to wonder. */
export function WaitingNotes({ notes }: { notes: WaitingChange[] }) {
  return notes.map((note) => (
    <li key={note.id} className="timed-note">
      <span>{typeof note.input.at === 'string' ? timeOf(note.input.at) : ''}</span>
      <div>
        <span className="typed">{note.mine.Note ?? note.mine.Praise}</span>
        <WaitingState change={note} />
      </div>
    </li>
  ));
}
