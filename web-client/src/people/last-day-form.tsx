import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useId, useState, type FormEvent } from 'react';
import { errorAt, type ShownProblem } from '../api/use-change';
import { isoToday } from '../components/dates';
import { ErrorSummary } from '../components/error-summary';

type Props = {
  title: string;
  startedOn: string;
  busy: boolean;
  problems: ShownProblem[];
  onEnd: (lastDay: string) => void;
  onClose: () => void;
};

/** Ends what began on a day. */
export function LastDayForm({ title, startedOn, busy, problems, onEnd, onClose }: Props) {
  const [lastDay, setLastDay] = useState(startedOn > isoToday() ? startedOn : isoToday());
  const id = useId();

  function submit(event: FormEvent) {
    event.preventDefault();
    onEnd(lastDay);
  }

  return (
    <form className="card" onSubmit={submit} noValidate aria-label={title}>
      <Stack>
        <ErrorSummary problems={problems} fields={{ finishedOn: id }} />
        <TextInput
          id={id}
          type="date"
          maw={240}
          label="Last day"
          autoFocus
          value={lastDay}
          error={errorAt(problems, 'finishedOn')}
          onChange={(event) => setLastDay(event.target.value)}
        />
        <Group>
          <Button type="submit" loading={busy} disabled={lastDay === ''}>
            {title}
          </Button>
          <Button variant="subtle" onClick={onClose}>
            Not now
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
