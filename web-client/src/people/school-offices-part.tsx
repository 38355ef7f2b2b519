import { Stack, Title } from '@mantine/core';
import { useQuery } from 'urql';
import { Failed, Loading } from '../components/page-states';
import { graphql } from '../gql';
import { OfficePart } from './office-part';

const SchoolOffices = graphql(`
  query SchoolOffices($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on School {
        appointments {
          ...HeldOffice
        }
      }
    }
  }
`);

/** For administrators: a school's tutors and headteachers. */
export function SchoolOfficesPart({ school }: { school: { id: string; name: string } }) {
  const [{ data, error, fetching }, ask] = useQuery({ query: SchoolOffices, variables: { id: school.id }, requestPolicy: 'cache-and-network' });
  const appointments = data?.node?.__typename === 'School' && data.node.id === school.id ? data.node.appointments : undefined;
  return (
    <section aria-labelledby="offices">
      <Stack maw={560}>
        <Title order={2} id="offices">
          Offices
        </Title>
        {appointments ? (
          <>
            <OfficePart heading="Tutors" office="TUTOR" place={school} appointments={appointments} />
            <OfficePart heading="Headteachers" office="HEADTEACHER" place={school} appointments={appointments} />
          </>
        ) : error && !fetching ? (
          <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />
        ) : (
          <Loading lines={2} />
        )}
      </Stack>
    </section>
  );
}
