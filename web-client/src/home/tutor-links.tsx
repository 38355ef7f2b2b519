import { Group } from '@mantine/core';
import { TextLink } from '../components/button-link';

/** The ways from a tutor's home to what they keep. */
export function TutorLinks() {
  return (
    <nav aria-label="Tutor">
      <Group gap="lg">
        <TextLink to="/visits">Visits</TextLink>
        <TextLink to="/messages">Nudges and praise</TextLink>
        <TextLink to="/concerns">Concerns</TextLink>
      </Group>
    </nav>
  );
}
