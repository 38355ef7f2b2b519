import { Button, Checkbox, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { ImportEffect } from '../gql/graphql';
import { stepsCount } from './bank-words';

const EFFECTS: Record<ImportEffect, string> = { ADDED: 'New', CHANGED: 'Changed', UNCHANGED: 'The same' };
const FEW = 50;

export type Preview = {
  added: number;
  changed: number;
  unchanged: number;
  steps: ReadonlyArray<{ title: string; module: string; effect: ImportEffect }>;
};

type Props = { name: string; preview: Preview; busy: boolean; onImport: (publish: boolean) => void };

/** What an import would do, step by step, before anything is done. */
export function ImportPreview({ name, preview, busy, onImport }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [publish, setPublish] = useState(false);
  const [all, setAll] = useState(false);
  const toDo = preview.added + preview.changed;
  const shown = all ? preview.steps : preview.steps.slice(0, FEW);
  useEffect(() => heading.current?.focus(), [preview]);
  return (
    <Stack>
      <Title order={2} ref={heading} tabIndex={-1}>
        {toDo === 0 ? 'Nothing to change' : 'What the import would do'}
      </Title>
      <Text className="quiet">From {name}</Text>
      {toDo === 0 && (
        <Text>{preview.unchanged === 0 ? 'There are no steps in it.' : `All ${stepsCount(preview.unchanged)} are in this bank already, just the same.`}</Text>
      )}
      {toDo > 0 && (
        <>
          <Counts {...preview} />
          <Checkbox
            label="Publish them at once"
            description="Otherwise they stay drafts until somebody publishes each."
            checked={publish}
            onChange={(event) => setPublish(event.target.checked)}
          />
          <Button style={{ alignSelf: 'flex-start' }} loading={busy} onClick={() => onImport(publish)}>
            {`Import ${stepsCount(toDo)}`}
          </Button>
        </>
      )}
      {shown.length > 0 && (
        <div className="scroll-x" role="region" aria-label="Steps in the file" tabIndex={0}>
          <table className="plain">
            <caption>Steps in the file</caption>
            <thead>
              <tr>
                <th scope="col">Step</th>
                <th scope="col">Module</th>
                <th scope="col">Effect</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((step, index) => (
                <tr key={index}>
                  <td>{step.title}</td>
                  <td>{step.module}</td>
                  <td className={step.effect === 'UNCHANGED' ? 'quiet' : undefined}>{EFFECTS[step.effect]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {shown.length < preview.steps.length && (
        <Button variant="default" style={{ alignSelf: 'flex-start' }} onClick={() => setAll(true)}>
          Show all {preview.steps.length}
        </Button>
      )}
    </Stack>
  );
}

/** How many steps are new, changed and the same. */
export function Counts({ added, changed, unchanged }: Pick<Preview, 'added' | 'changed' | 'unchanged'>) {
  return (
    <dl className="facts">
      <dt>New</dt>
      <dd>{added}</dd>
      <dt>Changed</dt>
      <dd>{changed}</dd>
      <dt>The same already</dt>
      <dd>{unchanged}</dd>
    </dl>
  );
}
