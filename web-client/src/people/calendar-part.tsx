import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useChange } from '../api/use-change';
import { dayText } from '../components/dates';
import { ErrorSummary } from '../components/error-summary';
import { Failed, Loading } from '../components/page-states';
import { graphql } from '../gql';
import type { SchoolCalendarQuery } from '../gql/graphql';
import { PastoralPart } from './pastoral-part';
import { SchoolYearForm } from './school-year-form';
import { SetSchoolYear } from './school-year-mutation';

const SchoolCalendar = graphql(`
  query SchoolCalendar($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on School {
        schoolYears {
          startsIn
          own
          halfTerms {
            name
            firstDay
            lastDay
          }
          closedDays
        }
        pastoralChoices {
          from
          pastoralMeetings
        }
      }
    }
  }
`);

type Calendar = Extract<NonNullable<SchoolCalendarQuery['node']>, { __typename: 'School' }>;
export type SchoolYear = Calendar['schoolYears'][number];
export type PastoralChoice = Calendar['pastoralChoices'][number];

/** When a school teaches, and whether it has pastoral meetings: from both follows which meetings are due. */
export function CalendarPart({ schoolId }: { schoolId: string }) {
  const [{ data, error, fetching }, ask] = useQuery({ query: SchoolCalendar, variables: { id: schoolId }, requestPolicy: 'cache-and-network' });
  const school = data?.node?.__typename === 'School' && data.node.id === schoolId ? data.node : undefined;
  if (!school) {
    if (error && !fetching) return <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />;
    return <Loading />;
  }
  return (
    <>
      <section aria-labelledby="calendar">
        <Stack maw={560}>
          <div>
            <Title order={2} id="calendar">
              Calendar
            </Title>
            <Text>Meetings are due in school weeks only.</Text>
          </div>
          {school.schoolYears.map((year) => (
            <Year key={year.startsIn} year={year} schoolId={schoolId} />
          ))}
        </Stack>
      </section>
      <PastoralPart choices={school.pastoralChoices} schoolId={schoolId} />
    </>
  );
}

function Year({ year, schoolId }: { year: SchoolYear; schoolId: string }) {
  const [open, setOpen] = useState(false);
  const [closed, setClosed] = useState(false);
  const usual = useChange(SetSchoolYear, (data) => data.setSchoolYear);
  const name = `${year.startsIn} to ${year.startsIn + 1}`;

  function close() {
    setOpen(false);
    setClosed(true);
  }

  if (open) return <SchoolYearForm year={year} name={name} schoolId={schoolId} onClose={close} />;
  return (
    <Stack gap="xs">
      <table className="plain">
        <caption>
          <strong>{name}</strong>, {year.own ? 'the school’s own dates' : 'England’s usual dates'}
        </caption>
        <thead>
          <tr>
            <th scope="col">Half-term</th>
            <th scope="col">First day</th>
            <th scope="col">Last day</th>
          </tr>
        </thead>
        <tbody>
          {year.halfTerms.map((halfTerm) => (
            <tr key={halfTerm.name}>
              <th scope="row">{halfTerm.name}</th>
              <td>{dayText(halfTerm.firstDay)}</td>
              <td>{dayText(halfTerm.lastDay)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Text>
        {year.closedDays.length === 0 ? 'No other day is closed.' : `Also closed on ${year.closedDays.map(dayText).join('; ')}.`}
      </Text>
      <ErrorSummary problems={usual.problems} />
      <Group>
        <Button variant="default" aria-label={`Change the dates of ${name}`} autoFocus={closed} onClick={() => setOpen(true)}>
          Change the dates
        </Button>
        {year.own && (
          <Button
            variant="subtle"
            aria-label={`Go back to the usual dates of ${name}`}
            loading={usual.busy}
            onClick={() => void usual.send({ schoolId, startsIn: year.startsIn, halfTerms: [], closedDays: [] })}
          >
            Go back to the usual dates
          </Button>
        )}
      </Group>
    </Stack>
  );
}
