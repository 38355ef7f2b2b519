import { useState } from 'react';

/**
 * Shows what was just chosen until the service's answer has reached the screen, so that a control does not spring back meanwhile.
 * `known` tells one answer from another.
 */
export function useAhead<T>(current: T, known: string) {
  const [ahead, setAhead] = useState<{ value: T; known: string }>();
  return {
    value: ahead?.known === known ? ahead.value : current,
    show: (value: T) => setAhead({ value, known }),
    takeBack: () => setAhead(undefined),
  };
}
