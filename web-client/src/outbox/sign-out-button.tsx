import { Button, Group, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import { counted } from './counted';
import { useOutboxState } from './outbox-context';

/** Signs out; who leaves changes behind is told what becomes of them first. */
export function SignOutButton({ onLeave }: { onLeave: () => void }) {
  const { changes, lasting } = useOutboxState();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button variant="subtle" size="compact-md" onClick={() => (changes.length > 0 ? setAsking(true) : onLeave())}>
        Sign out
      </Button>
      <Modal opened={asking} onClose={() => setAsking(false)} title="Sign out now?" closeButtonProps={{ 'aria-label': 'Stay signed in' }}>
        <Text mb="md">
          {`${counted(changes.length, 'change is', 'changes are')} not sent yet. `}
          {lasting
            ? 'They stay on this device, and are sent when you sign in here again. Nobody else who signs in here sees them.'
            : 'This window cannot keep changes: they are lost when you sign out.'}
        </Text>
        <Group>
          <Button onClick={onLeave}>Sign out</Button>
          <Button variant="default" onClick={() => setAsking(false)}>
            Stay signed in
          </Button>
        </Group>
      </Modal>
    </>
  );
}
