import { Group } from '@mantine/core';
import { TextLink } from '../components/button-link';
import { SendMessage } from '../messages/send-message';

/** What a tutor can do about somebody at their school, beside the name. */
export function PersonActions({ personId, name }: { personId: string; name: string }) {
  return (
    <Group gap="xs">
      <SendMessage personId={personId} name={name} />
      <TextLink to="/people/$personId/concern" params={{ personId }} size="sm" aria-label={`Flag a concern about the support of ${name}`}>
        Flag a concern
      </TextLink>
    </Group>
  );
}
