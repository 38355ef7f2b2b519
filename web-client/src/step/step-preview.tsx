import { Button, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { useChange } from '../api/use-change';
import { ButtonLink, TextLink } from '../components/button-link';
import { ErrorSummary } from '../components/error-summary';
import { useSuits, whyItSuits } from '../diagnostics/suits';
import { Empty, Failed, Loading } from '../components/page-states';
import { ChooseStep } from '../cycle/cycle-mutations';
import { graphql, readFragment, type FragmentType } from '../gql';
import { Bullets } from './bullets';
import { EvidenceSelect } from './evidence-select';
import { bestModel } from './model-choice';
import { ModelPicker } from './model-picker';
import { PracticeList } from './practice-list';
import type { Chosen } from './step-filter';
import { StepGraph } from './step-graph';
import { cueLine, placeName } from './step-words';
import { WhyThisStep } from './why-this-step';

const Cycle = graphql(`
  fragment StepPreview on CoachingCycle {
    id
    version
    kind
    ect {
      id
    }
    observation {
      evidence {
        id
        at
        text
      }
    }
  }
`);

const Preview = graphql(`
  query StepPreview($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Step {
        title
        why
        cue
        strand
        module {
          id
          title
        }
        bank {
          id
          title
          owner
        }
        criteria
        models {
          phase
          subject
          lesson
          text
          ...ModelPicker
        }
        practice {
          ...PracticeList
        }
        pitfalls
        ...StepGraph
      }
    }
  }
`);

type Props = {
  cycle: FragmentType<typeof Cycle>;
  stepId: string;
  filter: Pick<Chosen, 'phase' | 'subject'>;
  noteId: string;
  onChosen: (model: string) => void;
  onReload: () => void;
};

/** A step of the bank in full, and the button that chooses it. */
export function StepPreview({ stepId, filter, noteId, onChosen, onReload, ...props }: Props) {
  const cycle = readFragment(Cycle, props.cycle);
  const evidence = cycle.observation?.evidence ?? [];
  const [{ data, error, fetching }, ask] = useQuery({ query: Preview, variables: { id: stepId } });
  const [evidenceNoteId, setEvidenceNoteId] = useState(noteId || (evidence[0]?.id ?? ''));
  const [picked, setPicked] = useState<number>();
  const suiting = useSuits(cycle.ect.id);
  const { send, busy, problems } = useChange(ChooseStep, (result) => result.chooseStep);
  const heading = useRef<HTMLHeadingElement>(null);
  const step = data?.node?.__typename === 'Step' ? data.node : undefined;
  const title = step?.title;
  useEffect(() => heading.current?.focus({ preventScroll: true }), [title]);

  const back = (
    <ButtonLink variant="subtle" style={{ alignSelf: 'flex-start' }} to="/cycles/$cycleId/step" params={{ cycleId: cycle.id }}>
      Back to the steps
    </ButtonLink>
  );
  if (!step) {
    if (fetching) return <Loading />;
    if (error) return <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />;
    return <Empty title="There is no such step, or it is not yours to see.">{back}</Empty>;
  }
  const best = bestModel(step.models, { ...filter, suits: suiting?.suits });
  const model = picked ?? best;
  const bestOne = step.models[best];
  const why = bestOne && suiting && whyItSuits(bestOne, suiting.suits, suiting.who);

  async function choose() {
    if (await send({ cycleId: cycle.id, stepId, evidenceNoteId: evidenceNoteId || null, version: cycle.version })) {
      onChosen(step?.models[model]?.text ?? '');
    }
  }

  return (
    <Stack gap="md">
      {back}
      <ErrorSummary problems={problems} onReload={onReload} />
      <div>
        <Title order={2} ref={heading} tabIndex={-1} className="step-title">
          {step.title}
        </Title>
        <Text className="quiet">{[placeName(step), step.bank.owner !== 'COACHBENCH' && step.bank.title].filter(Boolean).join(' · ')}</Text>
      </div>
      {step.cue && <Text>{cueLine(step.cue)}</Text>}
      <Text>{step.why}</Text>
      {cycle.kind === 'INSTRUCTIONAL' && <WhyThisStep ectId={cycle.ect.id} stepId={stepId} question="Why this one, or why not?" />}
      <div className="columns">
        <Stack>
          <Bullets name="Success criteria" items={step.criteria} />
          <PracticeList practice={step.practice} />
          <Bullets name="Pitfalls" items={step.pitfalls} />
        </Stack>
        <ModelPicker models={step.models} value={model} onChange={setPicked} first={why ? { index: best, why } : undefined} />
      </div>
      <StepGraph
        step={step}
        link={(id, name) => (
          <TextLink to="/cycles/$cycleId/step" params={{ cycleId: cycle.id }} search={{ look: id }}>
            {name}
          </TextLink>
        )}
      />
      <section className="card choose-bar" aria-label="Choose this step">
        {evidence.length > 0 && <EvidenceSelect evidence={evidence} value={evidenceNoteId} onChange={setEvidenceNoteId} />}
        <Button loading={busy} onClick={() => void choose()}>
          Choose this step
        </Button>
      </section>
    </Stack>
  );
}
