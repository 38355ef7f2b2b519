import { Text, Title } from '@mantine/core';
import { dayOf } from '../components/dates';
import { graphql, readFragment, type FragmentType } from '../gql';
import { DifferenceView } from './difference-view';

const Versions = graphql(`
  fragment StepVersions on Step {
    id
    versions {
      number
      at
      by {
        id
        name
      }
      changes {
        part
        before
        after
      }
    }
  }
`);

/** Who published what when, and what each version changed. */
export function StepVersions(props: { step: FragmentType<typeof Versions> }) {
  const { versions } = readFragment(Versions, props.step);
  if (versions.length === 0) return null;
  return (
    <section aria-labelledby="versions" className="no-print">
      <Title order={2} id="versions" mb="xs">
        Versions
      </Title>
      <ol className="plain-list" aria-labelledby="versions">
        {versions.map((version) => (
          <li key={version.number}>
            {version.number === 1 ? (
              <Text>
                Version 1, first published on {dayOf(version.at)} by {version.by.name}
              </Text>
            ) : (
              <details>
                <summary>
                  Version {version.number}, {dayOf(version.at)}, by {version.by.name}
                </summary>
                <div className="inset">
                  <DifferenceView changes={version.changes} />
                </div>
              </details>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
