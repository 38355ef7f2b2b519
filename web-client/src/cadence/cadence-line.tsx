import { Group, Text } from '@mantine/core';
import { dayText } from '../components/dates';
import { graphql, readFragment, type FragmentType } from '../gql';
import { Standing } from './standing';

const Line = graphql(`
  fragment CadenceLine on Cadence {
    state
    due
    dueBy
    why
  }
`);

/** Where an ECT's meetings stand, what is due next, and by which rule. */
export function CadenceLine(props: { cadence: FragmentType<typeof Line> }) {
  const cadence = readFragment(Line, props.cadence);
  return (
    <div>
      <Group gap="xs">
        <Standing state={cadence.state} />
        {cadence.dueBy && <Text span>{`Next: ${meeting(cadence.due)} by ${dayText(cadence.dueBy)}`}</Text>}
      </Group>
      <Text size="sm" className="quiet">
        {cadence.why}
      </Text>
    </div>
  );
}

const meeting = (due: string | null | undefined) => (due === 'INSTRUCTIONAL_COACHING' ? 'coaching' : 'coaching or a pastoral meeting');
