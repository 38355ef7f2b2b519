import { Text } from '@mantine/core';
import { graphql, readFragment, type FragmentType } from '../gql';
import { SCHOOL_PHASES } from '../step/step-words';

const Line = graphql(`
  fragment ExampleLine on ExampleCheck {
    phase
    family {
      text
    }
    need {
      id
      text
    }
  }
`);

/** What somebody said in the check for examples. */
export function ExampleLine(props: { example: FragmentType<typeof Line> }) {
  const { phase, family, need } = readFragment(Line, props.example);
  return (
    <div>
      <Text>{`${SCHOOL_PHASES[phase]}: ${family.text}`}</Text>
      {need && <Text className="quiet">{`A pupil in mind: ${need.text}`}</Text>}
    </div>
  );
}
