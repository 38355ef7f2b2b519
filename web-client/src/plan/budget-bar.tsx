import { Progress, Text } from '@mantine/core';
import type { Budget } from './budget';

export function BudgetBar({ budget }: { budget: Budget }) {
  const share = Math.min(100, (budget.total / (budget.total + Math.max(0, budget.left))) * 100);
  return (
    <div>
      <Text fw={600} role="status" aria-label="Minutes" c={budget.fits ? undefined : 'red.9'}>
        {budget.text}
      </Text>
      <Progress value={share} color={budget.fits ? 'accent.6' : 'red.8'} size="lg" aria-hidden />
    </div>
  );
}
