import { Button, Group, Stack, Textarea } from '@mantine/core';
import type { FormEvent } from 'react';
import { errorAt, type ShownProblem } from '../api/use-change';
import { useDraft } from '../api/use-draft';
import { ErrorSummary } from '../components/error-summary';

type Props = {
  /** Names the draft and the field: one of each kind and visit is on a page. */
  name: string;
  label: string;
  description?: string;
  initial?: string;
  action: string;
  busy: boolean;
  problems: ShownProblem[];
  /** True when it was taken. */
  onSend: (text: string) => Promise<boolean>;
  onSent?: () => void;
  /** Where there is something to go back to. */
  onCancel?: () => void;
};

/** A few paragraphs about a visit, kept on the device while they are typed. */
export function VisitTextForm({ name, label, description, initial = '', action, busy, problems, onSend, onSent, onCancel }: Props) {
  const { value, set, clear } = useDraft(name, initial);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!(await onSend(value))) return;
    clear();
    onSent?.();
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="xs">
        <ErrorSummary problems={problems} fields={{ text: name }} />
        <Textarea
          id={name}
          label={label}
          description={description}
          autosize
          minRows={3}
          maxLength={2000}
          value={value}
          error={errorAt(problems, 'text')}
          onChange={(event) => set(event.target.value)}
        />
        <Group>
          <Button type="submit" loading={busy}>
            {action}
          </Button>
          {onCancel && (
            <Button
              variant="default"
              onClick={() => {
                clear();
                onCancel();
              }}
            >
              Cancel
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
