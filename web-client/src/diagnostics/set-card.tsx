import { Group, Stack, Text, Title } from '@mantine/core';
import { ButtonLink } from '../components/button-link';
import { graphql, readFragment, type FragmentType } from '../gql';
import { actionOf, KINDS, minutesText } from './diagnostic-words';

const Card = graphql(`
  fragment SetCard on DiagnosticSet {
    id
    kind
    title
    about
    state
    sitting
    questions {
      id
      kind
      answer {
        sitting
      }
    }
  }
`);

/** A set that is open, and the button that begins it or goes on. */
export function SetCard({ primary, ...props }: { set: FragmentType<typeof Card>; primary: boolean }) {
  const set = readFragment(Card, props.set);
  return (
    <li className="card">
      <Stack gap="xs">
        <Text className="quiet">{`${KINDS[set.kind]} · ${minutesText(set.questions.length)}`}</Text>
        <Title order={3}>{set.title}</Title>
        {set.state === 'NOT_BEGUN' && <Text>{set.about}</Text>}
        <Group>
          <ButtonLink to="/diagnostics/$setId" params={{ setId: set.id }} variant={primary ? 'filled' : 'default'} aria-label={`${actionOf(set)}: ${set.title}`}>
            {actionOf(set)}
          </ButtonLink>
        </Group>
      </Stack>
    </li>
  );
}
