import { NativeSelect } from '@mantine/core';
import { timeOf } from '../components/dates';
import type { EvidenceChoice } from './evidence-choice';

/** Which note of the drop-in a step answers to. */
export function EvidenceSelect({ evidence, value, onChange }: { evidence: EvidenceChoice; value: string; onChange: (id: string) => void }) {
  return (
    <NativeSelect
      label="Which note does it answer to?"
      value={value}
      onChange={(event) => onChange(event.target.value)}
      data={[
        { value: '', label: 'No single note' },
        ...evidence.map((note) => ({ value: note.id, label: `${timeOf(note.at)} ${note.text.slice(0, 80)}` })),
      ]}
    />
  );
}
