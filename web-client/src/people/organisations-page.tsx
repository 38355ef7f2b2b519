import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from 'urql';
import { TextLink } from '../components/button-link';
import { Failed, Loading } from '../components/page-states';
import { PageTitle } from '../components/page-title';
import { graphql } from '../gql';
import type { Office, OrganisationOfficesQuery } from '../gql/graphql';
import { OfficePart } from './office-part';

const OrganisationOffices = graphql(`
  query OrganisationOffices {
    trusts {
      id
      name
      appointments {
        ...HeldOffice
      }
    }
    deliveryPartners {
      id
      name
      appointments {
        ...HeldOffice
      }
    }
  }
`);

/** For administrators: who reads the figures of a trust's or a delivery partner's schools. */
export function OrganisationsPage() {
  const [{ data, error, fetching }, ask] = useQuery({ query: OrganisationOffices, requestPolicy: 'cache-and-network' });
  if (!data) {
    if (error && !fetching) return <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />;
    return <Loading />;
  }
  return (
    <Stack gap="xl">
      <div>
        <TextLink to="/people">People and schools</TextLink>
        <PageTitle>Trusts and delivery partners</PageTitle>
        <Text>A new one is added on the page of a school that belongs to it.</Text>
      </div>
      <Organisations title="Trusts" office="TRUST_LEAD" organisations={data.trusts} />
      <Organisations title="Delivery partners" office="PARTNER_ADMINISTRATOR" organisations={data.deliveryPartners} />
    </Stack>
  );
}

type Organisation = OrganisationOfficesQuery['trusts'][number] | OrganisationOfficesQuery['deliveryPartners'][number];

function Organisations({ title, office, organisations }: { title: string; office: Office; organisations: readonly Organisation[] }) {
  // What is not the viewer's to appoint comes without appointments.
  const shown = organisations.filter((one) => one.appointments);
  return (
    <section aria-label={title}>
      <Stack maw={560}>
        <Title order={2}>{title}</Title>
        {shown.length === 0 && <Text>None that is yours to look after.</Text>}
        {shown.map((one) => (
          <OfficePart key={one.id} heading={one.name} office={office} place={one} appointments={one.appointments ?? []} />
        ))}
      </Stack>
    </section>
  );
}
