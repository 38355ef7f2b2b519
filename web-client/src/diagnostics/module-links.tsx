import { Text } from '@mantine/core';
import { TextLink } from '../components/button-link';
import { TEACHERS_BANK } from './diagnostic-words';

/** Where to read on about a module: its self-study and its steps. */
export function ModuleLinks({ module }: { module: { id: string; title: string } }) {
  return (
    <Text>
      {module.title}:{' '}
      <TextLink to="/programme" hash={module.id} aria-label={`${module.title}: study it again`}>
        study it again
      </TextLink>{' '}
      or{' '}
      <TextLink
        to="/banks/$bankId"
        params={{ bankId: TEACHERS_BANK }}
        search={{ module: module.id }}
        aria-label={`${module.title}: look at its steps`}
      >
        look at its steps
      </TextLink>
    </Text>
  );
}
