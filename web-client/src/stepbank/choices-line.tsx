import { Text } from '@mantine/core';
import { graphql, readFragment, type FragmentType } from '../gql';

const Choices = graphql(`
  fragment ChoicesLine on Step {
    id
    suggestionChoices {
      suggestedFirst
      chosen
      chosenUnsuggested
    }
  }
`);

const times = (number: number) => (number === 1 ? 'once' : `${number} times`);

/** How often a step was suggested and chosen, for those who look after its bank; nothing for others. */
export function ChoicesLine(props: { step: FragmentType<typeof Choices> }) {
  const { suggestionChoices: choices } = readFragment(Choices, props.step);
  if (!choices || choices.suggestedFirst + choices.chosen === 0) return null;
  return (
    <Text className="quiet no-print">
      Suggested first {times(choices.suggestedFirst)}, chosen {times(choices.chosen)}
      {choices.chosenUnsuggested > 0 && `, of which ${times(choices.chosenUnsuggested)} though it was not suggested`}.
    </Text>
  );
}
