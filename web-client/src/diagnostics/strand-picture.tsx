import { Text, VisuallyHidden } from '@mantine/core';
import { graphql, readFragment, type FragmentType } from '../gql';
import { STRANDS } from '../step/step-words';
import { StrandChart } from './strand-chart';
import { pictureRows, sureText } from './picture-rows';

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

type Props = { diagnostics: FragmentType<typeof Pictures>; of: string };

/** How sure an ECT said they are, by strand and half-term: a chart, and the table behind it. */
export function StrandPicture({ of, ...props }: Props) {
  const { strands } = readFragment(Pictures, props.diagnostics);
  const rows = pictureRows(strands);
  if (rows.length === 0) return <Text className="quiet">{of} said nothing of this yet.</Text>;
  const said = strands.filter((one) => one.points.length > 0);
  return (
    <div>
      {rows.length > 1 && <StrandChart rows={rows} strands={said.map((one) => one.strand)} />}
      <div className="scroll-x" role="region" aria-label={`How sure ${of} said they are`} tabIndex={0}>
        <table className="plain picture">
          <caption>
            <VisuallyHidden>{`How sure ${of} said they are, by half-term`}</VisuallyHidden>
          </caption>
          <thead>
            <tr>
              <th scope="col">Half-term</th>
              {said.map(({ strand }) => (
                <th key={strand} scope="col">
                  {STRANDS[strand]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.firstDay}>
                <th scope="row">{row.name}</th>
                {said.map(({ strand }) => (
                  <td key={strand}>{sureText(row[strand])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
