import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from 'urql';
import { TextLink } from '../components/button-link';
import { Empty, Failed, Loading } from '../components/page-states';
import { PageTitle } from '../components/page-title';
import { graphql } from '../gql';
import { AUDIENCES, ownerName, stepsCount } from './bank-words';
import { OpenBankForm } from './open-bank-form';

const Banks = graphql(`
  query Banks {
    viewer {
      schools {
        id
        ...OpenBankForm
      }
    }
    stepBanks {
      id
      title
      audience
      owner
      licence
      stepCount
      school {
        id
        name
      }
    }
  }
`);

/** The step banks that the viewer may read, and the way to a school's own. */
export function BanksPage() {
  const [{ data, error, fetching }, ask] = useQuery({ query: Banks, requestPolicy: 'cache-and-network' });
  if (!data) {
    if (error && !fetching) return <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />;
    return <Loading />;
  }
  return (
    <Stack gap="lg">
      <PageTitle>Step banks</PageTitle>
      {data.stepBanks.length === 0 && (
        <Empty title="There are no step banks that you may read.">
          <Text>Your school’s induction tutor can open one.</Text>
        </Empty>
      )}
      <ul className="plain-list" aria-label="Step banks">
        {data.stepBanks.map((bank) => (
          <li key={bank.id} className="card">
            <Title order={2} fz="md">
              <TextLink to="/banks/$bankId" params={{ bankId: bank.id }}>
                {bank.title}
              </TextLink>
            </Title>
            <Text>
              {[ownerName(bank), AUDIENCES[bank.audience], stepsCount(bank.stepCount)].join(' · ')}
            </Text>
            {bank.licence && <Text className="quiet">Licence: {bank.licence}</Text>}
          </li>
        ))}
      </ul>
      {data.viewer.schools.length > 0 && <OpenBankForm schools={data.viewer.schools} />}
    </Stack>
  );
}
