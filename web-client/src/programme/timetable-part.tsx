import { NativeSelect, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useChange } from '../api/use-change';
import { ErrorSummary } from '../components/error-summary';
import { graphql, readFragment, type FragmentType } from '../gql';
import type { TimeGiven, TimetablePartFragment } from '../gql/graphql';
import { halfTermName } from './half-terms';
import { ConfirmTimetable } from './programme-mutations';
import { GIVEN, timeText } from './words';

const Part = graphql(`
  fragment TimetablePart on Person {
    id
    timetables {
      role
      expected
      planned
      halfTerms {
        halfTerm {
          name
          firstDay
        }
        expected
        planned
        given
        note
      }
    }
  }
`);

type Table = NonNullable<TimetablePartFragment['timetables']>[number];

/** The time off teaching that is due to somebody, and whether they were given it. */
export function TimetablePart(props: { person: FragmentType<typeof Part>; mine: boolean }) {
  const person = readFragment(Part, props.person);
  const tables = (person.timetables ?? []).filter((table) => table.halfTerms.length > 0);
  if (tables.length === 0) return null;
  return (
    <section aria-labelledby="time">
      <Title order={2} id="time">
        {props.mine ? 'Time on your timetable' : 'Time on the timetable'}
      </Title>
      {tables.map((table) => (
        <RoleTable key={table.role} table={table} personId={person.id} mine={props.mine} />
      ))}
    </section>
  );
}

function RoleTable({ table, personId, mine }: { table: Table; personId: string; mine: boolean }) {
  const { send, problems } = useChange(ConfirmTimetable, (data) => data.confirmTimetable);
  // What was said and is not answered yet shows at once.
  const [told, setTold] = useState<Partial<Record<string, TimeGiven>>>({});

  async function say(halfTerm: string, given: TimeGiven) {
    setTold((now) => ({ ...now, [halfTerm]: given }));
    await send({ personId, role: table.role, halfTerm, given });
    setTold((now) => Object.fromEntries(Object.entries(now).filter(([day, said]) => day !== halfTerm || said !== given)));
  }

  return (
    <Stack gap="xs" mt="xs">
      <Text>
        {table.role === 'ECT' ? 'As an ECT' : 'As a mentor'}: {timeText(table.role, table.expected)} due,{' '}
        {table.planned == null ? 'what is planned is not recorded yet' : `${timeText(table.role, table.planned)} planned`}.
      </Text>
      <ErrorSummary problems={problems} />
      <div className="scroll-x" role="region" aria-label={table.role === 'ECT' ? 'Time as an ECT' : 'Time as a mentor'} tabIndex={0}>
        <table className="plain">
          <caption>{mine ? 'Were you given this time? Your induction tutor sees what you say.' : 'Whether the time was given, as they say'}</caption>
          <thead>
            <tr>
              <th scope="col">Half-term</th>
              <th scope="col">Due</th>
              <th scope="col">Planned</th>
              <th scope="col">Given</th>
            </tr>
          </thead>
          <tbody>
            {[...table.halfTerms].reverse().map((one) => (
              <tr key={one.halfTerm.firstDay}>
                <th scope="row">{halfTermName({ ...one.halfTerm, lastDay: '' })}</th>
                <td>{timeText(table.role, one.expected)}</td>
                <td>{one.planned == null ? '–' : timeText(table.role, one.planned)}</td>
                <td>
                  {mine ? (
                    <NativeSelect
                      size="sm"
                      aria-label={`Given in ${halfTermName({ ...one.halfTerm, lastDay: '' })}`}
                      value={told[one.halfTerm.firstDay] ?? one.given ?? ''}
                      data={[
                        ...(one.given ? [] : [{ value: '', label: 'Not said' }]),
                        ...(Object.keys(GIVEN) as TimeGiven[]).map((given) => ({ value: given, label: GIVEN[given] })),
                      ]}
                      onChange={(event) => void say(one.halfTerm.firstDay, event.currentTarget.value as TimeGiven)}
                    />
                  ) : (
                    <>
                      {one.given ? GIVEN[one.given] : 'Not said'}
                      {one.note && <Text className="quiet">{one.note}</Text>}
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Stack>
  );
}
