import { Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { PhaseIcon, phaseStyle } from '../components/phase-badge';
import { graphql, readFragment, type FragmentType } from '../gql';
import { clockText } from '../session/timer';
import { lastAt, shownMoments } from './replay-rule';

const Told = graphql(`
  fragment ReplayMoments on Replay {
    moments {
      sequence
      secondsIn
      kind
      text
      by {
        id
        name
      }
    }
  }
`);

/** What happened, one after the other, with the moment that is looked at marked and in view. */
export function MomentList(props: { replay: FragmentType<typeof Told>; second: number; onSeek: (second: number) => void }) {
  const moments = shownMoments(readFragment(Told, props.replay).moments);
  const current = lastAt(moments, props.second)?.sequence;
  const list = useRef<HTMLOListElement>(null);

  useEffect(() => {
    // The list scrolls inside its own box; the page stays where it is.
    const box = list.current;
    const row = box?.querySelector<HTMLElement>('[aria-current]');
    if (box && row) box.scrollTop = row.offsetTop - box.clientHeight / 2;
  }, [current]);

  return (
    <section aria-labelledby="moments">
      <Title order={2} id="moments" mb="sm">
        Moments
      </Title>
      <ol className="moments" aria-labelledby="moments" ref={list}>
        {moments.map((moment) => (
          <li key={moment.sequence}>
            <button
              type="button"
              className="moment"
              aria-current={moment.sequence === current ? 'step' : undefined}
              onClick={() => props.onSeek(moment.secondsIn)}
            >
              <span>{clockText(moment.secondsIn)}</span>
              <MomentIcon kind={moment.kind} />
              <span>
                {moment.text} <span className="quiet">{moment.by.name}</span>
              </span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

function MomentIcon({ kind }: { kind: string }) {
  const phase = kind === 'PracticeRoundLogged' ? 'PRACTICE' : kind === 'FeedbackGiven' ? 'FEEDBACK' : undefined;
  return (
    <span className="phase" style={phase && phaseStyle(phase)}>
      {phase && <PhaseIcon phase={phase} />}
    </span>
  );
}
