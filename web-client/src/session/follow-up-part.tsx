import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { errorAt, useChange } from '../api/use-change';
import { useEdit } from '../api/use-edit';
import { ChangedMeanwhile } from '../components/changed-meanwhile';
import { dayText, isoToday } from '../components/dates';
import { ErrorSummary } from '../components/error-summary';
import { AgreeFollowUp } from '../cycle/cycle-mutations';
import { graphql, readFragment, type FragmentType } from '../gql';
import { useLastWaiting } from '../outbox/use-waiting';
import { WaitingChanges } from '../outbox/waiting-changes';

const Part = graphql(`
  fragment FollowUpPart on CoachingCycle {
    id
    version
    can
    followUp {
      useOn
      where
      nextDropInOn
    }
  }
`);

const FIELDS = { useOn: 'follow-up-use', where: 'follow-up-where', nextDropInOn: 'follow-up-drop-in' };

/** When and where the step will be used, and when the mentor looks in. */
export function FollowUpPart(props: { cycle: FragmentType<typeof Part>; onReload: () => void }) {
  const cycle = readFragment(Part, props.cycle);
  const agreed = cycle.followUp;
  const may = cycle.can.includes('AGREE_FOLLOW_UP');
  const [open, setOpen] = useState(false);
  if (!agreed && !may) return null;
  return (
    <section aria-labelledby="follow-up">
      <Title order={2} id="follow-up" mb="sm">
        Follow-up
      </Title>
      {agreed && !open && (
        <Stack gap="xs" align="flex-start">
          <Text>
            Used first on {dayText(agreed.useOn)}: {agreed.where}
          </Text>
          <Text>Next drop-in on {dayText(agreed.nextDropInOn)}</Text>
          {may && (
            <Button variant="subtle" onClick={() => setOpen(true)}>
              Change the follow-up
            </Button>
          )}
        </Stack>
      )}
      <WaitingChanges of={['agreeFollowUp']} />
      {may && (!agreed || open) && <FollowUpForm {...props} onDone={() => setOpen(false)} />}
    </section>
  );
}

function FollowUpForm(props: { cycle: FragmentType<typeof Part>; onReload: () => void; onDone: () => void }) {
  const cycle = readFragment(Part, props.cycle);
  const last = useLastWaiting('agreeFollowUp') ?? cycle.followUp;
  const start = last
    ? { useOn: last.useOn, where: last.where, nextDropInOn: last.nextDropInOn }
    : { useOn: isoToday(1), where: '', nextDropInOn: isoToday(7) };
  const edit = useEdit(`${cycle.id}.follow-up`, start, cycle.version);
  const { send, busy, problems, setProblems } = useChange(AgreeFollowUp, (data) => data.agreeFollowUp);
  const change = (part: Partial<typeof start>) => edit.set({ ...edit.value, ...part });

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (await send({ cycleId: cycle.id, ...edit.value, version: edit.version })) {
      edit.discard();
      props.onDone();
    }
  }

  return (
    <form className="card" onSubmit={(event) => void submit(event)} aria-label="Follow-up" noValidate>
      <Stack>
        {edit.changedMeanwhile && <ChangedMeanwhile onTakeTheirs={edit.discard} onKeepMine={edit.keepMine} />}
        <ErrorSummary
          problems={problems}
          fields={FIELDS}
          onReload={() => {
            props.onReload();
            setProblems([]);
          }}
        />
        <TextInput
          id={FIELDS.where}
          label="Where will the step be used?"
          description="The lesson or moment."
          maxLength={200}
          value={edit.value.where}
          error={errorAt(problems, 'where')}
          onChange={(event) => change({ where: event.target.value })}
        />
        <Group align="flex-start" grow>
          <TextInput
            id={FIELDS.useOn}
            type="date"
            label="First used on"
            value={edit.value.useOn}
            error={errorAt(problems, 'useOn')}
            onChange={(event) => change({ useOn: event.target.value })}
          />
          <TextInput
            id={FIELDS.nextDropInOn}
            type="date"
            label="Next drop-in on"
            value={edit.value.nextDropInOn}
            error={errorAt(problems, 'nextDropInOn')}
            onChange={(event) => change({ nextDropInOn: event.target.value })}
          />
        </Group>
        <Button type="submit" variant="default" loading={busy} style={{ alignSelf: 'flex-start' }}>
          Agree follow-up
        </Button>
      </Stack>
    </form>
  );
}
