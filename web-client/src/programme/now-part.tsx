import { Stack, Text, Title } from '@mantine/core';
import { dayText } from '../components/dates';
import { graphql, readFragment, type FragmentType } from '../gql';

const Part = graphql(`
  fragment NowPart on Person {
    id
    programmeNow {
      halfTerm {
        name
      }
      theme
      themeTitle
      itemId
      title
      from
      dueBy
    }
  }
`);

/** Where an ECT is on the programme today. */
export function NowPart(props: { person: FragmentType<typeof Part> }) {
  const now = readFragment(Part, props.person).programmeNow;
  if (!now) return null;
  return (
    <section aria-labelledby="programme-now">
      <Stack gap={0}>
        <Text className="quiet">
          {now.halfTerm.name} · Theme {now.theme}: {now.themeTitle}
        </Text>
        <Title order={2} id="programme-now">
          {now.title}
        </Title>
        <Text>
          {dayText(now.from)} to {dayText(now.dueBy)}
        </Text>
      </Stack>
    </section>
  );
}
