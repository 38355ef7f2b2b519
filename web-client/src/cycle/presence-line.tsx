import { Text } from '@mantine/core';
import type { Following } from '../api/follow';
import type { CyclePart } from '../gql/graphql';
import { useSession } from '../sign-in/session-context';
import type { Present } from './use-live-cycle';

const LOOKS_AT: Record<CyclePart, string> = {
  OVERVIEW: 'the overview',
  OBSERVATION: 'the drop-in',
  STEP: 'the step',
  PLAN: 'the plan',
  SESSION: 'the session',
  REPLAY: 'the look back',
};

/** Who else is here, and whether the screen is live. It keeps its place, so that nothing moves when somebody comes. */
export function PresenceLine({ present, following }: { present: Present; following: Following }) {
  const { session } = useSession();
  const others = present.filter((one) => one.person.id !== session.person.id);
  return (
    // It scrolls, should many be here: then the keyboard has to reach it.
    <Text size="sm" className="quiet presence-line" role="status" aria-label="Who is here" tabIndex={others.length > 2 ? 0 : undefined}>
      {following === 'reconnecting'
        ? 'Reconnecting. What you see may be a little old.'
        : others.length === 0
          ? 'Only you are here.'
          : others.map(whereTheyAre).join(' ')}
    </Text>
  );
}

function whereTheyAre({ person, lookingAt, mayWrite }: Present[number]) {
  return `${person.name} is looking at ${LOOKS_AT[lookingAt]}${mayWrite ? '' : ', reading only'}.`;
}
