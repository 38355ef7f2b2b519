import { Button, Text, Title } from '@mantine/core';
import { IconArrowDown } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { graphql, readFragment, type FragmentType } from '../gql';

const Graph = graphql(`
  fragment StepGraph on Step {
    id
    title
    buildsOn {
      id
      title
    }
    leadsTo {
      id
      title
    }
  }
`);

const FEW = 6;

type Props = { step: FragmentType<typeof Graph>; link: (stepId: string, title: string) => ReactNode; order?: 2 | 3 };

/** Where a step stands among others, drawn from left to right: what it builds on, itself, what it leads to. */
export function StepGraph({ link, order = 3, ...props }: Props) {
  const step = readFragment(Graph, props.step);
  if (step.buildsOn.length + step.leadsTo.length === 0) return null;
  return (
    <div className="step-graph">
      {step.buildsOn.length > 0 && (
        <>
          <Neighbours name="Builds on" steps={step.buildsOn} link={link} order={order} />
          <IconArrowDown className="arrow" aria-hidden />
        </>
      )}
      <Text className="here">{step.title}</Text>
      {step.leadsTo.length > 0 && (
        <>
          <IconArrowDown className="arrow" aria-hidden />
          <Neighbours name="Leads to" steps={step.leadsTo} link={link} order={order} />
        </>
      )}
    </div>
  );
}

function Neighbours({ name, steps, link, order }: { name: string; steps: ReadonlyArray<{ id: string; title: string }> } & Required<Pick<Props, 'link' | 'order'>>) {
  const [all, setAll] = useState(false);
  const shown = all ? steps : steps.slice(0, FEW);
  return (
    <div>
      <Title order={order}>{name}</Title>
      <ul className="rows" aria-label={name}>
        {shown.map((step) => (
          <li key={step.id}>{link(step.id, step.title)}</li>
        ))}
      </ul>
      {shown.length < steps.length && (
        <Button variant="subtle" size="compact-md" onClick={() => setAll(true)}>
          Show all {steps.length}
        </Button>
      )}
    </div>
  );
}
