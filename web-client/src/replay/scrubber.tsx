import { Button, SegmentedControl, Text } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { clockText } from '../session/timer';
import { movedByKey, spokenTime } from './replay-rule';
import { SPEEDS, type Playback, type Speed } from './use-playback';

/** Moves through the meeting: arrows by five seconds, page up and down by a minute, home and end. */
export function Scrubber({ playback, total, during }: { playback: Playback; total: number; during: string }) {
  return (
    <input
      type="range"
      className="scrubber"
      aria-label="Moment of the meeting"
      aria-valuetext={`${spokenTime(playback.second)}, ${during}`}
      min={0}
      max={total}
      step={1}
      value={playback.second}
      onChange={(event) => playback.seek(Number(event.target.value))}
      onKeyDown={(event) => {
        const to = movedByKey(event.key, playback.second, total);
        if (to === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
        event.preventDefault();
        playback.seek(to);
      }}
    />
  );
}

export function PlaybackControls({ playback, total }: { playback: Playback; total: number }) {
  return (
    <div className="playback">
      <Button
        w={128}
        leftSection={playback.playing ? <IconPlayerPause size={20} aria-hidden /> : <IconPlayerPlay size={20} aria-hidden />}
        onClick={playback.playing ? playback.pause : playback.play}
      >
        {playback.playing ? 'Pause' : 'Play'}
      </Button>
      <SegmentedControl
        aria-label="Speed"
        size="md"
        value={String(playback.speed)}
        onChange={(value) => playback.setSpeed(Number(value) as Speed)}
        data={SPEEDS.map((speed) => ({ value: String(speed), label: `${speed}×` }))}
      />
      <Text component="span">
        <span className="clock">{clockText(playback.second)}</span> <span className="quiet">of {clockText(total)}</span>
      </Text>
    </div>
  );
}
