import { Group } from '@mantine/core';
import { SendMessage } from '../messages/send-message';

/** What a tutor can do about somebody at their school, beside the name. */
export function PersonActions({ personId, name }: { personId: string; name: string }) {
  return (
    <Group gap="xs">
      <SendMessage personId={personId} name={name} />
    </Group>
  );
}
