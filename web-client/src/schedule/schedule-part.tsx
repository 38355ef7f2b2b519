import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { errorAt, useChange } from '../api/use-change';
import { dayOf, isoDayOf, isoToday, timeOf } from '../components/dates';
import { ErrorSummary } from '../components/error-summary';
import { graphql, readFragment, type FragmentType } from '../gql';
import { FreeLessons } from './free-lessons';
import { londonInstant } from './london';
import { Schedule } from './schedule-mutation';
import { ScheduledLine } from './scheduled-line';

const Part = graphql(`
  fragment SchedulePart on CoachingCycle {
    id
    can
    sharedAt
    ect {
      id
      name
    }
    scheduled {
      startsAt
    }
    ...ScheduledLine
    ...Clashes
    ...FreeLessons
  }
`);

/** When the two meet: said and moved by whoever coaches, read by the other. */
export function SchedulePart(props: { cycle: FragmentType<typeof Part> }) {
  const cycle = readFragment(Part, props.cycle);
  const may = cycle.can.includes('SCHEDULE_SESSION');
  if (!may && !cycle.scheduled) return null;
  return (
    <section aria-labelledby="schedule">
      <Title order={2} id="schedule" mb="xs">
        When you meet
      </Title>
      <Stack gap="sm">
        <ScheduledLine cycle={cycle} />
        <ClashWarning cycle={cycle} />
        {may && <FreeLessons cycle={cycle} />}
        {may && <ScheduleForm key={cycle.scheduled?.startsAt} cycleId={cycle.id} startsAt={cycle.scheduled?.startsAt} />}
        {may && !cycle.sharedAt && <Text className="quiet">{cycle.ect.name} sees the time once the cycle is shared.</Text>}
      </Stack>
    </section>
  );
}

function ScheduleForm({ cycleId, startsAt }: { cycleId: string; startsAt: string | undefined }) {
  const [date, setDate] = useState(startsAt ? isoDayOf(startsAt) : '');
  const [time, setTime] = useState(startsAt ? timeOf(startsAt) : '');
  const { send, busy, problems } = useChange(Schedule, (data) => data.scheduleSession);
  const chosen = londonInstant(date, time);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (chosen) await send({ cycleId, startsAt: chosen });
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate aria-labelledby="schedule">
      <Stack gap="sm">
        <ErrorSummary problems={problems} fields={{ startsAt: 'schedule-date' }} />
        <Group align="end">
          <TextInput
            id="schedule-date"
            type="date"
            label="Date"
            min={isoToday()}
            value={date}
            error={errorAt(problems, 'startsAt')}
            onChange={(event) => setDate(event.currentTarget.value)}
          />
          <TextInput id="schedule-time" type="time" label="Time in London" value={time} onChange={(event) => setTime(event.currentTarget.value)} />
          <Button type="submit" variant="default" loading={busy} disabled={!chosen || (startsAt !== undefined && Date.parse(chosen) === Date.parse(startsAt))}>
            {startsAt ? 'Move the session' : 'Set the time'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const Clashes = graphql(`
  fragment Clashes on CoachingCycle {
    id
    clashes {
      person {
        id
        name
      }
      kind
      startsAt
      endsAt
    }
  }
`);

/** It warns, and leaves the choice to whoever arranges the session. */
function ClashWarning(props: { cycle: FragmentType<typeof Clashes> }) {
  const { clashes } = readFragment(Clashes, props.cycle);
  if (!clashes || clashes.length === 0) return null;
  return (
    <div role="status">
      {clashes.map((clash) => (
        <Text key={`${clash.person.id} ${clash.kind} ${clash.startsAt}`}>
          {clash.person.name} has {clash.kind === 'SESSION' ? 'another session' : 'a training event'} from {timeOf(clash.startsAt)} to{' '}
          {timeOf(clash.endsAt)} on {dayOf(clash.startsAt)}. You can keep the time or choose another one.
        </Text>
      ))}
    </div>
  );
}
