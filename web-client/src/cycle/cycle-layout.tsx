import { Stack, Text } from '@mantine/core';
import { Link, Outlet, useLocation, useParams } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, type ReactNode } from 'react';
import { useQuery } from 'urql';
import { PhaseBadge } from '../components/phase-badge';
import { Empty, Failed, Loading } from '../components/page-states';
import { TextLink } from '../components/button-link';
import { dayOf } from '../components/dates';
import { PageTitle } from '../components/page-title';
import { graphql, readFragment, type FragmentType } from '../gql';
import type { CyclePart } from '../gql/graphql';
import { BegunOffline } from '../observation/begun-offline';
import { useBegunOffline } from '../outbox/use-begun-offline';
import { useSession } from '../sign-in/session-context';
import { OwnVisitFeedback, OwnVisitLine } from '../visits/cycle-visits';
import { VisitGate } from '../visits/visit-gate';
import { CycleContext } from './cycle-context';
import { CycleQuery, LiveCycle } from './live-cycle';
import { PresenceLine } from './presence-line';
import { useCycleEvents, usePresence } from './use-live-cycle';

const Header = graphql(`
  fragment CycleHeader on CoachingCycle {
    id
    kind
    phase
    startedAt
    mentor {
      id
      name
    }
    ect {
      id
      name
    }
  }
`);

const PARTS = [
  { path: '', name: 'Overview', part: 'OVERVIEW', to: '/cycles/$cycleId' },
  { path: 'observation', name: 'Drop-in', part: 'OBSERVATION', to: '/cycles/$cycleId/observation' },
  { path: 'step', name: 'Step', part: 'STEP', to: '/cycles/$cycleId/step' },
  { path: 'plan', name: 'Plan', part: 'PLAN', to: '/cycles/$cycleId/plan' },
  { path: 'session', name: 'Session', part: 'SESSION', to: '/cycles/$cycleId/session' },
  { path: 'replay', name: 'Look back', part: 'REPLAY', to: '/cycles/$cycleId/replay' },
] as const;

/** What the screens of one cycle share: whom it is about, where it is, who is here, and the live connection. */
export function CycleLayout() {
  const { cycleId } = useParams({ from: '/cycles/$cycleId' });
  const [{ data, error, fetching }, ask] = useQuery({ query: CycleQuery, variables: { id: cycleId }, requestPolicy: 'cache-and-network' });
  const reload = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask]);
  const cycle = data?.coachingCycle;
  // Following begins once, at the number of the first answer; later numbers come by the events themselves.
  const following = useCycleEvents(cycleId, cycle?.lastSequence, reload);
  const { present } = usePresence(cycleId, usePart(), Boolean(cycle));
  const context = useMemo(() => cycle && { cycle, reload }, [cycle, reload]);

  const begun = useBegunOffline().find((start) => start.cycleId === cycleId);
  const waited = useRef(false);
  useEffect(() => {
    // The service has it now.
    if (waited.current && !begun) reload();
    waited.current = begun !== undefined;
  }, [begun, reload]);

  if (!context) {
    if (begun) return <BegunOffline start={begun} />;
    if (error) return <Failed error={error} onRetry={reload} />;
    if (fetching) return <Loading />;
    return (
      <VisitGate cycleId={cycleId} onVisited={reload}>
        <Empty title="There is no such cycle, or it is not yours to see.">
          <PageTitle>Not found</PageTitle>
          <TextLink to="/">Go to your home page</TextLink>
        </Empty>
      </VisitGate>
    );
  }
  return (
    <CycleContext value={context}>
      <Stack gap="lg">
        <Stack gap="xs">
          <CycleHeaderLine cycle={readFragment(LiveCycle, context.cycle)} />
          <CycleNav cycle={readFragment(LiveCycle, context.cycle)} />
          <PresenceLine present={present} following={following} />
        </Stack>
        <OfGuests cycle={readFragment(LiveCycle, context.cycle)}>
          <OwnVisitLine cycleId={cycleId} onOver={reload} />
        </OfGuests>
        <Outlet />
        <OfGuests cycle={readFragment(LiveCycle, context.cycle)}>
          <OwnVisitFeedback cycleId={cycleId} />
        </OfGuests>
      </Stack>
    </CycleContext>
  );
}

function usePart(): CyclePart {
  const last = useLocation({ select: (location) => location.pathname.split('/')[3] ?? '' });
  return PARTS.find((part) => part.path === last)?.part ?? 'OVERVIEW';
}

function CycleHeaderLine(props: { cycle: FragmentType<typeof Header> }) {
  const cycle = readFragment(Header, props.cycle);
  const { session } = useSession();
  const other =
    session.person.id === cycle.ect.id
      ? `with ${cycle.mentor.name}`
      : session.person.id === cycle.mentor.id
        ? cycle.ect.name
        : `${cycle.ect.name} with ${cycle.mentor.name}`;
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: '4px 16px', alignItems: 'center' }}>
      <Text fw={600}>{other}</Text>
      {cycle.kind === 'COACHING_FOR_MENTORS' && <Text>Coaching for mentors</Text>}
      <PhaseBadge phase={cycle.phase} />
      <Text className="quiet">began {dayOf(cycle.startedAt)}</Text>
    </div>
  );
}

/** Shown to those who are not of the pair. */
function OfGuests(props: { cycle: FragmentType<typeof Header>; children: ReactNode }) {
  const cycle = readFragment(Header, props.cycle);
  const { session } = useSession();
  return [cycle.mentor.id, cycle.ect.id].includes(session.person.id) ? null : props.children;
}

const Nav = graphql(`
  fragment CycleNav on CoachingCycle {
    id
    kind
    session {
      startedAt
    }
    comments {
      id
    }
  }
`);

function CycleNav(props: { cycle: FragmentType<typeof Nav> }) {
  const cycle = readFragment(Nav, props.cycle);
  // The notes of the drop-in are for the pair and a coach who reviews; and so is the look back, on a meeting that has begun.
  const readsNotes = cycle.comments !== null;
  const hidden = [!readsNotes && 'OBSERVATION', !(readsNotes && cycle.session) && 'REPLAY'];
  return (
    <nav aria-label="Cycle" className="cycle-nav">
      {PARTS.filter((part) => !hidden.includes(part.part)).map((part) => (
        <Link key={part.path} to={part.to} params={{ cycleId: cycle.id }} className="nav-link" activeOptions={{ exact: true }}>
          {part.part === 'OBSERVATION' && cycle.kind === 'COACHING_FOR_MENTORS' ? 'What was seen' : part.name}
        </Link>
      ))}
    </nav>
  );
}
