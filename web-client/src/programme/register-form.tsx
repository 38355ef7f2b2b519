import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useChange } from '../api/use-change';
import { ErrorSummary } from '../components/error-summary';
import type { BookingState, SchoolRole } from '../gql/graphql';
import { RecordAttendance } from './event-mutations';

type Person = { id: string; name: string };
export type Colleague = { role: SchoolRole; person: Person };
type Answer = 'came' | 'missed';
type Props = {
  eventId: string;
  register: ReadonlyArray<{ person: Person; state: BookingState }>;
  /** People of the school for whom it is, booked or not. */
  others: readonly Colleague[];
  onDone: () => void;
  onBack: () => void;
};

const KNOWN: Partial<Record<BookingState, Answer>> = { ATTENDED: 'came', MISSED: 'missed' };

/** Who came and who did not: everybody booked, and others who came or should have. */
export function RegisterForm({ eventId, register, others, onDone, onBack }: Props) {
  const booked = register.filter((entry) => entry.state !== 'CANCELLED');
  const [people, setPeople] = useState<Person[]>(booked.map((entry) => entry.person));
  const [answers, setAnswers] = useState<Record<string, Answer | undefined>>(
    Object.fromEntries(booked.map((entry) => [entry.person.id, KNOWN[entry.state]])),
  );
  const { send, busy, problems } = useChange(RecordAttendance, (data) => data.recordAttendance);
  const more = others.map((one) => one.person).filter((person) => !people.some((one) => one.id === person.id));
  const of = (answer: Answer) => people.filter((person) => answers[person.id] === answer).map((person) => person.id);
  const open = people.filter((person) => !answers[person.id]).length;

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (await send({ trainingEventId: eventId, attended: of('came'), missed: of('missed') })) onDone();
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="sm">
        <ErrorSummary problems={problems} />
        {people.length > 1 && (
          <Button
            variant="default"
            style={{ alignSelf: 'flex-start' }}
            onClick={() => setAnswers(Object.fromEntries(people.map((person) => [person.id, answers[person.id] ?? 'came'])))}
          >
            All others came
          </Button>
        )}
        <ul className="rows" aria-label="Attendance">
          {people.map((person) => (
            <li key={person.id}>
              <Answers
                person={person}
                eventId={eventId}
                value={answers[person.id]}
                onChange={(answer) => setAnswers({ ...answers, [person.id]: answer })}
              />
            </li>
          ))}
        </ul>
        {people.length === 0 && <Text>Nobody is booked. Add who came, or who should have.</Text>}
        {more.length > 0 && (
          <NativeSelect
            label="Add somebody who is not booked"
            maw={400}
            value=""
            data={[{ value: '', label: 'Choose a person' }, ...more.map((person) => ({ value: person.id, label: person.name }))]}
            onChange={(event) => {
              const added = more.find((person) => person.id === event.currentTarget.value);
              if (!added) return;
              setPeople([...people, added]);
              setAnswers({ ...answers, [added.id]: 'came' });
            }}
          />
        )}
        {open > 0 && <Text className="quiet">{open === 1 ? 'One person is left open.' : `${open} people are left open.`}</Text>}
        <Group>
          <Button type="submit" loading={busy} disabled={open === people.length}>
            Save attendance
          </Button>
          <Button variant="default" onClick={onBack}>
            Back
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

type AnswersProps = { person: Person; eventId: string; value: Answer | undefined; onChange: (answer: Answer) => void };

function Answers({ person, eventId, value, onChange }: AnswersProps) {
  return (
    <fieldset className="answers">
      <legend>{person.name}</legend>
      {(['came', 'missed'] as const).map((answer) => (
        <label key={answer}>
          <input
            type="radio"
            name={`${eventId} ${person.id}`}
            checked={value === answer}
            onChange={() => onChange(answer)}
          />
          {answer === 'came' ? 'Came' : 'Did not come'}
        </label>
      ))}
    </fieldset>
  );
}
