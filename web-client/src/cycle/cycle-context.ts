import { createContext, use } from 'react';
import type { FragmentType } from '../gql';
import type { LiveCycle } from './live-cycle';

export type OpenCycle = FragmentType<typeof LiveCycle>;

export const CycleContext = createContext<{ cycle: OpenCycle; reload: () => void } | null>(null);

/** The cycle whose screens are open. */
export function useOpenCycle() {
  const found = use(CycleContext);
  if (!found) throw new Error('No cycle is open here');
  return found;
}
