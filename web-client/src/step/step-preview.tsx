import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { useChange } from '../api/use-change';
import { ErrorSummary } from '../components/error-summary';
import { Failed, Loading } from '../components/page-states';
import { graphql } from '../gql';
import { ChooseStep, type EvidenceChoice } from './choose-step';
import { EvidenceSelect } from './evidence-select';
import { SCHOOL_PHASES } from './strand-name';

const Preview = graphql(`
  query StepPreview($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Step {
        title
        why
        cue
        criteria
        models {
          phase
          subject
          text
        }
        practice {
          task
          minutes
          harder
          easier
        }
        pitfalls
      }
    }
  }
`);

type Props = {
  cycleId: string;
  version: number;
  stepId: string;
  evidence: EvidenceChoice;
  onChosen: () => void;
  onBack: () => void;
  onReload: () => void;
};

/** A step of the bank in full, and the button that chooses it. */
export function StepPreview({ cycleId, version, stepId, evidence, onChosen, onBack, onReload }: Props) {
  const [{ data, error }, ask] = useQuery({ query: Preview, variables: { id: stepId } });
  const [evidenceNoteId, setEvidenceNoteId] = useState(evidence[0]?.id ?? '');
  const { send, busy, problems } = useChange(ChooseStep, (result) => result.chooseStep);
  const heading = useRef<HTMLHeadingElement>(null);
  const step = data?.node?.__typename === 'Step' ? data.node : undefined;
  const title = step?.title;
  useEffect(() => heading.current?.focus(), [title]);

  if (error) return <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />;
  if (!step) return <Loading />;

  async function choose() {
    if (await send({ cycleId, stepId, evidenceNoteId: evidenceNoteId || null, version })) onChosen();
  }

  return (
    <Stack gap="md">
      <Button variant="subtle" style={{ alignSelf: 'flex-start' }} onClick={onBack}>
        Back to the steps
      </Button>
      <ErrorSummary problems={problems} onReload={onReload} />
      <Title order={2} ref={heading} tabIndex={-1} className="step-title">
        {step.title}
      </Title>
      <Text>When: {step.cue}</Text>
      <Text>{step.why}</Text>
      <div className="columns">
        <Stack>
          <div>
            <Title order={3}>Success criteria</Title>
            <ul className="bullets">
              {step.criteria.map((criterion) => (
                <li key={criterion}>{criterion}</li>
              ))}
            </ul>
          </div>
          {step.pitfalls.length > 0 && (
            <div>
              <Title order={3}>Pitfalls</Title>
              <ul className="bullets">
                {step.pitfalls.map((pitfall) => (
                  <li key={pitfall}>{pitfall}</li>
                ))}
              </ul>
            </div>
          )}
          <div>
            <Title order={3}>Practice</Title>
            <ul className="bullets">
              {step.practice.map((task) => (
                <li key={task.task}>
                  {task.task} ({task.minutes} {task.minutes === 1 ? 'minute' : 'minutes'})
                  {task.harder && <Text>Harder: {task.harder}</Text>}
                  {task.easier && <Text>Easier: {task.easier}</Text>}
                </li>
              ))}
            </ul>
          </div>
        </Stack>
        <div>
          <Title order={3}>Models</Title>
          <ul className="plain-list">
            {step.models.map((model) => (
              <li key={`${model.phase} ${model.subject}`}>
                <Text fw={600}>
                  {SCHOOL_PHASES[model.phase]}, {model.subject}
                </Text>
                <Text className="typed">{model.text}</Text>
              </li>
            ))}
          </ul>
        </div>
      </div>
      <section className="card" aria-label="Choose this step">
        <Stack>
          <EvidenceSelect evidence={evidence} value={evidenceNoteId} onChange={setEvidenceNoteId} />
          <Group>
            <Button loading={busy} onClick={() => void choose()}>
              Choose this step
            </Button>
          </Group>
        </Stack>
      </section>
    </Stack>
  );
}
