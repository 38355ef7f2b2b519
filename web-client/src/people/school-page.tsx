import { Stack, Title } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { TextLink } from '../components/button-link';
import { Failed, Loading } from '../components/page-states';
import { PageTitle } from '../components/page-title';
import { graphql } from '../gql';
import { CalendarPart } from './calendar-part';
import { DescribeSchoolForm } from './describe-school-form';
import { PartnershipPart } from './partnership-part';
import { SchoolOfficesPart } from './school-offices-part';
import { WithSchool } from './school-roll';

const Organisations = graphql(`
  query Organisations {
    trusts {
      id
      name
    }
    deliveryPartners {
      id
      name
    }
  }
`);

/** What a school is and whom it works with. */
export function SchoolPage() {
  const { school: chosen } = useSearch({ from: '/people/school' });
  const [{ data, error, fetching }, ask] = useQuery({ query: Organisations, requestPolicy: 'cache-and-network' });
  if (!data) {
    if (error && !fetching) return <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />;
    return <Loading />;
  }
  return (
    <WithSchool chosen={chosen}>
      {({ school, administrator }) => (
        <Stack gap="xl">
          <div>
            <TextLink to="/people" search={{ school: school.id }}>
              People at {school.name}
            </TextLink>
            <PageTitle>{`About ${school.name}`}</PageTitle>
          </div>
          <PartnershipPart key={school.id} school={school} partners={data.deliveryPartners} administrator={administrator} />
          <CalendarPart key={`${school.id} calendar`} schoolId={school.id} />
          <section aria-labelledby="kept">
            <Title order={2} id="kept" mb="xs">
              How long content is kept
            </Title>
            <TextLink to="/people/retention" search={{ school: school.id }}>
              Months, what goes next, and holds
            </TextLink>
          </section>
          {administrator && <SchoolOfficesPart school={school} />}
          {administrator && <DescribeSchoolForm key={`${school.id} described`} school={school} trusts={data.trusts} />}
        </Stack>
      )}
    </WithSchool>
  );
}
