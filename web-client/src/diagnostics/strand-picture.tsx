import { Text, VisuallyHidden } from '@mantine/core';
import { graphql, readFragment, type FragmentType } from '../gql';
import { STRANDS } from '../step/step-words';
import { pictureRows, sureText } from './picture-rows';
import { StrandChart } from './strand-chart';

const Pictures = graphql(`
  fragment StrandPictures on Diagnostics {
    strands {
      strand
      points {
        halfTerm {
          name
          firstDay
          lastDay
        }
        sure
        said
      }
    }
  }
`);

type Props = { diagnostics: FragmentType<typeof Pictures>; title: string };

/** How sure an ECT said they are, by strand and half-term: a chart, and the table behind it with the newest at hand. */
export function StrandPicture({ title, ...props }: Props) {
  const { strands } = readFragment(Pictures, props.diagnostics);
  const rows = pictureRows(strands);
  if (rows.length === 0) return <Text className="quiet">Nothing is said of this yet.</Text>;
  const newest = [...rows].reverse();
  const said = strands.filter((one) => one.points.length > 0);
  return (
    <div>
      {rows.length > 1 && <StrandChart rows={rows} strands={said.map((one) => one.strand)} />}
      <div className="scroll-x" role="region" aria-label={`Table: ${title}`} tabIndex={0}>
        <table className="plain picture">
          <caption>
            <VisuallyHidden>{title}</VisuallyHidden>
          </caption>
          <thead>
            <tr>
              <th scope="col">Strand</th>
              {newest.map((row) => (
                <th key={row.firstDay} scope="col">
                  {row.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {said.map(({ strand }) => (
              <tr key={strand}>
                <th scope="row">{STRANDS[strand]}</th>
                {newest.map((row) => (
                  <td key={row.firstDay}>{sureText(row[strand])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
