import { IconAlertTriangle, IconCheck, IconClock, IconFlag, IconHourglass, IconPlayerPause } from '@tabler/icons-react';
import type { CadenceState } from '../gql/graphql';

// Never by colour alone: each has its icon and its word.
const STANDINGS = {
  ON_TRACK: { name: 'On track', Icon: IconCheck, tone: 'good' },
  DUE: { name: 'Due this week', Icon: IconClock, tone: 'plain' },
  OVERDUE: { name: 'Overdue', Icon: IconAlertTriangle, tone: 'pressing' },
  PAUSED: { name: 'On a break', Icon: IconPlayerPause, tone: 'plain' },
  NOT_STARTED: { name: 'Not begun', Icon: IconHourglass, tone: 'plain' },
  FINISHED: { name: 'Finished', Icon: IconFlag, tone: 'plain' },
} as const;

export function Standing({ state }: { state: CadenceState }) {
  const { name, Icon, tone } = STANDINGS[state];
  return (
    <span className="standing" data-tone={tone}>
      <Icon size={18} aria-hidden />
      {name}
    </span>
  );
}
