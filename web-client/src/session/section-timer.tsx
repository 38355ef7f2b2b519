import { Text, VisuallyHidden } from '@mantine/core';
import { announcementOf, timerOf } from './timer';
import { useNow } from './use-now';

/** The clock of the running section. It is drawn each second and spoken only when something changes. */
export function SectionTimer({ title, startedAt, plannedMinutes }: { title: string; startedAt: string; plannedMinutes: number }) {
  const now = useNow(true);
  const timer = timerOf(startedAt, plannedMinutes, now);
  return (
    <div>
      <Text fw={600}>{title}</Text>
      <div role="timer" aria-label={`Time of ${title}`} aria-live="off">
        <span className="clock">{timer.clock}</span> <span style={{ fontWeight: timer.over ? 600 : undefined }}>{timer.words}</span>
      </div>
      <VisuallyHidden role="status" aria-label="Running section">
        {announcementOf(title, startedAt, plannedMinutes, now)}
      </VisuallyHidden>
    </div>
  );
}
