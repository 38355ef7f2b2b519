import { Alert, Button, Text, Textarea } from '@mantine/core';
import { useLayoutEffect, useRef, useState } from 'react';
import { graphql, readFragment, type FragmentType } from '../gql';
import type { NoteKind } from '../gql/graphql';
import type { NoteState, OpenNote } from './open-note';
import { TypistMark } from './typist-mark';
import { useSharedNote } from './use-shared-note';

const Notes = graphql(`
  fragment SharedNoteOfCycle on CoachingCycle {
    id
    notes {
      kind
      mayEdit
    }
  }
`);

type Props = {
  cycle: FragmentType<typeof Notes>;
  kind: NoteKind;
  label: string;
  description?: string;
  /** Where it is not what people come for: behind its name, and fetched only when it is unfolded. */
  folded?: boolean;
};

/** A text of the cycle that the pair types together; to be read where the viewer may not type. */
export function SharedNote({ cycle: masked, folded = false, ...rest }: Props) {
  const cycle = readFragment(Notes, masked);
  const [unfolded, setUnfolded] = useState(false);
  const found = cycle.notes?.find((note) => note.kind === rest.kind);
  if (!found) return null;
  if (!folded) return <OpenedNote cycleId={cycle.id} mayEdit={found.mayEdit} {...rest} />;
  return (
    <details onToggle={(event) => setUnfolded(event.currentTarget.open)}>
      <summary>{rest.label}</summary>
      {unfolded && <OpenedNote cycleId={cycle.id} mayEdit={found.mayEdit} labelled {...rest} />}
    </details>
  );
}

type OpenedProps = Omit<Props, 'cycle'> & {
  cycleId: string;
  mayEdit: boolean;
  /** Whether its name stands above it already. */
  labelled?: boolean;
};

function OpenedNote({ cycleId, kind, mayEdit, labelled = false, label, description }: OpenedProps) {
  const { note, state } = useSharedNote(cycleId, kind);
  if (state.opening === 'failed') {
    return (
      <Alert color="yellow" title={label}>
        This note could not be opened. What you typed in it is kept on this device.
        <Button mt="sm" size="sm" variant="default" display="block" onClick={() => void note.refresh()}>
          Try again
        </Button>
      </Alert>
    );
  }
  return (
    <div>
      {mayEdit ? (
        <NoteField note={note} state={state} label={label} labelled={labelled} description={description} />
      ) : (
        <NoteToRead text={state.text} label={label} labelled={labelled} />
      )}
      <NoteStatus state={state} mayEdit={mayEdit} />
      {state.refused && <Refused note={note} text={state.text} reason={state.refused} editable={mayEdit} />}
    </div>
  );
}

function NoteToRead({ text, label, labelled }: { text: string; label: string; labelled: boolean }) {
  return (
    <>
      {!labelled && <Text fw={600}>{label}</Text>}
      {/* It scrolls, so it must be reached by the keyboard. */}
      <Text className="typed note-to-read" tabIndex={0} role="group" aria-label={label}>
        {text || <span className="quiet">Nothing written yet.</span>}
      </Text>
    </>
  );
}

type FieldProps = { note: OpenNote; state: NoteState; label: string; labelled: boolean; description?: string };

function NoteField({ note, state, label, labelled, description }: FieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const selection = useRef<{ start: number; end: number } | undefined>(undefined);
  const [scrolled, setScrolled] = useState(0);

  // Setting the text throws the caret to its end. It is put back where it was, or where the letters around it went.
  useLayoutEffect(
    () =>
      note.onMove((splices) => {
        const now = selection.current ?? { start: field.current?.selectionStart ?? 0, end: field.current?.selectionEnd ?? 0 };
        selection.current = { start: note.placeAfter(splices, now.start), end: note.placeAfter(splices, now.end) };
      }),
    [note],
  );
  useLayoutEffect(() => {
    if (selection.current) field.current?.setSelectionRange(selection.current.start, selection.current.end);
    selection.current = undefined;
  }, [state.text]);

  return (
    <Textarea
      ref={field}
      label={labelled ? undefined : label}
      aria-label={labelled ? label : undefined}
      description={description}
      // The height stays: what the other types must not move the page.
      autosize={false}
      rows={8}
      maxLength={20_000}
      placeholder={state.opening === 'done' ? undefined : 'Opening…'}
      readOnly={state.opening !== 'done'}
      classNames={{ input: 'note-field' }}
      value={state.text}
      onChange={(event) => note.type(event.currentTarget.value, event.currentTarget.selectionEnd)}
      onCompositionStart={() => note.compose(true)}
      // Some browsers give the composed letters only after this event.
      onCompositionEnd={() => setTimeout(() => note.compose(false))}
      onBlur={note.flush}
      onScroll={(event) => setScrolled(event.currentTarget.scrollTop)}
      inputContainer={(input) => (
        <div className="note-box">
          {input}
          {state.typist && <TypistMark text={state.text} typist={state.typist} scrolled={scrolled} />}
        </div>
      )}
    />
  );
}

const SENDING = { saved: 'Saved', 'under way': 'Being sent', delayed: 'Kept on this device, sent when you are back' };

/** It keeps its place. Only who types is read out, once each time they begin. */
function NoteStatus({ state, mayEdit }: { state: NoteState; mayEdit: boolean }) {
  return (
    <div className="note-status quiet">
      <span>{mayEdit && state.opening === 'done' && !state.refused ? SENDING[state.sending] : ''}</span>
      <span role="status">{state.typist ? `${state.typist.name} is typing` : ''}</span>
    </div>
  );
}

function Refused({ note, text, reason, editable }: { note: OpenNote; text: string; reason: string; editable: boolean }) {
  return (
    <Alert color="red" variant="light" role="alert" title="What you typed is not saved">
      {reason} Your text is still here, and kept on this device: change it, or copy what you want to keep.
      {!editable && <Textarea mt="sm" aria-label="Your text" readOnly value={text} />}
      <Button mt="sm" size="sm" variant="default" display="block" onClick={() => void note.discard()}>
        Discard what is not saved
      </Button>
    </Alert>
  );
}
