import { Text, Title } from '@mantine/core';
import { dayText, isoToday } from '../components/dates';
import { graphql, readFragment, type FragmentType } from '../gql';

const Part = graphql(`
  fragment DiagnosticsCompletionPart on Person {
    id
    diagnosticsCompletion {
      setId
      kind
      title
      from
      completedOn
    }
  }
`);

/** Which questions about their teaching an ECT has answered, and nothing of what they said. */
export function CompletionPart(props: { person: FragmentType<typeof Part> }) {
  const today = isoToday();
  const sets = readFragment(Part, props.person).diagnosticsCompletion ?? [];
  const asked = sets.filter((set) => set.completedOn ?? (set.from && set.from <= today));
  if (asked.length === 0) return null;
  return (
    <section aria-labelledby="completion">
      <Title order={2} id="completion" mb="xs">
        Questions about their teaching
      </Title>
      <Text mb="sm">What they say in them is for them and their mentor. Here stands which they have answered.</Text>
      <ul className="rows">
        {asked.map((set) => (
          <li key={set.setId}>
            {set.title}: <span className="quiet">{set.completedOn ? `answered on ${dayText(set.completedOn)}` : 'not answered'}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
