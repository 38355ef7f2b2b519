import { Text } from '@mantine/core';
import { TextLink } from '../components/button-link';
import { useOutboxState } from './outbox-context';
import type { WaitingChange } from './waiting-change';

/** How a change stands that the service does not have yet, in one line. */
export function WaitingState({ change }: { change: WaitingChange }) {
  const { lasting } = useOutboxState();
  if (change.state === 'conflict') {
    return (
      <Text size="sm">
        Not saved: somebody changed this meanwhile. <TextLink to="/waiting">Compare and choose</TextLink>
      </Text>
    );
  }
  if (change.state === 'refused') {
    return (
      <Text size="sm">
        Not saved: {change.problems.map((problem) => problem.message).join(' ')} <TextLink to="/waiting">Decide what to do</TextLink>
      </Text>
    );
  }
  return (
    <Text size="sm" className="quiet">
      {change.state === 'new' ? 'Being sent' : lasting ? 'Kept on this device, will be sent' : 'Kept until this page is closed, will be sent'}
    </Text>
  );
}
