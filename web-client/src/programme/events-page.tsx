import { NativeSelect, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useQuery } from 'urql';
import { TextLink } from '../components/button-link';
import { isoToday } from '../components/dates';
import { Empty, Failed, Loading } from '../components/page-states';
import { PageTitle } from '../components/page-title';
import { graphql } from '../gql';
import { EventDate } from './event-date';
import { datesInOrder } from './event-dates';
import { FollowUpList } from './follow-up-list';
import { ScheduleForm } from './schedule-form';
import { StudyTable } from './study-table';

const EventSchools = graphql(`
  query EventSchools {
    viewer {
      administrator
      schools {
        id
        name
      }
    }
  }
`);

const EventsDesk = graphql(`
  query EventsDesk($schoolId: ID!, $from: Date!, $to: Date!) {
    viewer {
      trainingEvents(from: $from, to: $to, schoolId: $schoolId) {
        id
        date
        startsAt
        cancelledBecause
        register {
          state
        }
        ...EventDate
      }
    }
    eventEntries {
      ...ScheduleForm
    }
    node(id: $schoolId) {
      __typename
      id
      ... on School {
        name
        eventsToFollowUp {
          ...FollowUpList
        }
        people {
          role
          person {
            id
            name
          }
        }
        ...StudyTable
      }
    }
  }
`);

/** The tutor's overview of events: what has to be seen to, the dates with who is booked, and how self-study goes. */
export function EventsPage() {
  const [{ data, error, fetching }, ask] = useQuery({ query: EventSchools });
  const [chosen, setChosen] = useState<string>();
  if (!data) {
    if (error && !fetching) return <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />;
    return <Loading />;
  }
  const { schools, administrator } = data.viewer;
  const schoolId = chosen ?? schools[0]?.id;
  if (!schoolId) {
    return (
      <Empty title="You are tutor of no school today.">
        <PageTitle>Events and attendance</PageTitle>
        <TextLink to="/programme">Go to your own programme</TextLink>
      </Empty>
    );
  }
  return (
    <Stack gap="xl">
      <PageTitle>Events and attendance</PageTitle>
      {schools.length > 1 && (
        <NativeSelect
          label="School"
          maw={400}
          value={schoolId}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={schools.map((school) => ({ value: school.id, label: school.name }))}
        />
      )}
      <Desk key={schoolId} schoolId={schoolId} administrator={administrator} />
    </Stack>
  );
}

function Desk({ schoolId, administrator }: { schoolId: string; administrator: boolean }) {
  const [{ data, error, fetching, stale }, ask] = useQuery({
    query: EventsDesk,
    variables: { schoolId, from: isoToday(-120), to: isoToday(400) },
    requestPolicy: 'cache-and-network',
  });
  const again = () => ask({ requestPolicy: 'network-only' });
  const school = data?.node?.__typename === 'School' ? data.node : undefined;
  if (!data || !school) {
    if (error && !fetching) return <Failed error={error} onRetry={again} />;
    if (data && !fetching && !stale) return <Empty title="There is no such school, or it is not yours to look after." />;
    return <Loading />;
  }
  const people = school.people ?? [];
  const dates = datesInOrder(data.viewer.trainingEvents, isoToday());
  return (
    <>
      {dates.toRecord.length > 0 && (
        <section aria-labelledby="to-record">
          <Title order={2} id="to-record" mb="sm">
            Attendance to record
          </Title>
          <ul className="plain-list" aria-label="Attendance to record">
            {dates.toRecord.map((event) => (
              <li key={event.id} className="card">
                <EventDate event={event} people={people} onDone={again} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="follow-ups">
        <Title order={2} id="follow-ups" mb="sm">
          To see to
        </Title>
        <FollowUpList events={school.eventsToFollowUp ?? []} onDone={again} />
      </section>
      <section aria-labelledby="upcoming">
        <Title order={2} id="upcoming" mb="sm">
          Upcoming dates
        </Title>
        {dates.upcoming.length === 0 && <Text className="quiet">No date is scheduled yet.</Text>}
        <ul className="plain-list" aria-label="Upcoming dates">
          {dates.upcoming.map((event) => (
            <li key={event.id} className="card">
              <EventDate event={event} people={people} onDone={again} />
            </li>
          ))}
        </ul>
        <ScheduleForm
          entries={data.eventEntries}
          school={{ id: schoolId, name: school.name ?? '' }}
          administrator={administrator}
          onDone={again}
        />
      </section>
      {dates.past.length > 0 && (
        <details>
          <summary>Past dates of the last four months ({dates.past.length})</summary>
          <ul className="plain-list" aria-label="Past dates">
            {dates.past.map((event) => (
              <li key={event.id} className="card">
                <EventDate event={event} people={people} onDone={again} />
              </li>
            ))}
          </ul>
        </details>
      )}
      <StudyTable school={school} />
    </>
  );
}
