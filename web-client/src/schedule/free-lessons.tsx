import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useChange } from '../api/use-change';
import { shortDayOf, timeOf } from '../components/dates';
import { ErrorSummary } from '../components/error-summary';
import { graphql, readFragment, type FragmentType } from '../gql';
import { lessonText } from './lesson-words';
import { ProtectedLessonsForm } from './protected-lessons-form';
import { Schedule } from './schedule-mutation';

const Part = graphql(`
  fragment FreeLessons on CoachingCycle {
    id
    kind
    scheduled {
      startsAt
    }
    protectedLessons {
      day
      startsAt
      minutes
      secondWeeksFrom
    }
    sessionSlots {
      startsAt
      endsAt
    }
  }
`);

/** The lessons in which the two can meet: the next free ones set the session's time with one press. */
export function FreeLessons(props: { cycle: FragmentType<typeof Part> }) {
  const { id, kind, scheduled, protectedLessons, sessionSlots } = readFragment(Part, props.cycle);
  const [changing, setChanging] = useState(false);
  const { send, busy, problems } = useChange(Schedule, (data) => data.scheduleSession);
  const lessons = protectedLessons ?? [];
  const slots = sessionSlots ?? [];
  const needed = kind === 'INSTRUCTIONAL' ? 45 : 60;
  const fits = lessons.some(({ minutes }) => minutes >= needed);

  if (changing) return <ProtectedLessonsForm cycleId={id} lessons={lessons} onDone={() => setChanging(false)} />;
  return (
    <Stack gap="xs">
      <ErrorSummary problems={problems} fields={{}} />
      <Group gap="sm" align="baseline">
        <Text>
          {lessons.length === 0
            ? 'Which lesson do you both have free? The next ones are offered here then.'
            : `Your protected ${lessons.length === 1 ? 'lesson' : 'lessons'}: ${lessons.map(lessonText).join('; ')}.`}
        </Text>
        <Button variant="subtle" size="compact-sm" onClick={() => setChanging(true)}>
          {lessons.length === 0 ? 'Say which' : 'Change your protected lessons'}
        </Button>
      </Group>
      {lessons.length > 0 && !fits && <Text>A meeting takes {needed} minutes, which is more than the lesson has. Choose a time below.</Text>}
      {fits && slots.length === 0 && <Text>Within the next 12 weeks one of you has something else each time. Choose a time below.</Text>}
      {slots.length > 0 && (
        <Group gap="xs" role="group" aria-label="Free protected lessons">
          {slots.map(({ startsAt }) => {
            const chosen = scheduled != null && Date.parse(scheduled.startsAt) === Date.parse(startsAt);
            return (
              <Button
                key={startsAt}
                variant={chosen ? 'light' : 'default'}
                aria-pressed={chosen}
                disabled={busy}
                onClick={() => void send({ cycleId: id, startsAt })}
              >
                {shortDayOf(startsAt)}, {timeOf(startsAt)}
              </Button>
            );
          })}
        </Group>
      )}
    </Stack>
  );
}
