import { Button, Group, Stack, Text, TextInput, Textarea } from '@mantine/core';
import type { FormEvent } from 'react';
import { errorAt, useChange } from '../api/use-change';
import { useEdit } from '../api/use-edit';
import { ChangedMeanwhile } from '../components/changed-meanwhile';
import { ErrorSummary } from '../components/error-summary';
import { TailorStep } from '../cycle/cycle-mutations';
import { graphql, readFragment, type FragmentType } from '../gql';
import { useLastWaiting } from '../outbox/use-waiting';
import { CriteriaFields, criteriaFields } from './criteria-fields';

const Tailor = graphql(`
  fragment TailorStep on CoachingCycle {
    id
    version
    ect {
      id
      name
    }
    step {
      title
      model
      practice
      criteria {
        id
        text
      }
    }
  }
`);

const FIELDS = { title: 'tailor-title', model: 'tailor-model', practice: 'tailor-practice', ...criteriaFields() };

type Props = {
  cycle: FragmentType<typeof Tailor>;
  /** The model that was picked when the step was chosen; the service takes the first of the step. */
  model?: string;
  onDone: () => void;
  onReload: () => void;
};

/** Rewords a chosen step so that it fits this ECT and this class. */
export function TailorStepForm(props: Props) {
  const cycle = readFragment(Tailor, props.cycle);
  const step = cycle.step;
  const waiting = useLastWaiting('tailorStep');
  const current = {
    title: waiting?.title ?? step?.title ?? '',
    criteria: [...(waiting?.criteria ?? step?.criteria.map((criterion) => criterion.text) ?? [''])],
    model: waiting?.model ?? step?.model ?? '',
    practice: waiting?.practice ?? step?.practice ?? '',
  };
  const edit = useEdit(`${cycle.id}.tailor`, current, cycle.version);
  const value = edit.dirty ? edit.value : { ...current, model: props.model || current.model };
  const { send, busy, problems, setProblems } = useChange(TailorStep, (data) => data.tailorStep);
  const change = (part: Partial<typeof current>) => edit.set({ ...value, ...part });

  async function submit(event: FormEvent) {
    event.preventDefault();
    const criteria = value.criteria.filter((text) => text.trim());
    const same = !edit.dirty && value.model === current.model;
    if (same || (await send({ cycleId: cycle.id, ...value, criteria, version: edit.version }))) {
      edit.discard();
      props.onDone();
    }
  }

  function reload() {
    props.onReload();
    setProblems([]);
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack maw={720}>
        <Text>Put it in words that fit {cycle.ect.name}’s class.</Text>
        {edit.changedMeanwhile && <ChangedMeanwhile onTakeTheirs={edit.discard} onKeepMine={edit.keepMine} />}
        <ErrorSummary problems={problems} fields={FIELDS} onReload={reload} />
        <TextInput
          id="tailor-title"
          label="Step"
          maxLength={150}
          value={value.title}
          error={errorAt(problems, 'title')}
          onChange={(event) => change({ title: event.target.value })}
        />
        <CriteriaFields value={value.criteria} problems={problems} onChange={(criteria) => change({ criteria })} />
        <Textarea
          id="tailor-model"
          label="Model"
          maxLength={4000}
          value={value.model}
          error={errorAt(problems, 'model')}
          onChange={(event) => change({ model: event.target.value })}
        />
        <Textarea
          id="tailor-practice"
          label="Practice"
          maxLength={4000}
          value={value.practice}
          error={errorAt(problems, 'practice')}
          onChange={(event) => change({ practice: event.target.value })}
        />
        <Group>
          <Button type="submit" loading={busy}>
            Save step
          </Button>
          <Button
            variant="subtle"
            onClick={() => {
              edit.discard();
              props.onDone();
            }}
          >
            Leave it as it was
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
