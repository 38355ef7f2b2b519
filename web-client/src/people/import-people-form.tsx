import { Button, FileInput, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { download } from '../components/csv';
import { textOf } from '../stepbank/import-file';
import { COLUMNS, rosterTemplate } from './roster-template';

const MOST_CHARACTERS = 1_000_000;

export type RosterText = { name: string; content: string };

type Props = { administrator: boolean; busy: boolean; onFile: (file: RosterText) => void };

/** Where the people come from: a file, or text that is pasted. A file is read as soon as it is chosen. */
export function ImportPeopleForm({ administrator, busy, onFile }: Props) {
  const [file, setFile] = useState<File | null>(null);
  const [pasted, setPasted] = useState('');
  const [refusal, setRefusal] = useState<string>();

  function take(read: RosterText) {
    const refused = !read.content.trim()
      ? 'There is nothing in this file.'
      : read.content.length > MOST_CHARACTERS
        ? 'This file is longer than 1,000,000 characters. Split it and import the parts one after the other.'
        : undefined;
    setRefusal(refused);
    if (!refused) onFile(read);
  }

  async function choose(picked: File | null) {
    setFile(picked);
    if (picked) take({ name: picked.name, content: textOf(new Uint8Array(await picked.arrayBuffer())) });
  }

  return (
    <Stack maw={640}>
      <details>
        <summary>What the file looks like</summary>
        <Stack gap="sm" mt="sm">
          <Text>One row for each person and role, with these columns in any order. Name, email, role and started on must be there.</Text>
          <dl className="facts">
            {COLUMNS.filter(([name]) => administrator || name !== 'school name').map(([name, text]) => (
              <div key={name} className="fact">
                <dt>{name}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
          <Button variant="default" style={{ alignSelf: 'flex-start' }} onClick={() => download('people.csv', rosterTemplate(), 'text/csv')}>
            Save a template
          </Button>
        </Stack>
      </details>
      <FileInput
        id="import-file"
        size="md"
        label="File"
        description="A spreadsheet saved as CSV. Nothing is imported before you have seen what would happen."
        placeholder="Choose a file"
        accept=".csv,text/csv"
        clearable
        clearButtonProps={{ 'aria-label': 'Take the file back' }}
        styles={{ placeholder: { color: 'var(--quiet)' } }}
        value={file}
        error={refusal}
        onChange={(picked) => void choose(picked)}
      />
      <details>
        <summary>Paste the rows instead</summary>
        <Stack mt="sm">
          <Textarea
            label="Rows as text"
            description="The headings first, then one row a line."
            minRows={5}
            maxRows={16}
            spellCheck={false}
            value={pasted}
            onChange={(event) => setPasted(event.target.value)}
          />
          <Button
            variant="default"
            style={{ alignSelf: 'flex-start' }}
            loading={busy}
            disabled={pasted.trim() === ''}
            onClick={() => {
              setFile(null);
              take({ name: 'what you pasted', content: pasted });
            }}
          >
            See what would happen
          </Button>
        </Stack>
      </details>
    </Stack>
  );
}
