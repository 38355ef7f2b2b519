import { Button, VisuallyHidden } from '@mantine/core';
import { download } from '../components/csv';
import { figuresText, tellsCoaching, type Row } from './figure-rows';

type Props = { caption: string; first: string; rows: readonly Row[]; file: string };

/** The figures behind a chart, to be read or taken along. */
export function FiguresTable({ caption, first, rows, file }: Props) {
  const coachingToo = tellsCoaching(rows);
  return (
    <div>
      <div className="scroll-x" role="region" aria-label={`Table: ${caption}`} tabIndex={0}>
        <table className="plain numbers">
          <caption>
            <VisuallyHidden>{caption}</VisuallyHidden>
          </caption>
          <thead>
            <tr>
              <th scope="col">{first}</th>
              <th scope="col">ECTs</th>
              <th scope="col">Meetings due</th>
              <th scope="col">Held</th>
              {coachingToo && <th scope="col">Coaching</th>}
              <th scope="col">Weeks missed</th>
              <th scope="col">Self-study done</th>
              <th scope="col">Events done</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((one) => (
              <tr key={one.name}>
                <th scope="row">{one.name}</th>
                <td>{one.ects}</td>
                <td>{one.expected}</td>
                <td>{one.held}</td>
                {coachingToo && <td>{one.coaching}</td>}
                <td>{one.missed}</td>
                <td>{`${one.study.done} of ${one.study.due}`}</td>
                <td>{`${one.events.done} of ${one.events.due}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Button variant="subtle" size="compact-sm" onClick={() => download(file, figuresText(first, rows), 'text/csv')}>
        Download as CSV
      </Button>
    </div>
  );
}
