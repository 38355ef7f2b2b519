import { useReducedMotion } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { advance } from './replay-rule';

export const SPEEDS = [1, 10, 60] as const;
export type Speed = (typeof SPEEDS)[number];

/** Where in the meeting the page is, and playing on from there. */
export function usePlayback(total: number) {
  const [at, setAt] = useState(0);
  const [wantsToPlay, setWantsToPlay] = useState(false);
  const [speed, setSpeed] = useState<Speed>(10);
  const playing = wantsToPlay && at < total;
  // Who asked for less motion sees a still picture change once a second.
  const every = useReducedMotion() ? 1000 : 100;

  useEffect(() => {
    if (!playing) return;
    let last = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      const elapsed = now - last;
      last = now;
      setAt((from) => advance(from, elapsed, speed, total));
    }, every);
    return () => clearInterval(timer);
  }, [playing, speed, total, every]);

  return {
    second: Math.floor(at),
    playing,
    speed,
    setSpeed,
    seek: setAt,
    pause: () => setWantsToPlay(false),
    /** From the start again when it has come to the end. */
    play: () => {
      if (at >= total) setAt(0);
      setWantsToPlay(true);
    },
  };
}

export type Playback = ReturnType<typeof usePlayback>;
