import { Button, Group, Stack, Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { ButtonLink } from '../components/button-link';
import { stepsCount } from './bank-words';
import { Counts, type Preview } from './import-preview';

/** What an import did. */
export function ImportResult({ bankId, result, onAnother }: { bankId: string; result: Preview; onAnother: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const done = result.added + result.changed;
  useEffect(() => heading.current?.focus(), []);
  return (
    <Stack>
      <Title order={2} ref={heading} tabIndex={-1}>
        {done === 0 ? 'There was nothing to change' : `Imported ${stepsCount(done)}`}
      </Title>
      <Counts {...result} />
      <Group>
        <ButtonLink to="/banks/$bankId" params={{ bankId }}>
          Look at the bank
        </ButtonLink>
        <Button variant="default" onClick={onAnother}>
          Import another file
        </Button>
      </Group>
    </Stack>
  );
}
