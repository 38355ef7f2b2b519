import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { timeOf } from '../components/dates';
import type { EvidenceChoice } from './evidence-choice';
import { STEPS_FOUND } from './found-steps';
import { STEP_SEARCH } from './step-filters';

type Props = { evidence: EvidenceChoice; chosen: string; onChoose: (note: EvidenceChoice[number] | undefined) => void };

/** The notes of the drop-in beside the finder. Pressing one searches with its words and links the step to it. */
export function EvidenceNotes({ evidence, chosen, onChoose }: Props) {
  // Beside the finder there is room; above it, on a phone, the notes would push the steps out of sight.
  const roomy = useMediaQuery('(min-width: 880px)', undefined, { getInitialValueInEffect: false });
  const [wanted, setWanted] = useState<boolean>();
  const open = wanted ?? roomy;
  const linked = evidence.find((note) => note.id === chosen);

  function choose(note: EvidenceChoice[number]) {
    onChoose(note.id === chosen ? undefined : note);
    if (roomy) return;
    setWanted(false);
    // Once the notes are folded, what was found is in sight.
    requestAnimationFrame(() => {
      document.getElementById(STEPS_FOUND)?.focus({ preventScroll: true });
      document.getElementById(STEP_SEARCH)?.scrollIntoView();
    });
  }

  return (
    <details className="evidence-notes" open={open} onToggle={(event) => setWanted(event.currentTarget.open)}>
      <summary>{linked && !open ? `Notes of the drop-in, linked to ${timeOf(linked.at)}` : `Notes of the drop-in (${evidence.length})`}</summary>
      <p className="quiet">Press a note to search with its words. The step is linked to it.</p>
      <ul className="plain-list" aria-label="Notes of the drop-in">
        {evidence.map((note) => (
          <li key={note.id}>
            <button type="button" className="card person-card" aria-pressed={note.id === chosen} onClick={() => choose(note)}>
              <time dateTime={note.at} className="quiet">
                {timeOf(note.at)}
              </time>{' '}
              {note.text}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
