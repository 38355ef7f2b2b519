import { Stack, Text } from '@mantine/core';
import { dayOf, timeOf } from '../components/dates';
import { PageTitle } from '../components/page-title';
import { useOutboxState } from '../outbox/outbox-context';
import type { WaitingChange } from '../outbox/waiting-change';
import { WaitingState } from '../outbox/waiting-state';
import { Noting } from './noting';
import { WaitingNotes } from './waiting-notes';

/** A drop-in that the service does not know yet: what is noted waits with it on this device. */
export function BegunOffline({ start }: { start: WaitingChange }) {
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
      <Noting cycleId={cycleId} evidence={<WaitingNotes notes={notes('recordEvidence')} />} praise={<WaitingNotes notes={notes('recordPraise')} />} />
    </Stack>
  );
}
