import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { errorAt, useChange } from '../api/use-change';
import { dayText, isoToday } from '../components/dates';
import { ErrorSummary } from '../components/error-summary';
import { graphql, readFragment, type FragmentType } from '../gql';
import type { BookingState } from '../gql/graphql';
import { CancelTrainingEvent } from './event-mutations';
import { Place } from './events-part';
import { RegisterForm, type Colleague } from './register-form';
import { FORMATS, ROLES } from './words';

const Part = graphql(`
  fragment EventDate on TrainingEvent {
    id
    title
    audience
    format
    date
    startsAt
    endsAt
    place
    school {
      id
      name
    }
    cancelledBecause
    isRunByViewer
    register {
      person {
        id
        name
      }
      state
    }
  }
`);

const COUNTS: Record<BookingState, string> = { BOOKED: 'booked', ATTENDED: 'came', MISSED: 'did not come', CANCELLED: 'gave their place back' };

type Props = { event: FragmentType<typeof Part>; people: readonly Colleague[]; onDone: () => void };

/** One date of an event, with who is booked and what can be done with it. */
export function EventDate(props: Props) {
  const event = readFragment(Part, props.event);
  const [open, setOpen] = useState<'register' | 'cancel'>();
  const register = event.register ?? [];
  const close = () => {
    setOpen(undefined);
    props.onDone();
  };
  return (
    <Stack gap="xs">
      <div>
        <Title order={3}>{event.title}</Title>
        <Text>
          {dayText(event.date)}, {event.startsAt} to {event.endsAt} · <Place place={event.place} />
        </Text>
        <Text className="quiet" fz="sm">
          {[ROLES[event.audience], FORMATS[event.format], event.school ? event.school.name : 'offered to all schools'].join(' · ')}
        </Text>
      </div>
      {event.cancelledBecause && <Text fw={600}>Cancelled: {event.cancelledBecause}</Text>}
      {register.length === 0 ? (
        <Text className="quiet">Nobody of your people is booked.</Text>
      ) : (
        <dl className="facts">
          {(Object.keys(COUNTS) as BookingState[]).map((state) => {
            const names = register.filter((entry) => entry.state === state).map((entry) => entry.person.name);
            if (names.length === 0) return null;
            return (
              <div key={state} className="fact">
                <dt>
                  {names.length} {COUNTS[state]}
                </dt>
                <dd>{names.join(', ')}</dd>
              </div>
            );
          })}
        </dl>
      )}
      {!open && !event.cancelledBecause && (
        <Group>
          {event.date <= isoToday() && (
            <Button
              variant={register.some((entry) => entry.state === 'BOOKED') ? 'filled' : 'default'}
              aria-label={`Record attendance: ${event.title}, ${dayText(event.date)}`}
              onClick={() => setOpen('register')}
            >
              Record attendance
            </Button>
          )}
          {event.isRunByViewer && event.date >= isoToday() && (
            <Button
              variant="default"
              aria-label={`Cancel this date: ${event.title}, ${dayText(event.date)}`}
              onClick={() => setOpen('cancel')}
            >
              Cancel this date
            </Button>
          )}
        </Group>
      )}
      {open === 'register' && (
        <RegisterForm
          eventId={event.id}
          register={register}
          others={props.people.filter((one) => one.role === event.audience)}
          onDone={close}
          onBack={() => setOpen(undefined)}
        />
      )}
      {open === 'cancel' && <CancelForm eventId={event.id} onDone={close} onBack={() => setOpen(undefined)} />}
    </Stack>
  );
}

function CancelForm({ eventId, onDone, onBack }: { eventId: string; onDone: () => void; onBack: () => void }) {
  const [reason, setReason] = useState('');
  const { send, busy, problems } = useChange(CancelTrainingEvent, (data) => data.cancelTrainingEvent);
  const field = `cancel-${eventId}`;

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (await send({ trainingEventId: eventId, reason })) onDone();
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="sm" maw={480}>
        <ErrorSummary problems={problems} fields={{ reason: field }} />
        <TextInput
          id={field}
          label="Why it does not take place"
          description="Those who are booked read this."
          value={reason}
          error={errorAt(problems, 'reason')}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group>
          <Button type="submit" color="red.9" loading={busy}>
            Cancel the date
          </Button>
          <Button variant="default" onClick={onBack}>
            Keep it
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
