import { Stack, Text } from '@mantine/core';
import { graphql, readFragment, type FragmentType } from '../gql';

export const TopicGuideParts = graphql(`
  fragment PastoralTopicGuide on PastoralTopic {
    id
    title
    about
    focusAreas
    prompts
    points
    whereElse
  }
`);

/** Something to go by in a meeting; it is there to be read, not to be worked through. */
export function TopicGuide(props: { topic: FragmentType<typeof TopicGuideParts> }) {
  const topic = readFragment(TopicGuideParts, props.topic);
  return (
    <details className="topic-guide">
      <summary>{topic.title}: what may help</summary>
      <Stack gap="xs" mt="xs">
        <Text>{topic.about}</Text>
        <Part name="Look at" lines={topic.focusAreas} />
        <Part name="Ask one or two" lines={topic.prompts} />
        <Part name="Worth saying or knowing" lines={topic.points} />
        <Part name="Who else helps" lines={topic.whereElse} />
      </Stack>
    </details>
  );
}

function Part({ name, lines }: { name: string; lines: readonly string[] }) {
  return (
    <div>
      <Text fw={600}>{name}</Text>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
