import { Button, Stack, Text, Textarea, Title } from '@mantine/core';
import type { FormEvent } from 'react';
import { errorAt, useChange } from '../api/use-change';
import { useEdit } from '../api/use-edit';
import { ChangedMeanwhile } from '../components/changed-meanwhile';
import { ErrorSummary } from '../components/error-summary';
import { WriteReflection } from '../cycle/cycle-mutations';
import { graphql, readFragment, type FragmentType } from '../gql';
import { useLastWaiting } from '../outbox/use-waiting';
import { WaitingChanges } from '../outbox/waiting-changes';

const Part = graphql(`
  fragment ReflectionPart on CoachingCycle {
    id
    version
    can
    reflection
    mentor {
      id
      name
    }
    ect {
      id
      name
    }
  }
`);

/** The ECT's own words: to be written by the ECT, to be read by the pair. */
export function ReflectionPart(props: { cycle: FragmentType<typeof Part> }) {
  const cycle = readFragment(Part, props.cycle);
  const may = cycle.can.includes('REFLECT');
  if (!may && !cycle.reflection) return null;
  return (
    <section aria-labelledby="reflection">
      <Title order={2} id="reflection" mb="sm">
        Reflection
      </Title>
      {may ? (
        <ReflectionForm cycle={props.cycle} />
      ) : (
        <>
          <Text className="quiet">Written by {cycle.ect.name}</Text>
          <Text className="typed">{cycle.reflection}</Text>
        </>
      )}
    </section>
  );
}

function ReflectionForm(props: { cycle: FragmentType<typeof Part> }) {
  const cycle = readFragment(Part, props.cycle);
  const waiting = useLastWaiting('writeReflection');
  const edit = useEdit(`${cycle.id}.reflection`, waiting?.text ?? cycle.reflection ?? '', cycle.version);
  const { send, busy, problems } = useChange(WriteReflection, (data) => data.writeReflection);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (await send({ cycleId: cycle.id, text: edit.value, version: edit.version })) edit.discard();
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="xs">
        {edit.changedMeanwhile && <ChangedMeanwhile onTakeTheirs={edit.discard} onKeepMine={edit.keepMine} />}
        <ErrorSummary problems={problems} fields={{ text: 'reflection-text' }} />
        <Textarea
          id="reflection-text"
          label="How does it go?"
          description={`${cycle.mentor.name} and you can read this, nobody else here. You may ask for everything that is held about you.`}
          maxLength={4000}
          minRows={3}
          value={edit.value}
          error={errorAt(problems, 'text')}
          onChange={(event) => edit.set(event.target.value)}
        />
        <Button type="submit" variant="default" loading={busy} disabled={!edit.dirty} style={{ alignSelf: 'flex-start' }}>
          Save reflection
        </Button>
        <WaitingChanges of={['writeReflection']} />
        <Text size="sm" className="quiet" role="status">
          {edit.dirty ? 'Not saved yet; kept on this device.' : cycle.reflection && !waiting ? 'Saved.' : ''}
        </Text>
      </Stack>
    </form>
  );
}
