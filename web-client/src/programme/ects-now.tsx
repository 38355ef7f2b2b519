import { Text, Title } from '@mantine/core';
import { dayText } from '../components/dates';
import { graphql, readFragment, type FragmentType } from '../gql';

const Part = graphql(`
  fragment EctsNow on Mentorship {
    id
    ect {
      id
      name
      programmeNow {
        title
        theme
        themeTitle
        dueBy
      }
    }
  }
`);

/** What a mentor's ECTs study now, so that coaching can go with it; not whether they do. */
export function EctsNow(props: { mentorships: ReadonlyArray<FragmentType<typeof Part>> }) {
  const mentorships = readFragment(Part, props.mentorships);
  return (
    <section aria-labelledby="ects-now">
      <Title order={2} id="ects-now" mb="sm">
        What your ECTs study now
      </Title>
      <ul className="rows">
        {mentorships.map(({ id, ect }) => (
          <li key={id}>
            <Text>
              <strong>{ect.name}</strong>: {ect.programmeNow ? `${ect.programmeNow.title}, until ${dayText(ect.programmeNow.dueBy)}` : 'nothing at present'}
            </Text>
            {ect.programmeNow && (
              <Text className="quiet" fz="sm">
                Theme {ect.programmeNow.theme}: {ect.programmeNow.themeTitle}
              </Text>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
