import { Button, Group, NativeSelect, Stack, Textarea, TextInput, Title } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { errorAt, useChange, type ShownProblem } from '../api/use-change';
import { useDraft } from '../api/use-draft';
import { isoToday } from '../components/dates';
import { ErrorSummary } from '../components/error-summary';
import type { ConcernBody, ConcernChannel } from '../gql/graphql';
import { CloseConcern, FollowUpConcern, RecordConcernTold, ReopenConcern } from './concern-parts';
import { BODIES, CHANNELS } from './concern-words';

type Way = 'follow-up' | 'told' | 'close';

/** What can be put down next; one thing at a time. */
export function AddToConcern({ id, open }: { id: string; open: boolean }) {
  const [way, setWay] = useState<Way>();
  const done = () => setWay(undefined);
  if (!open) return <Reopen id={id} />;
  return (
    <section aria-labelledby="add">
      <Title order={2} id="add" mb="xs">
        Put something down
      </Title>
      {way === undefined && (
        <Group>
          <Button onClick={() => setWay('follow-up')}>Add a follow-up</Button>
          <Button variant="default" onClick={() => setWay('told')}>
            Record who was told
          </Button>
          <Button variant="default" onClick={() => setWay('close')}>
            Close the concern
          </Button>
        </Group>
      )}
      {way === 'follow-up' && <FollowUp id={id} onDone={done} />}
      {way === 'told' && <Told id={id} onDone={done} />}
      {way === 'close' && <Close id={id} onDone={done} />}
    </section>
  );
}

type EntryProps = { id: string; onDone: () => void };

function FollowUp({ id, onDone }: EntryProps) {
  const [on, setOn] = useState(isoToday());
  const { send, busy, problems, setProblems } = useChange(FollowUpConcern, (data) => data.followUpConcern);
  return (
    <EntryForm
      name={`${id}.follow-up`}
      field="text"
      label="What was done or agreed?"
      action="Add the follow-up"
      busy={busy}
      problems={problems}
      onSend={async (text) => dated(on, setProblems) && (await send({ concernId: id, on, text })) !== undefined}
      onDone={onDone}
    >
      <Day value={on} onChange={setOn} problems={problems} />
    </EntryForm>
  );
}

function Told({ id, onDone }: EntryProps) {
  const [on, setOn] = useState(isoToday());
  const [body, setBody] = useState<ConcernBody>('APPROPRIATE_BODY');
  const [channel, setChannel] = useState<ConcernChannel>('EMAIL');
  const { send, busy, problems, setProblems } = useChange(RecordConcernTold, (data) => data.recordConcernTold);
  return (
    <EntryForm
      name={`${id}.told`}
      field="note"
      label="Whom you spoke to, and what they said (optional)"
      action="Record it"
      busy={busy}
      problems={problems}
      onSend={async (note) => dated(on, setProblems) && (await send({ concernId: id, body, channel, on, note })) !== undefined}
      onDone={onDone}
    >
      <NativeSelect label="Who was told?" value={body} onChange={(event) => setBody(event.target.value as ConcernBody)} data={options(BODIES)} />
      <NativeSelect label="How?" value={channel} onChange={(event) => setChannel(event.target.value as ConcernChannel)} data={options(CHANNELS)} />
      <Day value={on} onChange={setOn} problems={problems} />
    </EntryForm>
  );
}

function Close({ id, onDone }: EntryProps) {
  const { send, busy, problems } = useChange(CloseConcern, (data) => data.closeConcern);
  return (
    <EntryForm
      name={`${id}.close`}
      field="outcome"
      label="How did it end?"
      action="Close the concern"
      busy={busy}
      problems={problems}
      onSend={async (outcome) => (await send({ concernId: id, outcome })) !== undefined}
      onDone={onDone}
    />
  );
}

function Reopen({ id }: { id: string }) {
  const [asked, setAsked] = useState(false);
  const { send, busy, problems } = useChange(ReopenConcern, (data) => data.reopenConcern);
  if (!asked) {
    return (
      <Button variant="default" style={{ alignSelf: 'flex-start' }} onClick={() => setAsked(true)}>
        Reopen the concern
      </Button>
    );
  }
  return (
    <EntryForm
      name={`${id}.reopen`}
      field="reason"
      label="Why is it open again?"
      action="Reopen the concern"
      busy={busy}
      problems={problems}
      onSend={async (reason) => (await send({ concernId: id, reason })) !== undefined}
      onDone={() => setAsked(false)}
    />
  );
}

type FormProps = {
  name: string;
  field: string;
  label: string;
  action: string;
  busy: boolean;
  problems: ShownProblem[];
  /** True when it was taken. */
  onSend: (text: string) => Promise<boolean>;
  onDone: () => void;
  children?: React.ReactNode;
};

function EntryForm({ name, field, label, action, busy, problems, onSend, onDone, children }: FormProps) {
  const { value, set, clear } = useDraft(name, '');

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!(await onSend(value))) return;
    clear();
    onDone();
  }

  return (
    <form className="card" onSubmit={(event) => void submit(event)} noValidate aria-label={action}>
      <Stack maw={640}>
        <ErrorSummary problems={problems} fields={{ [field]: name, on: 'entry-day' }} />
        {children}
        <Textarea
          id={name}
          label={label}
          autosize
          minRows={3}
          maxLength={2000}
          value={value}
          error={errorAt(problems, field)}
          onChange={(event) => set(event.target.value)}
        />
        <Group>
          <Button type="submit" loading={busy}>
            {action}
          </Button>
          <Button variant="default" onClick={onDone}>
            Not now
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Day({ value, onChange, problems }: { value: string; onChange: (day: string) => void; problems: ShownProblem[] }) {
  return (
    <TextInput
      id="entry-day"
      type="date"
      label="On which day?"
      maw={240}
      max={isoToday()}
      value={value}
      error={errorAt(problems, 'on')}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

function dated(day: string, setProblems: (problems: ShownProblem[]) => void): boolean {
  if (!day) setProblems([{ message: 'Enter the day.', path: ['input', 'on'] }]);
  return Boolean(day);
}

const options = <T extends string>(names: Record<T, string>) => (Object.keys(names) as T[]).map((one) => ({ value: one, label: names[one] }));
