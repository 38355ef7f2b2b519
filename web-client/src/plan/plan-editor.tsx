import { Button, Group, Stack, Text } from '@mantine/core';
import type { FormEvent } from 'react';
import { useQuery } from 'urql';
import { useChange } from '../api/use-change';
import { useEdit } from '../api/use-edit';
import { ChangedMeanwhile } from '../components/changed-meanwhile';
import { ErrorSummary } from '../components/error-summary';
import { Failed, Loading } from '../components/page-states';
import { PlanSession } from '../cycle/cycle-mutations';
import { graphql, readFragment, type FragmentType } from '../gql';
import type { PlanEditorFragment } from '../gql/graphql';
import { useLastWaiting } from '../outbox/use-waiting';
import { budgetOf, moved } from './budget';
import { BudgetBar } from './budget-bar';
import { SectionFields, type SectionDraft } from './section-fields';

const Editor = graphql(`
  fragment PlanEditor on CoachingCycle {
    id
    version
    kind
    plan {
      budgetMinutes
      sections {
        id
        kind
        title
        minutes
        notes
      }
    }
  }
`);

const Templates = graphql(`
  query PlanTemplates {
    sessionTemplates {
      id
      title
      kind
      sections {
        kind
        title
        minutes
        purpose
      }
    }
  }
`);

type Props = { onDone: () => void; onReload: () => void };

/** Starts from the template of the school, or from what is planned already. */
export function PlanEditor(props: Props & { cycle: FragmentType<typeof Editor> }) {
  const cycle = readFragment(Editor, props.cycle);
  const waiting = useLastWaiting('planSession');
  const [{ data, error }, ask] = useQuery({ query: Templates });
  if (error && !data) return <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />;
  if (!data) return <Loading />;
  const template = data.sessionTemplates.find((one) => one.kind === cycle.kind);
  // Two rounds of practice are of one kind, and each for something else.
  const purposeOf = (section: { kind: string; title: string }) => {
    const ofKind = template?.sections.filter((one) => one.kind === section.kind) ?? [];
    return (ofKind.find((one) => one.title === section.title) ?? ofKind.at(-1))?.purpose ?? '';
  };
  const fromTemplate = template?.sections.map(({ kind, title, minutes }) => ({ kind, title, minutes, notes: '' })) ?? [];
  const planned = (waiting ?? cycle.plan)?.sections.map(({ kind, title, minutes, notes = '' }) => ({ kind, title, minutes, notes }));
  return <SectionsForm {...props} cycle={cycle} start={planned ?? fromTemplate} purposeOf={purposeOf} />;
}

type FormProps = Props & { cycle: PlanEditorFragment; start: SectionDraft[]; purposeOf: (section: SectionDraft) => string };

function SectionsForm({ cycle, start, purposeOf, onDone, onReload }: FormProps) {
  const edit = useEdit(`${cycle.id}.plan`, start, cycle.version);
  const { send, busy, problems, setProblems } = useChange(PlanSession, (data) => data.planSession);
  const sections = edit.value;
  const length = cycle.plan?.budgetMinutes ?? (cycle.kind === 'INSTRUCTIONAL' ? 45 : 60);
  const budget = budgetOf(sections.map((section) => section.minutes), length);
  const fields = Object.fromEntries(
    sections.flatMap((_, index) => ['title', 'minutes', 'notes'].map((part) => [`sections.${index}.${part}`, `section-${index}-${part}`])),
  );

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (await send({ cycleId: cycle.id, sections, version: edit.version })) {
      edit.discard();
      onDone();
    }
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack>
        <BudgetBar budget={budget} />
        {edit.changedMeanwhile && <ChangedMeanwhile onTakeTheirs={edit.discard} onKeepMine={edit.keepMine} />}
        <ErrorSummary
          problems={problems}
          fields={fields}
          onReload={() => {
            onReload();
            setProblems([]);
          }}
        />
        <ol className="plain-list" aria-label="Sections">
          {sections.map((section, index) => (
            <li key={index} className="card">
              <SectionFields
                section={section}
                index={index}
                last={index === sections.length - 1}
                purpose={purposeOf(section)}
                problems={problems}
                onChange={(changed) => edit.set(sections.map((old, at) => (at === index ? changed : old)))}
                onMove={(by) => edit.set(moved(sections, index, by))}
                onRemove={() => edit.set(sections.filter((_, at) => at !== index))}
              />
            </li>
          ))}
        </ol>
        <Button
          variant="subtle"
          style={{ alignSelf: 'flex-start' }}
          disabled={sections.length >= 12}
          onClick={() => edit.set([...sections, { kind: 'PRACTICE_AND_FEEDBACK', title: 'Practice and feedback', minutes: 5, notes: '' }])}
        >
          Add a round of practice
        </Button>
        <Text>{budget.text}</Text>
        <Group>
          <Button type="submit" loading={busy}>
            Save plan
          </Button>
          {cycle.plan && (
            <Button
              variant="subtle"
              onClick={() => {
                edit.discard();
                onDone();
              }}
            >
              Leave it as it was
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
