import { Progress, Text } from '@mantine/core';
import type { Usage } from './timer';

/** Used against planned minutes, as figures and a thin bar; an overrun is said in words and striped. */
export function UsageLine({ usage, running = false }: { usage: Usage; running?: boolean }) {
  return (
    <>
      <Text size="sm" className="quiet" fw={usage.over ? 600 : undefined}>
        {usage.words}
        {running && ', running'}
      </Text>
      <Progress.Root size={4} className="usage-bar" aria-hidden>
        <Progress.Section value={usage.within} color="accent.6" withAria={false} />
        <Progress.Section value={usage.beyond} color="red.8" striped withAria={false} />
      </Progress.Root>
    </>
  );
}
