import { Alert, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { placeOf, problemRows, type FileProblemLine } from './file-problems';

const SHOWN_AT_MOST = 200;

/** What has to be put right in a file, place by place, and the same as rows to hand on. */
export function FileProblems({ problems }: { problems: readonly FileProblemLine[] }) {
  const box = useRef<HTMLDivElement>(null);
  const [copied, setCopied] = useState(false);
  const rows = problemRows(problems);
  useEffect(() => box.current?.focus(), [problems]);

  async function copy() {
    await navigator.clipboard.writeText(rows);
    setCopied(true);
  }

  return (
    <Stack>
      <Alert ref={box} tabIndex={-1} role="alert" color="red" variant="light" icon={<IconAlertCircle aria-hidden />} title={titleOf(problems.length)}>
        Nothing was imported. Put this right in the file, then choose it again.
      </Alert>
      <div className="scroll-x" role="region" aria-label="Problems in the file" tabIndex={0}>
        <table className="plain">
          <caption>Problems in the file</caption>
          <thead>
            <tr>
              <th scope="col">Where</th>
              <th scope="col">What to put right</th>
            </tr>
          </thead>
          <tbody>
            {problems.map((problem, index) => (
              <tr key={index}>
                <td>{placeOf(problem)}</td>
                <td>{problem.message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <details>
        <summary>The problems as rows of a spreadsheet</summary>
        <Stack mt="sm" gap="xs">
          <Textarea aria-label="The problems as rows of a spreadsheet" readOnly maxRows={12} value={rows} onFocus={(event) => event.target.select()} />
          {/* Without https a page may not write to the clipboard; the text above can still be copied by hand. */}
          {'clipboard' in navigator && (
            <Group>
              <Button variant="default" onClick={() => void copy()}>
                Copy the rows
              </Button>
              <Text role="status">{copied ? 'Copied.' : ''}</Text>
            </Group>
          )}
        </Stack>
      </details>
    </Stack>
  );
}

function titleOf(count: number): string {
  if (count >= SHOWN_AT_MOST) return `There are ${count} problems or more in this file`;
  return count === 1 ? 'There is 1 problem in this file' : `There are ${count} problems in this file`;
}
