import { Text } from '@mantine/core';
import { CHANGES, type ChangeKind } from './changes';
import { useWaiting } from './use-waiting';
import { WaitingState } from './waiting-state';
import { WordsList } from './words-list';

/** Changes of the open cycle that the service does not have yet, where what they change is shown. */
export function WaitingChanges({ of: kinds }: { of: ChangeKind[] }) {
  const changes = useWaiting(...kinds).filter((change) => change.state !== 'new');
  if (changes.length === 0) return null;
  return (
    <ul className="plain-list" aria-label="Not sent yet">
      {changes.map((change) => (
        <li key={change.id} className="inset">
          <Text fw={600}>{CHANGES[change.kind].name}</Text>
          <WordsList words={change.mine} />
          <WaitingState change={change} />
        </li>
      ))}
    </ul>
  );
}
