import { Button, Checkbox, Group, NativeSelect, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { errorAt, useChange } from '../api/use-change';
import { isoToday } from '../components/dates';
import { ErrorSummary } from '../components/error-summary';
import { graphql } from '../gql';
import type { DayOfWeek } from '../gql/graphql';
import { DAYS } from './lesson-words';

const SetLessons = graphql(`
  mutation SetProtectedLessons($input: SetProtectedLessonsInput!) {
    setProtectedLessons(input: $input) {
      cycle {
        id
        ...FreeLessons
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

interface Lesson {
  day: DayOfWeek;
  startsAt: string;
  minutes: number;
  secondWeeksFrom?: string | null | undefined;
}

const MOST = 5;

/** Which lessons the pair has free; few, so that they are written one beside another. */
export function ProtectedLessonsForm(props: { cycleId: string; lessons: readonly Lesson[]; onDone: () => void }) {
  const [lessons, setLessons] = useState<Lesson[]>(
    props.lessons.length > 0 ? [...props.lessons] : [{ day: 'MONDAY', startsAt: '', minutes: 60 }],
  );
  const { send, busy, problems } = useChange(SetLessons, (data) => data.setProtectedLessons);

  function change(place: number, part: Partial<Lesson>) {
    setLessons(lessons.map((lesson, i) => (i === place ? { ...lesson, ...part } : lesson)));
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    const sent = lessons.map(({ day, startsAt, minutes, secondWeeksFrom }) => ({ day, startsAt, minutes, secondWeeksFrom: secondWeeksFrom ?? null }));
    if (await send({ cycleId: props.cycleId, lessons: sent })) props.onDone();
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate aria-label="Protected lessons">
      <Stack gap="sm">
        <Text>Lessons in which neither of you teaches. They are kept for all your sessions.</Text>
        <ErrorSummary
          problems={problems}
          fields={Object.fromEntries(
            lessons.flatMap((_, i) => [
              [`lessons.${i}.startsAt`, `lesson-${i}-start`],
              [`lessons.${i}.minutes`, `lesson-${i}-minutes`],
              [`lessons.${i}.secondWeeksFrom`, `lesson-${i}-from`],
            ]),
          )}
        />
        {lessons.map((lesson, i) => (
          <Group key={i} align="end" gap="sm" role="group" aria-label={`Lesson ${i + 1}`}>
            <NativeSelect
              label="Day"
              data={DAYS}
              value={lesson.day}
              onChange={(event) => change(i, { day: event.currentTarget.value as DayOfWeek })}
            />
            <TextInput
              id={`lesson-${i}-start`}
              type="time"
              label="Starts at"
              value={lesson.startsAt}
              error={errorAt(problems, `lessons.${i}.startsAt`)}
              onChange={(event) => change(i, { startsAt: event.currentTarget.value })}
            />
            <NumberInput
              id={`lesson-${i}-minutes`}
              label="Minutes"
              min={5}
              max={180}
              w={100}
              value={lesson.minutes}
              error={errorAt(problems, `lessons.${i}.minutes`)}
              onChange={(minutes) => change(i, { minutes: Number(minutes) })}
            />
            <Checkbox
              label="Every second week"
              checked={Boolean(lesson.secondWeeksFrom)}
              onChange={(event) => change(i, { secondWeeksFrom: event.currentTarget.checked ? isoToday() : undefined })}
            />
            {lesson.secondWeeksFrom && (
              <TextInput
                id={`lesson-${i}-from`}
                type="date"
                label="A day in such a week"
                error={errorAt(problems, `lessons.${i}.secondWeeksFrom`)}
                value={lesson.secondWeeksFrom}
                onChange={(event) => event.currentTarget.value && change(i, { secondWeeksFrom: event.currentTarget.value })}
              />
            )}
            <Button variant="subtle" aria-label={`Take lesson ${i + 1} away`} onClick={() => setLessons(lessons.filter((_, other) => other !== i))}>
              Take away
            </Button>
          </Group>
        ))}
        <Group>
          <Button type="submit" loading={busy}>
            Keep
          </Button>
          {lessons.length < MOST && (
            <Button variant="default" onClick={() => setLessons([...lessons, { day: 'MONDAY', startsAt: '', minutes: 60 }])}>
              Another lesson
            </Button>
          )}
          <Button variant="subtle" onClick={props.onDone}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
