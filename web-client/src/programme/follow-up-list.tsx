import { Button, Group, NativeSelect, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { errorAt, useChange } from '../api/use-change';
import { TextLink } from '../components/button-link';
import { dayText } from '../components/dates';
import { ErrorSummary } from '../components/error-summary';
import { graphql, readFragment, type FragmentType } from '../gql';
import type { FollowUpListFragment } from '../gql/graphql';
import { AssignCatchUp, BookPlace, CompleteCatchUp } from './programme-mutations';

const Part = graphql(`
  fragment FollowUpList on ProgrammeEvent {
    person {
      id
      name
    }
    entryId
    title
    dueBy
    standing
    missedOn
    catchUp {
      content
      dueOn
      assignedOn
    }
    upcomingDates {
      id
      date
      startsAt
    }
  }
`);

type Props = { events: ReadonlyArray<FragmentType<typeof Part>>; onDone: () => void };

/** What was missed, or whose time is over, event by event, with what can be done about it beside each person. */
export function FollowUpList(props: Props) {
  const events = readFragment(Part, props.events);
  if (events.length === 0) return <Text className="quiet">Nobody has missed an event without something arranged for it.</Text>;
  return (
    <ul className="plain-list" aria-label="To see to">
      {byEntry(events).map(([entryId, people]) => (
        <li key={entryId} className="card">
          <Title order={3}>{people[0]?.title}</Title>
          {people.every((event) => event.upcomingDates.length === 0) && (
            <Text className="quiet">No date is scheduled yet on which it can be made up for.</Text>
          )}
          <ul className="rows" aria-label={people[0]?.title}>
            {people.map((event) => (
              <li key={event.person.id}>
                <FollowUp event={event} onDone={props.onDone} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

/** Events at which somebody was missing come before those that were never booked. */
function byEntry(events: readonly FollowUpListFragment[]) {
  const groups = new Map<string, FollowUpListFragment[]>();
  for (const event of events) groups.set(event.entryId, [...(groups.get(event.entryId) ?? []), event]);
  const weight = (people: readonly FollowUpListFragment[]) => (people.some((event) => event.standing !== 'NOT_BOOKED') ? 0 : 1);
  return [...groups].sort(([, one], [, other]) => weight(one) - weight(other));
}

function FollowUp({ event, onDone }: { event: FollowUpListFragment; onDone: () => void }) {
  const [assigning, setAssigning] = useState(false);
  const [chosen, setChosen] = useState<string>();
  const date = chosen ?? event.upcomingDates[0]?.id;
  const book = useChange(BookPlace, (data) => data.bookPlace);
  const complete = useChange(CompleteCatchUp, (data) => data.completeCatchUp);
  const personId = event.person.id;
  const about = `${event.person.name}, ${event.title}`;

  async function takePlace() {
    if (date && (await book.send({ trainingEventId: date, personId }))) onDone();
  }

  async function done() {
    if (await complete.send({ personId, entryId: event.entryId })) onDone();
  }

  return (
    <Stack gap="xs">
      <div className="follow-up">
        <Text>
          <TextLink to="/people/$personId/programme" params={{ personId }}>
            {event.person.name}
          </TextLink>
          <span className="line">{standingText(event)}</span>
        </Text>
        {!assigning && (
          <Group gap="xs">
            {event.upcomingDates.length > 0 && (
              <>
                <NativeSelect
                  size="sm"
                  aria-label={`Another date for ${about}`}
                  value={date}
                  onChange={(change) => setChosen(change.currentTarget.value)}
                  data={event.upcomingDates.map((one) => ({ value: one.id, label: `${dayText(one.date)}, ${one.startsAt}` }))}
                />
                <Button size="sm" loading={book.busy} onClick={() => void takePlace()} aria-label={`Book a place for ${about}`}>
                  Book a place
                </Button>
              </>
            )}
            {event.standing === 'CATCH_UP_ASSIGNED' ? (
              <Button size="sm" variant="default" loading={complete.busy} onClick={() => void done()} aria-label={`Caught up: ${about}`}>
                They have caught up
              </Button>
            ) : (
              <Button size="sm" variant="default" onClick={() => setAssigning(true)} aria-label={`Assign content to ${about}`}>
                Assign content
              </Button>
            )}
          </Group>
        )}
      </div>
      <ErrorSummary problems={[...book.problems, ...complete.problems]} />
      {assigning && <CatchUpForm event={event} onDone={onDone} onBack={() => setAssigning(false)} />}
    </Stack>
  );
}

function CatchUpForm({ event, onDone, onBack }: { event: FollowUpListFragment; onDone: () => void; onBack: () => void }) {
  const [content, setContent] = useState('');
  const [dueOn, setDueOn] = useState('');
  const { send, busy, problems } = useChange(AssignCatchUp, (data) => data.assignCatchUp);
  const id = `catch-up-${event.person.id}-${event.entryId}`;
  const fields = { content: `${id}-content`, dueOn: `${id}-due` };

  async function submit(submitted: FormEvent) {
    submitted.preventDefault();
    const input = { personId: event.person.id, entryId: event.entryId, content };
    if (await send(dueOn ? { ...input, dueOn } : input)) onDone();
  }

  return (
    <form onSubmit={(submitted) => void submit(submitted)} noValidate>
      <Stack gap="sm" maw={560}>
        <ErrorSummary problems={problems} fields={fields} />
        <Textarea
          id={fields.content}
          label="What to work through"
          description={`${event.person.name} reads this. A link is fine.`}
          value={content}
          error={errorAt(problems, 'content')}
          onChange={(change) => setContent(change.currentTarget.value)}
        />
        <TextInput
          id={fields.dueOn}
          type="date"
          label="Until (may be left open)"
          maw={240}
          value={dueOn}
          error={errorAt(problems, 'dueOn')}
          onChange={(change) => setDueOn(change.currentTarget.value)}
        />
        <Group>
          <Button type="submit" loading={busy}>
            Assign it
          </Button>
          <Button variant="default" onClick={onBack}>
            Back
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function standingText(event: FollowUpListFragment): string {
  const missed = event.missedOn.map(dayText).join(' and ');
  if (event.standing === 'CATCH_UP_ASSIGNED' && event.catchUp) {
    const due = event.catchUp.dueOn ? `, due by ${dayText(event.catchUp.dueOn)}` : '';
    return `${missed ? `Missed on ${missed}. ` : ''}Content assigned on ${dayText(event.catchUp.assignedOn)}${due}; not done yet.`;
  }
  if (event.standing === 'MISSED') return `Missed on ${missed}; nothing is arranged yet.`;
  return event.dueBy ? `Expected by ${dayText(event.dueBy)}; not booked.` : 'Not booked.';
}
