import { Button, Group, NativeSelect, Stack, TextInput, Title } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { errorAt, useChange } from '../api/use-change';
import { isoToday } from '../components/dates';
import { ErrorSummary } from '../components/error-summary';
import { graphql, readFragment, type FragmentType } from '../gql';
import type { ScheduleTrainingEventInput, SchoolRole, TrainingEventFormat, TrainingEventKind } from '../gql/graphql';
import { ScheduleTrainingEvent } from './event-mutations';
import { FORMATS, ROLES } from './words';

const Entries = graphql(`
  fragment ScheduleForm on EventEntry {
    id
    title
    audience
  }
`);

const OTHER = 'other';
const FIELDS = {
  entryId: 'schedule-entry',
  'own.title': 'schedule-title',
  schoolId: 'schedule-school',
  date: 'schedule-date',
  startsAt: 'schedule-start',
  endsAt: 'schedule-end',
  place: 'schedule-place',
};

type Props = {
  entries: ReadonlyArray<FragmentType<typeof Entries>>;
  school: { id: string; name: string };
  administrator: boolean;
  onDone: () => void;
};

/** Adds a date of an event. */
export function ScheduleForm(props: Props) {
  const [open, setOpen] = useState(false);
  if (!open) {
    return (
      <Button mt="md" variant="default" onClick={() => setOpen(true)}>
        Schedule a date
      </Button>
    );
  }
  return (
    <Fields
      {...props}
      onDone={() => {
        setOpen(false);
        props.onDone();
      }}
      onBack={() => setOpen(false)}
    />
  );
}

function Fields({ school, administrator, onDone, onBack, ...props }: Props & { onBack: () => void }) {
  const entries = readFragment(Entries, props.entries);
  const [entryId, setEntryId] = useState(entries[0]?.id ?? OTHER);
  const [own, setOwn] = useState({
    title: '',
    audience: 'ECT' as SchoolRole,
    kind: 'CLINIC' as TrainingEventKind,
    format: 'VIRTUAL' as TrainingEventFormat,
  });
  const [when, setWhen] = useState({ date: isoToday(14), startsAt: '15:45', endsAt: '17:15', place: '' });
  const [forAll, setForAll] = useState(administrator);
  const { send, busy, problems } = useChange(ScheduleTrainingEvent, (data) => data.scheduleTrainingEvent);
  const set = (part: Partial<typeof when>) => setWhen({ ...when, ...part });

  async function submit(event: FormEvent) {
    event.preventDefault();
    const input: ScheduleTrainingEventInput = { ...when };
    if (entryId === OTHER) input.own = own;
    else input.entryId = entryId;
    if (!forAll) input.schoolId = school.id;
    if (await send(input)) onDone();
  }

  return (
    <form className="card" onSubmit={(event) => void submit(event)} aria-labelledby="schedule" noValidate style={{ marginTop: 16 }}>
      <Stack maw={640}>
        <Title order={3} id="schedule">
          Schedule a date
        </Title>
        <ErrorSummary problems={problems} fields={FIELDS} />
        <NativeSelect
          id={FIELDS.entryId}
          label="Event"
          value={entryId}
          error={errorAt(problems, 'entryId')}
          onChange={(event) => setEntryId(event.currentTarget.value)}
          data={[
            ...(['ECT', 'MENTOR'] as const).map((role) => ({
              group: `For ${role === 'ECT' ? 'ECTs' : 'mentors'}`,
              items: entries.filter((entry) => entry.audience === role).map((entry) => ({ value: entry.id, label: entry.title })),
            })),
            { value: OTHER, label: 'Another event' },
          ]}
        />
        {entryId === OTHER && (
          <>
            <TextInput
              id={FIELDS['own.title']}
              label="Title"
              value={own.title}
              error={errorAt(problems, 'own', 'title')}
              onChange={(event) => setOwn({ ...own, title: event.currentTarget.value })}
            />
            <div className="fields">
              <NativeSelect
                label="For"
                value={own.audience}
                onChange={(event) => setOwn({ ...own, audience: event.currentTarget.value as SchoolRole })}
                data={(['ECT', 'MENTOR'] as const).map((value) => ({ value, label: ROLES[value] }))}
              />
              <NativeSelect
                label="Held"
                value={own.format}
                onChange={(event) => setOwn({ ...own, format: event.currentTarget.value as TrainingEventFormat })}
                data={(['IN_PERSON', 'VIRTUAL'] as const).map((value) => ({ value, label: FORMATS[value] }))}
              />
            </div>
          </>
        )}
        {administrator && (
          <NativeSelect
            id={FIELDS.schoolId}
            label="Offered to"
            value={forAll ? 'all' : 'school'}
            error={errorAt(problems, 'schoolId')}
            onChange={(event) => setForAll(event.currentTarget.value === 'all')}
            data={[
              { value: 'all', label: 'All schools' },
              { value: 'school', label: school.name },
            ]}
          />
        )}
        <div className="fields">
          <TextInput
            id={FIELDS.date}
            type="date"
            label="Date"
            value={when.date}
            error={errorAt(problems, 'date')}
            onChange={(event) => set({ date: event.currentTarget.value })}
          />
          <TextInput
            id={FIELDS.startsAt}
            type="time"
            label="From"
            value={when.startsAt}
            error={errorAt(problems, 'startsAt')}
            onChange={(event) => set({ startsAt: event.currentTarget.value })}
          />
          <TextInput
            id={FIELDS.endsAt}
            type="time"
            label="To"
            value={when.endsAt}
            error={errorAt(problems, 'endsAt')}
            onChange={(event) => set({ endsAt: event.currentTarget.value })}
          />
        </div>
        <TextInput
          id={FIELDS.place}
          label="Place, or link to join"
          value={when.place}
          error={errorAt(problems, 'place')}
          onChange={(event) => set({ place: event.currentTarget.value })}
        />
        <Group>
          <Button type="submit" loading={busy} disabled={when.date === '' || when.startsAt === '' || when.endsAt === ''}>
            Schedule it
          </Button>
          <Button variant="default" onClick={onBack}>
            Back
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
