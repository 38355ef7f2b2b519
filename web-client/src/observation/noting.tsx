import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useChange } from '../api/use-change';
import { ErrorSummary } from '../components/error-summary';
import { RecordEvidence, RecordPraise } from '../cycle/cycle-mutations';
import { EvidenceForm, PraiseForm } from './note-form';

type NotingProps = {
  cycleId: string;
  /** Items of the list of evidence notes. */
  evidence: ReactNode;
  /** Items of the list of praise. */
  praise: ReactNode;
  /** What to know about the evidence. */
  hint?: ReactNode;
};

/** Noting what is seen, and what to praise, while it happens; what was noted stands below each. */
export function Noting({ cycleId, evidence, praise, hint }: NotingProps) {
  const noting = useChange(RecordEvidence, (data) => data.recordEvidence);
  const praising = useChange(RecordPraise, (data) => data.recordPraise);
  return (
    <>
      <ErrorSummary problems={[...noting.problems, ...praising.problems]} />
      <div className="columns">
        <section aria-labelledby="evidence">
          <Title order={2} id="evidence" mb="sm">
            Evidence
          </Title>
          <EvidenceForm cycleId={cycleId} onAdd={(text, at) => void noting.keep({ cycleId, text, at })} />
          <ul className="plain-list" aria-label="Evidence notes" style={{ marginTop: 16 }}>
            {evidence}
          </ul>
          {hint}
        </section>
        <section aria-labelledby="praise">
          <Title order={2} id="praise" mb="sm">
            Praise
          </Title>
          <PraiseForm cycleId={cycleId} onAdd={(text) => void praising.keep({ cycleId, text })} />
          <ul className="plain-list" aria-label="Praise notes" style={{ marginTop: 16 }}>
            {praise}
          </ul>
        </section>
      </div>
    </>
  );
}
