import { Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { speaker } from './rehearsal-words';
import type { StageProps } from './rehearsal-screen';
import { Notable } from './noting';

/** What is seen and heard, up to where one has read; anything can be noted. */
export function Transcript({ shown, ...props }: StageProps & { shown: number }) {
  const { transcript, ectName } = props.rehearsal.scene;
  const newest = useRef<HTMLLIElement>(null);
  const opened = useRef(shown);
  // One line more comes into view, above the button that asked for it.
  useEffect(() => {
    if (shown === opened.current + 1) newest.current?.scrollIntoView({ block: 'nearest' });
    opened.current = shown;
  }, [shown]);
  return (
    <ol className="transcript" aria-label="What happens" aria-live="polite" aria-relevant="additions">
      {transcript.slice(0, shown).map((line, index) => (
        <li key={line.id} ref={index === shown - 1 ? newest : undefined}>
          <Text component="span" className="quiet no-wrap">
            {line.at}
          </Text>
          <div>
            <Text fs={line.who === 'SEEN' ? 'italic' : undefined}>
              <strong>{speaker(line.who, ectName)}</strong>
              {line.text}
            </Text>
            <Notable {...props} lineId={line.id} text={`${line.at} ${speaker(line.who, ectName)}${line.text}`} name={`what happens at ${line.at}`} />
          </div>
        </li>
      ))}
    </ol>
  );
}

/** What pupils wrote, read over a shoulder. */
export function PupilWork(props: StageProps) {
  return (
    <section aria-label="What pupils wrote">
      <Title order={3} mb="xs">
        What pupils wrote
      </Title>
      <ul className="plain-list pupil-work">
        {props.rehearsal.pupilWork.map((work) => (
          <li key={work.id} className="card">
            <Stack gap={4}>
              <Text className="quiet">{work.from}</Text>
              <Text className="typed">{work.text}</Text>
              <Notable {...props} lineId={work.id} text={`${work.from}: ${work.text}`} name={`the work of ${work.from}`} />
            </Stack>
          </li>
        ))}
      </ul>
    </section>
  );
}
