import { Stack, Text, Title } from '@mantine/core';
import { graphql, readFragment, type FragmentType } from '../gql';
import { cueLine } from './step-words';

const View = graphql(`
  fragment StepView on ChosenStep {
    title
    why
    cue
    criteria {
      id
      text
    }
    model
    practice
  }
`);

/** A chosen step, to be read: what, when, how one can tell, what it looks like, how to rehearse. */
export function StepView(props: { step: FragmentType<typeof View> }) {
  const step = readFragment(View, props.step);
  return (
    <Stack gap="md">
      <div>
        <Text component="h2" className="step-title">
          {step.title}
        </Text>
        {step.cue && <Text>{cueLine(step.cue)}</Text>}
      </div>
      <div>
        <Title order={3}>Success criteria</Title>
        <ul className="bullets">
          {step.criteria.map((criterion) => (
            <li key={criterion.id}>{criterion.text}</li>
          ))}
        </ul>
      </div>
      <TextPart name="Model" text={step.model} />
      <TextPart name="Practice" text={step.practice} />
      <TextPart name="Why" text={step.why} />
    </Stack>
  );
}

function TextPart({ name, text }: { name: string; text: string }) {
  if (!text) return null;
  return (
    <div>
      <Title order={3}>{name}</Title>
      <Text className="typed">{text}</Text>
    </div>
  );
}
