import { Button, Stack } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { useChange } from '../api/use-change';
import { useDraft } from '../api/use-draft';
import { ButtonLink, TextLink } from '../components/button-link';
import { Empty, Failed, Loading } from '../components/page-states';
import { PageTitle } from '../components/page-title';
import { graphql } from '../gql';
import type { NewStepQuery } from '../gql/graphql';
import { StepForm } from './step-form';
import { BLANK, contentOf, NO_MODULE, withoutBlanks, type StepWriting } from './step-writing';

const NewStep = graphql(`
  query NewStep($bankId: ID!) {
    node(id: $bankId) {
      __typename
      id
      ... on StepBank {
        title
        can
        ...StepForm
      }
    }
  }
`);

const DraftStep = graphql(`
  mutation DraftStep($input: DraftStepInput!) {
    draftStep(input: $input) {
      step {
        id
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

const START: StepWriting = { ...BLANK, moduleId: '', criteria: ['', ''] };

/** Writes a step into a bank, as a draft. */
export function NewStepPage() {
  const { bankId } = useParams({ from: '/banks/$bankId/steps/new' });
  const [{ data, error, fetching }, ask] = useQuery({ query: NewStep, variables: { bankId } });
  const bank = data?.node?.__typename === 'StepBank' && data.node.id === bankId ? data.node : undefined;
  if (!bank?.can.includes('WRITE')) {
    if (fetching) return <Loading />;
    if (error) return <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />;
    return (
      <Empty title="There is no such step bank, or it is not yours to write in.">
        <PageTitle>Not found</PageTitle>
        <TextLink to="/banks">Go to the step banks</TextLink>
      </Empty>
    );
  }
  return <Writing key={bankId} bank={bank} />;
}

type Bank = Extract<NonNullable<NewStepQuery['node']>, { __typename: 'StepBank' }>;

function Writing({ bank }: { bank: Bank }) {
  const { value, kept, set, clear } = useDraft(`${bank.id}.new-step`, START);
  const { send, busy, problems, setProblems } = useChange(DraftStep, (data) => data.draftStep);
  const navigate = useNavigate();

  async function save() {
    const written = withoutBlanks(value);
    if (!written.moduleId) return setProblems([NO_MODULE]);
    set(written);
    const payload = await send({ bankId: bank.id, moduleId: written.moduleId, content: contentOf(written) });
    if (!payload?.step) return;
    clear();
    await navigate({ to: '/steps/$stepId', params: { stepId: payload.step.id } });
  }

  return (
    <Stack gap="lg">
      <div>
        <TextLink to="/banks/$bankId" params={{ bankId: bank.id }}>
          {bank.title}
        </TextLink>
        <PageTitle>Write a step</PageTitle>
      </div>
      <StepForm bank={bank} value={value} problems={problems} onChange={set} onSubmit={() => void save()}>
        <Button type="submit" loading={busy}>
          Save draft
        </Button>
        <ButtonLink variant="subtle" to="/banks/$bankId" params={{ bankId: bank.id }} onClick={clear}>
          {kept ? 'Throw away what I typed' : 'Back to the bank'}
        </ButtonLink>
      </StepForm>
    </Stack>
  );
}
