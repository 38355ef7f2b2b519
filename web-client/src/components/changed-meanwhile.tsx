import { Alert, Button, Group, Text } from '@mantine/core';

/** Says that what is being edited was changed elsewhere, and lets the person decide. */
export function ChangedMeanwhile({ onTakeTheirs, onKeepMine }: { onTakeTheirs: () => void; onKeepMine: () => void }) {
  return (
    <Alert color="yellow" role="status" title="Somebody changed this meanwhile">
      <Text mb="sm">What you typed is still here.</Text>
      <Group>
        <Button size="sm" variant="default" onClick={onTakeTheirs}>
          Show theirs
        </Button>
        <Button size="sm" variant="default" onClick={onKeepMine}>
          Keep mine
        </Button>
      </Group>
    </Alert>
  );
}
