import { useOpenCycle } from '../cycle/cycle-context';
import { LiveCycle } from '../cycle/live-cycle';
import { readFragment } from '../gql';
import { notArrived } from './arrived';
import type { ChangeInput, ChangeKind } from './changes';
import { CycleParts } from './cycle-parts';
import { useOutboxState } from './outbox-context';

/** The changes of the open cycle, of some kinds, that the service does not have yet. */
export function useWaiting(...kinds: ChangeKind[]) {
  const cycle = readFragment(CycleParts, readFragment(LiveCycle, useOpenCycle().cycle));
  const { changes } = useOutboxState();
  return notArrived(
    changes.filter((change) => change.cycleId === cycle.id && kinds.includes(change.kind)),
    cycle,
  );
}

/** What a person put last into the part of the cycle that a change replaces, and goes on from while it waits. */
export function useLastWaiting<K extends ChangeKind>(kind: K): ChangeInput<K> | undefined {
  return useWaiting(kind).findLast((change) => change.state !== 'new')?.input as ChangeInput<K> | undefined;
}
