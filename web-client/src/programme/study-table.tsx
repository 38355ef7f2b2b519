import { Button, Group, NumberInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { errorAt, useChange } from '../api/use-change';
import { TextLink } from '../components/button-link';
import { isoToday } from '../components/dates';
import { ErrorSummary } from '../components/error-summary';
import { graphql, readFragment, type FragmentType } from '../gql';
import type { SchoolRole } from '../gql/graphql';
import { isPaced } from './half-terms';
import { PlanTimetable } from './programme-mutations';
import { timeText } from './words';

const Part = graphql(`
  fragment StudyTable on School {
    id
    people {
      role
      person {
        id
        name
        selfStudy {
          role
          expected
          completed
          behind
        }
        timetables {
          role
          expected
          planned
        }
      }
    }
  }
`);

/** How self-study goes at a school, and what time is planned for it. Administrators see no row of it. */
export function StudyTable(props: { school: FragmentType<typeof Part> }) {
  const people = readFragment(Part, props.school).people ?? [];
  const [planning, setPlanning] = useState<string>();
  const rows = people.flatMap(({ role, person }) => {
    const study = person.selfStudy?.find((one) => one.role === role);
    return study ? [{ role, person, study, time: person.timetables?.find((one) => one.role === role) }] : [];
  });
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="study">
      <Title order={2} id="study" mb="xs">
        Self-study and time
      </Title>
      <div className="scroll-x" role="region" aria-label="Table: self-study and time" tabIndex={0}>
        <table className="plain">
          <caption>Completed modules, and time off teaching</caption>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Completed</th>
              <th scope="col">Left to do</th>
              <th scope="col">Time due</th>
              <th scope="col">Time planned</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ role, person, study, time }) => (
              <tr key={`${person.id} ${role}`}>
                <th scope="row">
                  <TextLink to="/people/$personId/programme" params={{ personId: person.id }}>
                    {person.name}
                  </TextLink>
                  {role === 'MENTOR' && <Text className="quiet">mentor</Text>}
                </th>
                <td>
                  {study.completed}
                  {isPaced(role) && ` of ${study.expected} expected`}
                </td>
                <td>{study.behind === 0 ? 'nothing' : study.behind}</td>
                <td>{time ? timeText(role, time.expected) : '–'}</td>
                <td>
                  {planning === `${person.id} ${role}` ? (
                    <PlanForm personId={person.id} role={role} planned={time?.planned ?? time?.expected ?? 0} onDone={() => setPlanning(undefined)} />
                  ) : (
                    <>
                      {time?.planned == null ? 'not recorded' : timeText(role, time.planned)}{' '}
                      <button
                        type="button"
                        className="text-button"
                        onClick={() => setPlanning(`${person.id} ${role}`)}
                        aria-label={`Record the time planned for ${person.name}`}
                      >
                        Record
                      </button>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

type PlanProps = { personId: string; role: SchoolRole; planned: number; onDone: () => void };

function PlanForm({ personId, role, planned, onDone }: PlanProps) {
  const [amount, setAmount] = useState<number | string>(planned);
  const [from, setFrom] = useState(isoToday());
  const { send, busy, problems } = useChange(PlanTimetable, (data) => data.planTimetable);
  const fields = { amount: 'plan-amount', from: 'plan-from' };

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (await send({ personId, role, from, amount: Number(amount) })) onDone();
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="sm" miw={220}>
        <ErrorSummary problems={problems} fields={fields} />
        <NumberInput
          id={fields.amount}
          label={role === 'ECT' ? 'Percent of the timetable' : 'Lessons a week'}
          value={amount}
          min={0}
          error={errorAt(problems, 'amount')}
          onChange={setAmount}
        />
        <TextInput
          id={fields.from}
          type="date"
          label="From"
          value={from}
          error={errorAt(problems, 'from')}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <Group>
          <Button type="submit" size="sm" loading={busy} disabled={amount === '' || Number.isNaN(Number(amount)) || from === ''}>
            Save
          </Button>
          <Button size="sm" variant="default" onClick={onDone}>
            Back
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
