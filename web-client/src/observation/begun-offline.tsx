import { Stack, Text, Title } from '@mantine/core';
import { useChange } from '../api/use-change';
import { dayOf, timeOf } from '../components/dates';
import { ErrorSummary } from '../components/error-summary';
import { PageTitle } from '../components/page-title';
import { RecordEvidence, RecordPraise } from '../cycle/cycle-mutations';
import { useOutboxState } from '../outbox/outbox-context';
import type { WaitingChange } from '../outbox/waiting-change';
import { WaitingState } from '../outbox/waiting-state';
import { EvidenceForm, PraiseForm } from './note-form';
import { WaitingNotes } from './waiting-notes';

/** A drop-in that the service does not know yet: what is noted waits with it on this device. */
export function BegunOffline({ start }: { start: WaitingChange }) {
  const noting = useChange(RecordEvidence, (data) => data.recordEvidence);
  const praising = useChange(RecordPraise, (data) => data.recordPraise);
  const { changes } = useOutboxState();
  const { cycleId } = start;
  const notes = (kind: 'recordEvidence' | 'recordPraise') => changes.filter((change) => change.cycleId === cycleId && change.kind === kind);
  const { Subject, Class, Topic } = start.mine;
  return (
    <Stack gap="lg">
      <Text fw={600}>{start.about}</Text>
      <PageTitle>Drop-in</PageTitle>
      <div>
        <Text>
          {Subject}, {Class}
          {Topic && `: ${Topic}`}. {dayOf(start.madeAt)}, from {timeOf(start.madeAt)}.
        </Text>
        <WaitingState change={start} />
      </div>
      <ErrorSummary problems={[...noting.problems, ...praising.problems]} />
      <div className="columns">
        <section aria-labelledby="evidence">
          <Title order={2} id="evidence" mb="sm">
            Evidence
          </Title>
          <EvidenceForm cycleId={cycleId} onAdd={(text, at) => void noting.keep({ cycleId, text, at })} />
          <ul className="plain-list" aria-label="Evidence notes" style={{ marginTop: 16 }}>
            <WaitingNotes notes={notes('recordEvidence')} />
          </ul>
        </section>
        <section aria-labelledby="praise">
          <Title order={2} id="praise" mb="sm">
            Praise
          </Title>
          <PraiseForm cycleId={cycleId} onAdd={(text) => void praising.keep({ cycleId, text })} />
          <ul className="plain-list" aria-label="Praise notes" style={{ marginTop: 16 }}>
            <WaitingNotes notes={notes('recordPraise')} />
          </ul>
        </section>
      </div>
    </Stack>
  );
}
