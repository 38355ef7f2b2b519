import { graphql, readFragment, type FragmentType } from '../gql';
import { lengthText, secondsFrom } from './replay-rule';

const Told = graphql(`
  fragment ReplayFigures on Replay {
    startedAt
    totalSeconds
    practiceSeconds
    firstPracticeAt
    rounds {
      number
    }
  }
`);

/** What was done and for how long, in words. They say nothing of how good it was. */
export function Figures(props: { replay: FragmentType<typeof Told> }) {
  const replay = readFragment(Told, props.replay);
  const first = replay.firstPracticeAt && Math.floor(secondsFrom(replay.startedAt, replay.firstPracticeAt) / 60) + 1;
  return (
    <dl className="figures" aria-label="Figures of the meeting">
      <Figure name="Whole meeting" value={lengthText(replay.totalSeconds)} />
      <Figure name="Practice and feedback" value={lengthText(replay.practiceSeconds)} />
      <Figure name="First practice" value={first ? `at minute ${first}` : 'none'} />
      <Figure name="Rounds" value={String(replay.rounds.length)} />
    </dl>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt className="quiet">{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
