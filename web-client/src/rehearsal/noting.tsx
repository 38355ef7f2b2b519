import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { errorAt, useChange } from '../api/use-change';
import { useDraft } from '../api/use-draft';
import { ErrorSummary } from '../components/error-summary';
import { Note, TakeBackNote, type StageProps } from './rehearsal-screen';

const LONGEST = 2000;

/** Something in the lesson that can be noted: its words are put into the note, to be changed. */
export function Notable({ lineId, text, name, ...props }: StageProps & { lineId: string; text: string; name: string }) {
  const [writing, setWriting] = useState(false);
  const notes = props.rehearsal.notes.filter((note) => note.lineId === lineId);
  if (writing) return <NoteForm {...props} lineId={lineId} start={text} onDone={() => setWriting(false)} />;
  return (
    <Stack gap={4}>
      {notes.map((note) => (
        <TakenNote key={note.id} {...props} note={note} />
      ))}
      {notes.length === 0 && (
        <button type="button" className="text-button note-it" aria-label={`Note ${name}`} onClick={() => setWriting(true)}>
          Note it
        </button>
      )}
    </Stack>
  );
}

/** A note that is about no line. */
export function OwnNote(props: StageProps) {
  const free = props.rehearsal.notes.filter((note) => !note.lineId);
  return (
    <Stack gap="xs">
      {free.map((note) => (
        <TakenNote key={note.id} {...props} note={note} />
      ))}
      <NoteForm {...props} start="" />
    </Stack>
  );
}

type NoteFormProps = StageProps & { lineId?: string; start: string; onDone?: () => void };

function NoteForm({ rehearsal, onReload, lineId, start, onDone }: NoteFormProps) {
  const { value, set, clear } = useDraft(`${rehearsal.id}.note-${lineId ?? 'own'}`, start);
  const { send, busy, problems, setProblems } = useChange(Note, (data) => data.noteInRehearsal);
  const field = `note-${lineId ?? 'own'}`;

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (await send({ rehearsalId: rehearsal.id, version: rehearsal.version, text: value, lineId })) {
      clear();
      onDone?.();
    }
  }

  function leave() {
    clear();
    onDone?.();
  }

  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Stack gap="xs">
        <ErrorSummary
          problems={problems}
          fields={{ text: field }}
          onReload={() => {
            setProblems([]);
            onReload();
          }}
        />
        <Textarea
          id={field}
          label={lineId ? 'Your note' : 'A note in your own words'}
          description={lineId ? 'Change the words as you would write them: what was seen or heard.' : 'What was seen or heard, as close as you can.'}
          maxLength={LONGEST}
          autoFocus={Boolean(lineId)}
          value={value}
          error={errorAt(problems, 'text')}
          onChange={(event) => set(event.target.value)}
        />
        <Group gap="xs">
          <Button type="submit" variant="default" loading={busy}>
            Keep the note
          </Button>
          {onDone && (
            <Button variant="subtle" onClick={leave}>
              Leave it
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}

function TakenNote({ rehearsal, onReload, note }: StageProps & { note: { id: string; text: string } }) {
  const { send, busy, problems, setProblems } = useChange(TakeBackNote, (data) => data.takeBackNoteInRehearsal);
  return (
    <div className="inset">
      <ErrorSummary
        problems={problems}
        onReload={() => {
          setProblems([]);
          onReload();
        }}
      />
      <Text size="sm" className="quiet">
        Your note
      </Text>
      <Text className="typed">{note.text}</Text>
      <button
        type="button"
        className="text-button"
        disabled={busy}
        aria-label={`Take back the note: ${note.text}`}
        onClick={() => void send({ rehearsalId: rehearsal.id, version: rehearsal.version, evidenceNoteId: note.id })}
      >
        Take it back
      </button>
    </div>
  );
}
