import { VisuallyHidden } from '@mantine/core';
import { dayText } from '../components/dates';
import { graphql, readFragment, type FragmentType } from '../gql';
import type { WeekState } from '../gql/graphql';

const Strip = graphql(`
  fragment WeekStrip on Cadence {
    weeks {
      monday
      state
    }
  }
`);

const WEEKS: Record<WeekState, { letter: string; words: string }> = {
  COACHED: { letter: 'C', words: 'coaching' },
  PASTORAL: { letter: 'P', words: 'pastoral meeting' },
  MISSED: { letter: '!', words: 'missed' },
  DUE: { letter: '?', words: 'due' },
  NOT_DUE: { letter: '–', words: 'none due' },
  NOT_COUNTED: { letter: '', words: 'not on the programme' },
};

/** The last school weeks as small squares, oldest first. */
export function WeekStrip(props: { cadence: FragmentType<typeof Strip>; of: string }) {
  const { weeks } = readFragment(Strip, props.cadence);
  return (
    <ol className="week-strip" aria-label={`School weeks of ${props.of}`}>
      {weeks.map(({ monday, state }) => {
        const words = `Week of ${dayText(monday)}: ${WEEKS[state].words}`;
        return (
          <li key={monday} data-state={state} title={words}>
            <span aria-hidden>{WEEKS[state].letter}</span>
            <VisuallyHidden>{words}</VisuallyHidden>
          </li>
        );
      })}
    </ol>
  );
}

/** What the letters mean; once beside many strips. */
export function WeekStripKey() {
  return <p className="quiet week-key">C coaching · P pastoral meeting · ! missed · ? due this week · – none due</p>;
}
