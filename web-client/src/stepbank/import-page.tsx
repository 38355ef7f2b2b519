import { Stack, Text } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useChange } from '../api/use-change';
import { TextLink } from '../components/button-link';
import { ErrorSummary } from '../components/error-summary';
import { Empty, Failed, Loading } from '../components/page-states';
import { PageTitle } from '../components/page-title';
import { graphql } from '../gql';
import type { ImportStepsMutation } from '../gql/graphql';
import { FileProblems } from './file-problems-view';
import { refusalOf, type ImportFile } from './import-file';
import { ImportForm } from './import-form';
import { ImportPreview } from './import-preview';
import { ImportResult } from './import-result';

const ImportScreen = graphql(`
  query ImportScreen($bankId: ID!) {
    node(id: $bankId) {
      __typename
      id
      ... on StepBank {
        title
        can
      }
    }
  }
`);

const ImportSteps = graphql(`
  mutation ImportSteps($input: ImportStepsInput!) {
    importSteps(input: $input) {
      added
      changed
      unchanged
      steps {
        title
        module
        effect
      }
      fileProblems {
        line
        column
        path
        message
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

type Answer = ImportStepsMutation['importSteps'];
type Stage = { file: ImportFile; answer: Answer; done: boolean };

/** Takes steps from a file into a bank: first what would happen, then whether it should. */
export function ImportPage() {
  const { bankId } = useParams({ from: '/banks/$bankId/import' });
  const [{ data, error, fetching }, ask] = useQuery({ query: ImportScreen, variables: { bankId } });
  const bank = data?.node?.__typename === 'StepBank' && data.node.id === bankId ? data.node : undefined;
  if (!bank?.can.includes('CURATE')) {
    if (fetching) return <Loading />;
    if (error) return <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />;
    return (
      <Empty title="There is no such step bank, or it is not yours to import into.">
        <PageTitle>Not found</PageTitle>
        <TextLink to="/banks">Go to the step banks</TextLink>
      </Empty>
    );
  }
  return (
    <Stack gap="lg">
      <div>
        <TextLink to="/banks/$bankId" params={{ bankId }}>
          {bank.title}
        </TextLink>
        <PageTitle>Import steps</PageTitle>
      </div>
      <Importing key={bankId} bankId={bankId} />
    </Stack>
  );
}

function Importing({ bankId }: { bankId: string }) {
  const [stage, setStage] = useState<Stage>();
  const [refusal, setRefusal] = useState<string>();
  const { send, busy, problems } = useChange(ImportSteps, (data) => data.importSteps);

  async function read(file: ImportFile) {
    setStage(undefined);
    const refused = refusalOf(file.content);
    setRefusal(refused);
    if (refused) return;
    const answer = await send({ bankId, format: file.format, content: file.content, dryRun: true, publish: false });
    if (answer) setStage({ file, answer, done: false });
  }

  async function take(publish: boolean) {
    if (!stage) return;
    const { file } = stage;
    const answer = await send({ bankId, format: file.format, content: file.content, dryRun: false, publish });
    if (answer) setStage({ file, answer, done: true });
  }

  if (stage?.done && stage.answer.fileProblems.length === 0) {
    return <ImportResult bankId={bankId} result={stage.answer} onAnother={() => setStage(undefined)} />;
  }
  return (
    <>
      <ImportForm busy={busy} refusal={refusal} onFile={(file) => void read(file)} />
      <ErrorSummary problems={problems} />
      {busy && !stage && <Text role="status">Reading the file…</Text>}
      {stage && stage.answer.fileProblems.length > 0 && <FileProblems problems={stage.answer.fileProblems} />}
      {stage && stage.answer.fileProblems.length === 0 && (
        <ImportPreview name={stage.file.name} preview={stage.answer} busy={busy} onImport={(publish) => void take(publish)} />
      )}
    </>
  );
}
