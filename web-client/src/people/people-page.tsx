import { Stack } from '@mantine/core';
import { PageTitle } from '../components/page-title';

/** Where an administrator registers schools and people. */
export function PeoplePage() {
  return (
    <Stack>
      <PageTitle>People and schools</PageTitle>
    </Stack>
  );
}
