import { graphql, readFragment, type FragmentType } from '../gql';
import { clockText } from '../session/timer';
import { noteName } from './note-name';
import { secondsFrom } from './replay-rule';

const Told = graphql(`
  fragment ReplayTable on Replay {
    startedAt
    sections {
      title
      plannedMinutes
      startedAt
      seconds
    }
    rounds {
      number
      at
      feedbackAt
    }
    noteBursts {
      kind
      by {
        id
        name
      }
      secondsIn
      untilSecondsIn
      sequence
    }
  }
`);

type Comment = { id: string; second: number; by: { name: string }; text: string };

/** The facts of the timeline as tables, times in minutes and seconds from the start of the meeting. */
export function ReplayTable(props: { replay: FragmentType<typeof Told>; comments: readonly Comment[] }) {
  const replay = readFragment(Told, props.replay);
  const since = (instant: string) => clockText(secondsFrom(replay.startedAt, instant));
  return (
    <details>
      <summary>Show as a table</summary>
      <div className="parts">
        <Table
          caption="Sections"
          head={['Section', 'Began', 'Planned', 'Used']}
          rows={replay.sections.map((section) => [section.title, since(section.startedAt), clockText(section.plannedMinutes * 60), clockText(section.seconds)])}
        />
        <Table
          caption="Rounds"
          head={['Round', 'Rehearsal noted', 'Feedback given']}
          rows={replay.rounds.map((round) => [String(round.number), since(round.at), round.feedbackAt ? since(round.feedbackAt) : 'none'])}
        />
        <Table
          caption="Typing in the notes"
          head={['Who', 'Note', 'From', 'To']}
          rows={replay.noteBursts.map((burst) => [burst.by.name, noteName(burst.kind), clockText(burst.secondsIn), clockText(burst.untilSecondsIn)])}
        />
        <Table caption="Comments" head={['At', 'Who', 'Comment']} rows={props.comments.map((one) => [clockText(one.second), one.by.name, one.text])} />
      </div>
    </details>
  );
}

function Table({ caption, head, rows }: { caption: string; head: string[]; rows: string[][] }) {
  if (rows.length === 0) return null;
  return (
    <div className="scroll-x" role="region" aria-label={caption} tabIndex={0}>
      <table className="plain">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, column) => (
                <td key={head[column]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
