import { Alert, Anchor, Button, List } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import type { ShownProblem } from '../api/use-change';

type Props = {
  problems: ShownProblem[];
  /** Ids of the fields by the path of the problem, without `input`, joined by dots: `{ 'lesson.subject': 'subject' }`. */
  fields?: Record<string, string>;
  /** Offered when somebody changed the same thing first. */
  onReload?: () => void;
};

/** Everything that stood in the way, at the top of the form, each linked to its field; it takes the focus when it appears. */
export function ErrorSummary({ problems, fields = {}, onReload }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const shown = problems.map((problem) => problem.message).join('\n');
  useEffect(() => {
    if (shown) box.current?.focus();
  }, [shown]);
  if (problems.length === 0) return null;
  const conflict = problems.some((problem) => problem.conflict);
  return (
    <Alert
      ref={box}
      tabIndex={-1}
      role="alert"
      color="red"
      variant="light"
      icon={<IconAlertCircle aria-hidden />}
      title={conflict ? 'Somebody changed this meanwhile' : 'There is a problem'}
    >
      <List listStyleType="none">
        {problems.map((problem) => (
          <List.Item key={`${problem.path.join('.')} ${problem.message}`}>{linked(problem, fields)}</List.Item>
        ))}
      </List>
      {conflict && (
        <>
          What you typed is still here. Load what is there now, compare, then save again.
          {onReload && (
            <Button mt="sm" size="sm" variant="default" onClick={onReload}>
              Load the latest
            </Button>
          )}
        </>
      )}
    </Alert>
  );
}

function linked(problem: ShownProblem, fields: Record<string, string>): ReactNode {
  const path = problem.path[0] === 'input' ? problem.path.slice(1) : problem.path;
  const field = fields[path.join('.')];
  if (!field) return problem.message;
  return (
    <Anchor
      href={`#${field}`}
      c="red.9"
      underline="always"
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(field)?.focus();
      }}
    >
      {problem.message}
    </Anchor>
  );
}
