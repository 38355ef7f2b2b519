import { Group, Stack, Text } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { ButtonLink, TextLink } from '../components/button-link';
import { Empty, Failed, Loading } from '../components/page-states';
import { PageTitle } from '../components/page-title';
import { graphql } from '../gql';
import { BankSteps } from './bank-steps';
import { AUDIENCES, ownerName } from './bank-words';
import { ExportPart } from './export-part';
import { OpenProposals } from './open-proposals';

const Bank = graphql(`
  query Bank($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on StepBank {
        title
        audience
        owner
        licence
        can
        school {
          id
          name
        }
        ...ExportPart
        ...BankSteps
        ...OpenProposals
      }
    }
  }
`);

/** The steps of one bank, and what may be done with it. */
export function BankPage() {
  const { bankId } = useParams({ from: '/banks/$bankId' });
  return <ShownBank key={bankId} bankId={bankId} />;
}

function ShownBank({ bankId }: { bankId: string }) {
  const [{ data, error, fetching }, ask] = useQuery({ query: Bank, variables: { id: bankId }, requestPolicy: 'cache-and-network' });
  const bank = data?.node?.__typename === 'StepBank' ? data.node : undefined;
  if (!bank) {
    if (fetching) return <Loading />;
    if (error) return <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />;
    return (
      <Empty title="There is no such step bank, or it is not yours to see.">
        <PageTitle>Not found</PageTitle>
        <TextLink to="/banks">Go to the step banks</TextLink>
      </Empty>
    );
  }
  return (
    <Stack gap="lg">
      <div>
        <TextLink to="/banks">Step banks</TextLink>
        <PageTitle>{bank.title}</PageTitle>
        <Text className="quiet">{[ownerName(bank), AUDIENCES[bank.audience], bank.licence && `Licence: ${bank.licence}`].filter(Boolean).join(' · ')}</Text>
      </div>
      <Group gap="xs">
        {bank.can.includes('WRITE') && (
          <ButtonLink to="/banks/$bankId/steps/new" params={{ bankId }}>
            Write a step
          </ButtonLink>
        )}
        {bank.can.includes('CURATE') && (
          <ButtonLink to="/banks/$bankId/import" params={{ bankId }} variant="default">
            Import
          </ButtonLink>
        )}
        <ExportPart bank={bank} />
      </Group>
      <OpenProposals bank={bank} />
      <BankSteps bank={bank} />
    </Stack>
  );
}
