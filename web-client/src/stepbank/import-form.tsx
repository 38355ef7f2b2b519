import { Button, FileInput, Group, Radio, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { ExchangeFormat } from '../gql/graphql';
import { formatOf, textOf, type ImportFile } from './import-file';

const FORMATS: Record<ExchangeFormat, string> = { CSV: 'Spreadsheet (CSV)', CASE: 'CASE (JSON)' };

type Props = { busy: boolean; refusal: string | undefined; onFile: (file: ImportFile) => void };

/** Where the steps come from: a file, or text that is pasted. A file is read as soon as it is chosen. */
export function ImportForm({ busy, refusal, onFile }: Props) {
  const [file, setFile] = useState<File | null>(null);
  const [pasted, setPasted] = useState('');
  const [chosen, setChosen] = useState<ExchangeFormat>();
  const format = chosen ?? formatOf('', pasted);

  async function choose(picked: File | null) {
    setFile(picked);
    if (!picked) return;
    const content = textOf(new Uint8Array(await picked.arrayBuffer()));
    onFile({ name: picked.name, format: formatOf(picked.name, content), content });
  }

  return (
    <Stack maw={640}>
      <FileInput
        id="import-file"
        size="md"
        label="File"
        description="A spreadsheet saved as CSV, or a framework in the CASE format as JSON. Nothing is imported before you have seen what would happen."
        placeholder="Choose a file"
        accept=".csv,.json,text/csv,application/json"
        clearable
        clearButtonProps={{ 'aria-label': 'Take the file back' }}
        styles={{ placeholder: { color: 'var(--quiet)' } }}
        value={file}
        error={refusal}
        onChange={(picked) => void choose(picked)}
      />
      <details>
        <summary>Paste the steps instead</summary>
        <Stack mt="sm">
          <Textarea label="Steps as text" minRows={5} maxRows={16} value={pasted} onChange={(event) => setPasted(event.target.value)} />
          <Radio.Group label="Format" value={format} onChange={(value) => setChosen(value as ExchangeFormat)}>
            <Group mt="xs">
              {(['CSV', 'CASE'] as const).map((one) => (
                <Radio key={one} value={one} label={FORMATS[one]} />
              ))}
            </Group>
          </Radio.Group>
          <Button
            variant="default"
            style={{ alignSelf: 'flex-start' }}
            loading={busy}
            disabled={pasted.trim() === ''}
            onClick={() => {
              setFile(null);
              onFile({ name: 'what you pasted', format, content: pasted });
            }}
          >
            See what would happen
          </Button>
        </Stack>
      </details>
    </Stack>
  );
}
