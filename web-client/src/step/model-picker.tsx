import { Tabs, Text, Title } from '@mantine/core';
import { graphql, readFragment, type FragmentType } from '../gql';
import { modelName } from './model-choice';

const Models = graphql(`
  fragment ModelPicker on StepModel {
    phase
    subject
    lesson
    text
  }
`);

type Props = {
  models: ReadonlyArray<FragmentType<typeof Models>>;
  value: number;
  onChange: (index: number) => void;
  /** Which one is shown first because it suits the ECT, and why. */
  first?: { index: number; why: string } | undefined;
};

/** One model of several, picked by phase and lesson. */
export function ModelPicker({ value, onChange, first, ...props }: Props) {
  const models = readFragment(Models, props.models);
  if (models.length === 0) return null;
  return (
    <div>
      <Title order={3} mb="xs">
        Model
      </Title>
      <Tabs variant="pills" value={String(value)} onChange={(picked) => onChange(Number(picked ?? 0))}>
        <Tabs.List aria-label="Models">
          {models.map((model, index) => (
            <Tabs.Tab key={index} value={String(index)} fz="md" className="model-tab">
              {modelName(model)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {models.map((model, index) => (
          <Tabs.Panel key={index} value={String(index)} pt="sm">
            {first?.index === index && <Text className="quiet" mb="xs">{`Shown first ${first.why}.`}</Text>}
            <Text className="typed">{model.text}</Text>
          </Tabs.Panel>
        ))}
      </Tabs>
    </div>
  );
}
