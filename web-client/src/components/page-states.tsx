import { Button, Skeleton, Stack, Text, Title } from '@mantine/core';
import type { CombinedError } from '@urql/core';
import type { ReactNode } from 'react';

/** The shape of what is coming, so that nothing jumps when it is there. */
export function Loading({ lines = 4 }: { lines?: number }) {
  return (
    <Stack aria-busy="true" role="status" aria-label="Loading">
      <Skeleton height={32} width="60%" animate={false} />
      {Array.from({ length: lines }, (_, index) => (
        <Skeleton key={index} height={56} animate={false} />
      ))}
    </Stack>
  );
}

export function Failed({ error, onRetry }: { error: CombinedError; onRetry: () => void }) {
  const offline = Boolean(error.networkError);
  return (
    <Stack role="alert" align="flex-start">
      <Title order={2}>{offline ? 'You seem to be offline' : 'This could not be loaded'}</Title>
      <Text>
        {offline
          ? 'The service could not be reached. What you typed on this device is kept.'
          : 'Something went wrong on our side. Try again in a moment.'}
      </Text>
      <Button variant="default" onClick={onRetry}>
        Try again
      </Button>
    </Stack>
  );
}

export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <Stack gap="xs" align="flex-start">
      <Text fw={600}>{title}</Text>
      {children}
    </Stack>
  );
}
