import { Stack, Text } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useChange } from '../api/use-change';
import { TextLink } from '../components/button-link';
import { ErrorSummary } from '../components/error-summary';
import { PageTitle } from '../components/page-title';
import { graphql } from '../gql';
import type { ImportPeopleMutation } from '../gql/graphql';
import { FileProblems } from '../stepbank/file-problems-view';
import { ImportPeopleForm, type RosterText } from './import-people-form';
import { ImportPeoplePreview, ImportPeopleResult } from './import-people-preview';
import { WithSchool } from './school-roll';

const ImportPeople = graphql(`
  mutation ImportPeople($input: ImportPeopleInput!) {
    importPeople(input: $input) {
      added
      changed
      unchanged
      rows {
        line
        name
        role
        school
        effect
        what
      }
      newAccounts {
        name
        email
        oneTimePassword
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

export type ImportAnswer = ImportPeopleMutation['importPeople'];

type Stage = { file: RosterText; answer: ImportAnswer; done: boolean };

/** Registers people from a file: first what would happen, then whether it should. */
export function ImportPeoplePage() {
  const { school: chosen } = useSearch({ from: '/people/import' });
  return (
    <WithSchool chosen={chosen}>
      {({ school, administrator }) => (
        <Stack gap="lg">
          <div>
            <TextLink to="/people" search={{ school: school.id }}>
              People at {school.name}
            </TextLink>
            <PageTitle>Import people</PageTitle>
          </div>
          <Importing key={school.id} schoolId={school.id} administrator={administrator} />
        </Stack>
      )}
    </WithSchool>
  );
}

function Importing({ schoolId, administrator }: { schoolId: string; administrator: boolean }) {
  const [stage, setStage] = useState<Stage>();
  const { send, busy, problems } = useChange(ImportPeople, (data) => data.importPeople);

  async function read(file: RosterText) {
    setStage(undefined);
    const answer = await send({ schoolId, content: file.content, dryRun: true });
    if (answer) setStage({ file, answer, done: false });
  }

  async function take() {
    if (!stage) return;
    const answer = await send({ schoolId, content: stage.file.content, dryRun: false });
    if (answer) setStage({ ...stage, answer, done: true });
  }

  const wrong = stage !== undefined && stage.answer.fileProblems.length > 0;
  if (stage?.done && !wrong) return <ImportPeopleResult schoolId={schoolId} result={stage.answer} onAnother={() => setStage(undefined)} />;
  return (
    <>
      <ImportPeopleForm administrator={administrator} busy={busy} onFile={(file) => void read(file)} />
      <ErrorSummary problems={problems} />
      {busy && !stage && <Text role="status">Reading the file…</Text>}
      {wrong && <FileProblems problems={stage.answer.fileProblems} />}
      {stage && !wrong && <ImportPeoplePreview name={stage.file.name} preview={stage.answer} busy={busy} onImport={() => void take()} />}
    </>
  );
}
