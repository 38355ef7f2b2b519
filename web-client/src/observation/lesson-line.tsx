import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useChange } from '../api/use-change';
import { useEdit } from '../api/use-edit';
import { dayOf, timeOf } from '../components/dates';
import { ErrorSummary } from '../components/error-summary';
import { DescribeLesson } from '../cycle/cycle-mutations';
import { graphql, readFragment, type FragmentType } from '../gql';
import { useLastWaiting } from '../outbox/use-waiting';
import { WaitingChanges } from '../outbox/waiting-changes';
import { LESSON_FIELDS, LessonFields } from './lesson-fields';

const Lesson = graphql(`
  fragment LessonLine on CoachingCycle {
    id
    kind
    version
    can
    observation {
      observedAt
      lesson {
        subject
        className
        topic
      }
    }
  }
`);

/** Which lesson was visited, and a way to correct it. */
export function LessonLine(props: { cycle: FragmentType<typeof Lesson>; onReload: () => void }) {
  const cycle = readFragment(Lesson, props.cycle);
  const lesson = cycle.observation?.lesson ?? { subject: '', className: '', topic: '' };
  const { subject, className, topic = '' } = useLastWaiting('describeLesson')?.lesson ?? lesson;
  const edit = useEdit(`${cycle.id}.lesson`, { subject, className, topic }, cycle.version);
  const [open, setOpen] = useState(edit.dirty);
  const { send, busy, problems, setProblems } = useChange(DescribeLesson, (data) => data.describeLesson);
  if (!cycle.observation) return null;

  async function save() {
    if (await send({ cycleId: cycle.id, lesson: edit.value, version: edit.version })) {
      edit.discard();
      setOpen(false);
    }
  }

  if (!open) {
    return (
      <Stack gap="xs">
        <Group gap="xs">
          <Text>
            {lesson.subject}, {lesson.className}
            {lesson.topic && `: ${lesson.topic}`}. {dayOf(cycle.observation.observedAt)}, from {timeOf(cycle.observation.observedAt)}.
          </Text>
          {cycle.can.includes('OBSERVE') && cycle.kind === 'INSTRUCTIONAL' && (
            <Button variant="subtle" size="compact-md" onClick={() => setOpen(true)}>
              Correct the lesson
            </Button>
          )}
        </Group>
        <WaitingChanges of={['describeLesson']} />
      </Stack>
    );
  }
  return (
    <section className="card" aria-label="Lesson">
      <Stack>
        <ErrorSummary
          problems={problems}
          fields={LESSON_FIELDS}
          onReload={() => {
            props.onReload();
            edit.keepMine();
            setProblems([]);
          }}
        />
        <LessonFields value={edit.value} problems={problems} onChange={edit.set} />
        <Group>
          <Button variant="default" loading={busy} onClick={() => void save()}>
            Save lesson
          </Button>
          <Button
            variant="subtle"
            onClick={() => {
              edit.discard();
              setOpen(false);
            }}
          >
            Leave it as it was
          </Button>
        </Group>
      </Stack>
    </section>
  );
}
