import { useEffect, useState } from 'react';
import { serverNow } from '../api/server-clock';

/** The service's time of this moment, renewed each second while something runs. */
export function useNow(running: boolean): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setNow(serverNow()), 1000);
    return () => clearInterval(timer);
  }, [running]);
  return now;
}
