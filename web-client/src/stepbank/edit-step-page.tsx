import { Button, Stack, Tabs, Text } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { useChange } from '../api/use-change';
import { useEdit } from '../api/use-edit';
import { ButtonLink, TextLink } from '../components/button-link';
import { ChangedMeanwhile } from '../components/changed-meanwhile';
import { Empty, Failed, Loading } from '../components/page-states';
import { PageTitle } from '../components/page-title';
import { graphql, readFragment } from '../gql';
import type { StepToEditQuery } from '../gql/graphql';
import { changesBetween } from './difference';
import { DifferenceView } from './difference-view';
import { StepForm } from './step-form';
import { asRead, asWritten, StepParts } from './step-parts';
import { contentOf, NO_MODULE, withoutBlanks, type StepWriting } from './step-writing';
import { useStepTitles } from './use-step-titles';

const StepToEdit = graphql(`
  query StepToEdit($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Step {
        version
        status
        can
        module {
          id
        }
        versions {
          number
        }
        bank {
          id
          title
          ...StepForm
        }
        ...StepParts
      }
    }
  }
`);

const EditStep = graphql(`
  mutation EditStep($input: EditStepInput!) {
    editStep(input: $input) {
      step {
        id
        version
        status
        ...StepParts
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

/** Changes what is written in a step; readers see it once it is published. */
export function EditStepPage() {
  const { stepId } = useParams({ from: '/steps/$stepId/edit' });
  const [{ data, error, fetching }, ask] = useQuery({ query: StepToEdit, variables: { id: stepId }, requestPolicy: 'cache-and-network' });
  const reload = () => ask({ requestPolicy: 'network-only' });
  const step = data?.node?.__typename === 'Step' && data.node.id === stepId ? data.node : undefined;
  if (!step?.can.includes('EDIT')) {
    if (fetching) return <Loading />;
    if (error) return <Failed error={error} onRetry={reload} />;
    return (
      <Empty title="There is no such step, or it is not yours to change.">
        <PageTitle>Not found</PageTitle>
        <TextLink to="/banks">Go to the step banks</TextLink>
      </Empty>
    );
  }
  return <Editor key={stepId} step={step} onReload={reload} />;
}

type Step = Extract<NonNullable<StepToEditQuery['node']>, { __typename: 'Step' }>;

function Editor({ step, onReload }: { step: Step; onReload: () => void }) {
  const parts = readFragment(StepParts, step);
  const current: StepWriting = { ...asWritten(parts), moduleId: step.module?.id ?? '' };
  const edit = useEdit(`${step.id}.edit`, current, step.version);
  const { send, busy, problems, setProblems } = useChange(EditStep, (data) => data.editStep);
  const titleInDraft = useStepTitles(edit.value.buildsOn);
  const navigate = useNavigate();
  const published = step.versions.length > 0;
  const titleOf = (id: string) => parts.buildsOn.find((one) => one.id === id)?.title ?? titleInDraft(id);

  async function save() {
    const written = withoutBlanks(edit.value);
    if (!written.moduleId) return setProblems([NO_MODULE]);
    if (edit.dirty) edit.set(written);
    const done = !edit.dirty || (await send({ stepId: step.id, version: edit.version, moduleId: written.moduleId, content: contentOf(written) }));
    if (!done) return;
    edit.discard();
    await navigate({ to: '/steps/$stepId', params: { stepId: step.id } });
  }

  function decide(decision: () => unknown) {
    setProblems([]);
    decision();
  }

  const form = (
    <Stack gap="lg">
      {edit.changedMeanwhile && <ChangedMeanwhile onTakeTheirs={() => decide(edit.discard)} onKeepMine={() => decide(edit.keepMine)} />}
      <StepForm
        bank={step.bank}
        value={edit.value}
        stepId={step.id}
        problems={problems.filter((problem) => !(problem.conflict && edit.changedMeanwhile))}
        onChange={edit.set}
        onSubmit={() => void save()}
        onReload={() => {
          onReload();
          setProblems([]);
        }}
      >
        <Button type="submit" loading={busy}>
          Save draft
        </Button>
        <ButtonLink variant="subtle" to="/steps/$stepId" params={{ stepId: step.id }} onClick={edit.discard}>
          {edit.dirty ? 'Leave it as it was' : 'Back to the step'}
        </ButtonLink>
      </StepForm>
    </Stack>
  );

  return (
    <Stack gap="lg">
      <div>
        <TextLink to="/banks/$bankId" params={{ bankId: step.bank.id }}>
          {step.bank.title}
        </TextLink>
        <PageTitle>Edit the step</PageTitle>
        {published && <Text className="quiet">Readers see your changes once they are published.</Text>}
      </div>
      {published ? (
        <Tabs defaultValue="write" keepMounted={false}>
          <Tabs.List mb="md">
            <Tabs.Tab value="write" fz="md">Write</Tabs.Tab>
            <Tabs.Tab value="difference" fz="md">Difference</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="write">{form}</Tabs.Panel>
          <Tabs.Panel value="difference">
            <Text className="quiet" mb="sm">
              What you write against what readers see now.
            </Text>
            <DifferenceView order={2} changes={changesBetween(asRead(parts), withoutBlanks(edit.value), titleOf)} />
          </Tabs.Panel>
        </Tabs>
      ) : (
        form
      )}
    </Stack>
  );
}
