import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { ButtonLink } from '../components/button-link';
import { csvText, download } from '../components/csv';
import type { ImportEffect, RosterRole } from '../gql/graphql';
import { counted } from '../outbox/counted';
import type { ImportAnswer } from './import-people-page';

const EFFECTS: Record<ImportEffect, string> = { ADDED: 'New', CHANGED: 'Changed', UNCHANGED: 'The same' };
const ROLES: Record<RosterRole, string> = { ECT: 'ECT', MENTOR: 'Mentor', TUTOR: 'Tutor' };
const FEW = 50;

type PreviewProps = { name: string; preview: ImportAnswer; busy: boolean; onImport: () => void };

/** What an import would do, row by row, before anything is done. */
export function ImportPeoplePreview({ name, preview, busy, onImport }: PreviewProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const toDo = preview.added + preview.changed;
  useEffect(() => heading.current?.focus(), [preview]);
  return (
    <Stack>
      <Title order={2} ref={heading} tabIndex={-1}>
        {toDo === 0 ? 'Nothing to change' : 'What the import would do'}
      </Title>
      <Text className="quiet">From {name}</Text>
      {toDo === 0 && <Text>Everything in it is registered already, just the same.</Text>}
      {toDo > 0 && (
        <>
          <Counts {...preview} />
          <Button style={{ alignSelf: 'flex-start' }} loading={busy} onClick={onImport}>
            {`Import ${counted(toDo, 'row', 'rows')}`}
          </Button>
        </>
      )}
      <Rows rows={preview.rows} />
    </Stack>
  );
}

function Rows({ rows }: { rows: ImportAnswer['rows'] }) {
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, FEW);
  return (
    <>
      <div className="scroll-x" role="region" aria-label="People in the file" tabIndex={0}>
        <table className="plain">
          <caption>People in the file</caption>
          <thead>
            <tr>
              <th scope="col">Line</th>
              <th scope="col">Person</th>
              <th scope="col">Effect</th>
              <th scope="col">What happens</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.line}>
                <td>{row.line}</td>
                <td>
                  {row.name}
                  <Text className="quiet" fz="sm">
                    {ROLES[row.role]}, {row.school}
                  </Text>
                </td>
                <td className={row.effect === 'UNCHANGED' ? 'quiet' : undefined}>{EFFECTS[row.effect]}</td>
                <td>
                  {row.what.map((one) => (
                    <div key={one}>{one}</div>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown.length < rows.length && (
        <Button variant="default" style={{ alignSelf: 'flex-start' }} onClick={() => setAll(true)}>
          Show all {rows.length}
        </Button>
      )}
    </>
  );
}

function Counts({ added, changed, unchanged }: Pick<ImportAnswer, 'added' | 'changed' | 'unchanged'>) {
  return (
    <dl className="facts">
      <dt>New people</dt>
      <dd>{added}</dd>
      <dt>Changed</dt>
      <dd>{changed}</dd>
      <dt>The same already</dt>
      <dd>{unchanged}</dd>
    </dl>
  );
}

type ResultProps = { schoolId: string; result: ImportAnswer; onAnother: () => void };

/** What an import did, with the passwords that are shown this once. */
export function ImportPeopleResult({ schoolId, result, onAnother }: ResultProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Stack>
      <Title order={2} ref={heading} tabIndex={-1}>
        {`Imported ${counted(result.added + result.changed, 'row', 'rows')}`}
      </Title>
      <Counts {...result} />
      {result.newAccounts.length > 0 && <NewAccounts accounts={result.newAccounts} />}
      <Group>
        <ButtonLink to="/people" search={{ school: schoolId }}>
          See the people
        </ButtonLink>
        <Button variant="default" onClick={onAnother}>
          Import another file
        </Button>
      </Group>
    </Stack>
  );
}

function NewAccounts({ accounts }: { accounts: ImportAnswer['newAccounts'] }) {
  const [saved, setSaved] = useState(false);
  function save() {
    const rows = accounts.map(({ name, email, oneTimePassword }) => [name, email, oneTimePassword]);
    download('one-time-passwords.csv', csvText([['name', 'email', 'one-time password'], ...rows]), 'text/csv');
    setSaved(true);
  }
  return (
    <Stack>
      <Alert variant="light" title="One-time passwords">
        They are shown this once. Hand each person theirs; they choose their own when they first sign in. Who loses theirs before that
        can get another one from you.
      </Alert>
      <Group>
        <Button onClick={save}>Save them as a file</Button>
        <Text role="status">{saved ? 'Saved. Delete the file once everybody has theirs.' : ''}</Text>
      </Group>
      <div className="scroll-x" role="region" aria-label="New accounts" tabIndex={0}>
        <table className="plain">
          <caption>New accounts</caption>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Email</th>
              <th scope="col">One-time password</th>
            </tr>
          </thead>
          <tbody>
            {accounts.map((account) => (
              <tr key={account.email}>
                <td>{account.name}</td>
                <td>{account.email}</td>
                <td>
                  <code>{account.oneTimePassword}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Stack>
  );
}
