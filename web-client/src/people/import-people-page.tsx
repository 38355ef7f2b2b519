import { Stack, Text } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
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

type School = { id: string; name: string };
type Stage = { file: RosterText; answer: ImportAnswer };

/** Registers people from a file: first what would happen, then whether it should. */
export function ImportPeoplePage() {
  const { school: chosen } = useSearch({ from: '/people/import' });
  // Its passwords are shown once: it stays even when the school, asked for again, cannot be loaded.
  const [done, setDone] = useState<{ school: School; result: ImportAnswer }>();
  if (done) {
    return (
      <Page school={done.school}>
        <ImportPeopleResult schoolId={done.school.id} result={done.result} onAnother={() => setDone(undefined)} />
      </Page>
    );
  }
  return (
    <WithSchool chosen={chosen}>
      {({ school: { id, name }, administrator }) => (
        <Page school={{ id, name }}>
          <Importing key={id} schoolId={id} administrator={administrator} onDone={(result) => setDone({ school: { id, name }, result })} />
        </Page>
      )}
    </WithSchool>
  );
}

function Page({ school, children }: { school: School; children: ReactNode }) {
  return (
    <Stack gap="lg">
      <div>
        <TextLink to="/people" search={{ school: school.id }}>
          People at {school.name}
        </TextLink>
        <PageTitle>Import people</PageTitle>
      </div>
      {children}
    </Stack>
  );
}

type ImportingProps = { schoolId: string; administrator: boolean; onDone: (result: ImportAnswer) => void };

function Importing({ schoolId, administrator, onDone }: ImportingProps) {
  const [stage, setStage] = useState<Stage>();
  const { send, busy, problems } = useChange(ImportPeople, (data) => data.importPeople);

  async function read(file: RosterText) {
    setStage(undefined);
    const answer = await send({ schoolId, content: file.content, dryRun: true });
    if (answer) setStage({ file, answer });
  }

  async function take() {
    if (!stage) return;
    const answer = await send({ schoolId, content: stage.file.content, dryRun: false });
    if (!answer) return;
    if (answer.fileProblems.length > 0) setStage({ ...stage, answer });
    else onDone(answer);
  }

  const wrong = stage !== undefined && stage.answer.fileProblems.length > 0;
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
