import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useChange } from '../api/use-change';
import { dayText, isoToday } from '../components/dates';
import { ErrorSummary } from '../components/error-summary';
import { graphql, readFragment, type FragmentType } from '../gql';
import type { PersonEventsFragment } from '../gql/graphql';
import { groupOf, type EventGroup } from './event-groups';
import { halfTermName } from './half-terms';
import { BookPlace, CancelBooking, CompleteCatchUp } from './programme-mutations';
import { FORMATS, STANDINGS } from './words';

const Part = graphql(`
  fragment PersonEvents on Person {
    id
    programmeEvents {
      entryId
      title
      role
      kind
      format
      minutes
      year
      halfTerm {
        name
        firstDay
        lastDay
      }
      dueBy
      standing
      missedOn
      date {
        id
        date
        startsAt
        endsAt
        place
      }
      catchUp {
        content
        dueOn
        completedOn
      }
      upcomingDates {
        id
        date
        startsAt
        endsAt
        place
      }
    }
  }
`);

type PersonEvent = NonNullable<PersonEventsFragment['programmeEvents']>[number];

const GROUPS: Record<EventGroup, string> = {
  arrange: 'To arrange',
  coming: 'Booked',
  later: 'Later in the programme',
  done: 'Done',
};

/** Conferences and clinics: what asks for something first, then what is booked, what comes later, what is done. */
export function EventsPart(props: { person: FragmentType<typeof Part>; mine: boolean }) {
  const person = readFragment(Part, props.person);
  const events = person.programmeEvents ?? [];
  const today = isoToday();
  if (events.length === 0) return null;
  return (
    <section aria-labelledby="events">
      <Title order={2} id="events" mb="sm">
        Conferences and clinics
      </Title>
      <Stack>
        {(['arrange', 'coming', 'later', 'done'] as const).map((group) => {
          const inIt = events.filter((event) => groupOf(event, today) === group);
          if (inIt.length === 0) return null;
          const list = (
            <ul className="plain-list" aria-label={GROUPS[group]}>
              {inIt.map((event) => (
                <li key={event.entryId} className={isToAct(event) ? 'card' : undefined}>
                  <EventItem event={event} personId={person.id} mine={props.mine} today={today} />
                </li>
              ))}
            </ul>
          );
          return group === 'later' || group === 'done' ? (
            <details key={group}>
              <summary>
                {GROUPS[group]} ({inIt.length})
              </summary>
              {list}
            </details>
          ) : (
            <div key={group}>
              <Title order={3} mb="xs">
                {GROUPS[group]}
              </Title>
              {list}
            </div>
          );
        })}
      </Stack>
    </section>
  );
}

/** What can be acted on stands in a card, the rest in plain lines. */
function isToAct(event: PersonEvent): boolean {
  switch (event.standing) {
    case 'BOOKED':
    case 'CATCH_UP_ASSIGNED':
      return true;
    case 'MISSED':
    case 'NOT_BOOKED':
      return event.upcomingDates.length > 0;
    case 'ATTENDED':
    case 'CAUGHT_UP':
      return false;
  }
}

type ItemProps = { event: PersonEvent; personId: string; mine: boolean; today: string };

function EventItem({ event, personId, mine, today }: ItemProps) {
  const book = useChange(BookPlace, (data) => data.bookPlace);
  const cancel = useChange(CancelBooking, (data) => data.cancelBooking);
  const complete = useChange(CompleteCatchUp, (data) => data.completeCatchUp);
  const mayBook = event.standing !== 'ATTENDED' && event.standing !== 'CAUGHT_UP';
  const others = event.upcomingDates.filter((one) => one.id !== event.date?.id);
  return (
    <Stack gap="xs">
      <div>
        <Text fw={600}>{event.title}</Text>
        <Text className="quiet" fz="sm">
          {facts(event)}
        </Text>
      </div>
      <Text>{standingText(event, mine, today)}</Text>
      {event.catchUp && event.standing !== 'ATTENDED' && (
        <div className="inset">
          <Text className="typed">{event.catchUp.content}</Text>
          {event.catchUp.dueOn && !event.catchUp.completedOn && <Text className="quiet">By {dayText(event.catchUp.dueOn)}</Text>}
        </div>
      )}
      <ErrorSummary problems={[...book.problems, ...cancel.problems, ...complete.problems]} />
      {event.standing === 'CATCH_UP_ASSIGNED' && mine && (
        <Button
          style={{ alignSelf: 'flex-start' }}
          loading={complete.busy}
          onClick={() => void complete.send({ personId, entryId: event.entryId })}
        >
          I have worked through it
        </Button>
      )}
      {event.standing === 'BOOKED' && event.date && event.date.date >= today && mine && (
        <Button
          variant="default"
          style={{ alignSelf: 'flex-start' }}
          loading={cancel.busy}
          onClick={() => event.date && void cancel.send({ trainingEventId: event.date.id, personId })}
          aria-label={`Give your place back: ${event.title}`}
        >
          Give your place back
        </Button>
      )}
      {mine && mayBook && others.length > 0 && (
        <ul className="rows" aria-label={`Dates of ${event.title}`}>
          {others.map((date) => (
            <li key={date.id}>
              <Group justify="space-between">
                <DateText date={date} />
                <Button
                  variant={event.standing === 'BOOKED' ? 'default' : 'filled'}
                  loading={book.busy}
                  aria-label={`Book ${event.title} on ${dayText(date.date)}`}
                  onClick={() => void book.send({ trainingEventId: date.id, personId })}
                >
                  {event.standing === 'BOOKED' ? 'Take this date instead' : 'Book'}
                </Button>
              </Group>
            </li>
          ))}
        </ul>
      )}
    </Stack>
  );
}

function DateText({ date }: { date: PersonEvent['upcomingDates'][number] }) {
  return (
    <Text style={{ flex: '1 1 200px' }}>
      {dayText(date.date)}, {date.startsAt} to {date.endsAt}
      <br />
      <Place place={date.place} />
    </Text>
  );
}

/** A place, or a link to follow. */
export function Place({ place }: { place: string }) {
  return /^https?:\/\/\S+$/.test(place) ? (
    <Anchor href={place} rel="noreferrer" target="_blank" underline="always" className="wrap">
      {place}
    </Anchor>
  ) : (
    <>{place}</>
  );
}

function facts(event: PersonEvent): string {
  const length = event.kind === 'CONFERENCE' ? 'full day' : event.minutes ? `${event.minutes} minutes` : '';
  const when = event.halfTerm ? `expected in ${halfTermName(event.halfTerm)}` : '';
  return [FORMATS[event.format], length, when].filter(Boolean).join(' · ');
}

function standingText(event: PersonEvent, mine: boolean, today: string) {
  const missed = event.missedOn.map(dayText).join(' and ');
  const date = event.date;
  switch (event.standing) {
    case 'BOOKED':
      return date ? (
        <>
          {date.date < today ? `Was on ${dayText(date.date)}: attendance is not recorded yet.` : `${STANDINGS.BOOKED} for ${dayText(date.date)}, ${date.startsAt} to ${date.endsAt}. `}
          {date.date >= today && <Place place={date.place} />}
          {missed && ` An earlier date was missed (${missed}).`}
        </>
      ) : (
        STANDINGS.BOOKED
      );
    case 'ATTENDED':
      return date ? `Attended on ${dayText(date.date)}.` : STANDINGS.ATTENDED;
    case 'MISSED':
      return `Missed on ${missed}. ${mine ? missedAdvice(event) : ''}`;
    case 'CATCH_UP_ASSIGNED':
      return missed ? `Missed on ${missed}. Content to work through instead:` : 'Content to work through instead:';
    case 'CAUGHT_UP':
      return event.catchUp?.completedOn ? `Caught up on ${dayText(event.catchUp.completedOn)}.` : STANDINGS.CAUGHT_UP;
    case 'NOT_BOOKED':
      if (event.upcomingDates.length > 0) return mine ? 'Choose a date.' : 'Not booked yet.';
      return event.dueBy && event.dueBy < today ? `Its time is over and no date is booked. ${mine ? 'Ask your induction tutor for a date.' : ''}` : 'No date is offered yet.';
  }
}

const missedAdvice = (event: PersonEvent) =>
  event.upcomingDates.length > 0
    ? 'Book another date.'
    : 'No other date is offered yet: ask your induction tutor for one, or for content to work through instead.';
