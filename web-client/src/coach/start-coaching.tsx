import { Button, Stack } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useChange } from '../api/use-change';
import { ErrorSummary } from '../components/error-summary';
import { StartCoachingForMentors } from './coach-mutations';

type Props = { mentor: { id: string; name: string }; sessionId?: string; variant?: 'filled' | 'default' };

/** Begins a cycle with a mentor, on the ground of a session or of a talk, and goes there. */
export function StartCoaching({ mentor, sessionId, variant = 'default' }: Props) {
  const navigate = useNavigate();
  const { send, busy, problems } = useChange(StartCoachingForMentors, (data) => data.startCoachingForMentors);

  async function start() {
    const payload = await send({ mentorId: mentor.id, ...(sessionId && { sessionId }) });
    if (payload?.cycle) await navigate({ to: '/cycles/$cycleId/observation', params: { cycleId: payload.cycle.id } });
  }

  return (
    <Stack gap="xs" align="flex-start">
      <ErrorSummary problems={problems} />
      <Button variant={variant} loading={busy} onClick={() => void start()}>
        {sessionId ? `Coach ${mentor.name} on this session` : `Start coaching ${mentor.name}`}
      </Button>
    </Stack>
  );
}
