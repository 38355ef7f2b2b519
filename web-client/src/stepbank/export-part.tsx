import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useClient } from 'urql';
import { download } from '../components/csv';
import { graphql, readFragment, type FragmentType } from '../gql';
import type { ExchangeFormat } from '../gql/graphql';
import { exportName } from './import-file';

const Bank = graphql(`
  fragment ExportPart on StepBank {
    id
    title
  }
`);

const Export = graphql(`
  query ExportBank($id: ID!, $format: ExchangeFormat!) {
    node(id: $id) {
      __typename
      id
      ... on StepBank {
        export(format: $format)
      }
    }
  }
`);

/** Saves the published steps of a bank as a file. */
export function ExportPart(props: { bank: FragmentType<typeof Bank> }) {
  const bank = readFragment(Bank, props.bank);
  const client = useClient();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');

  async function save(format: ExchangeFormat) {
    setBusy(true);
    setSaid('');
    const { data } = await client.query(Export, { id: bank.id, format }, { requestPolicy: 'network-only' }).toPromise();
    setBusy(false);
    if (data?.node?.__typename !== 'StepBank' || data.node.export === '') return setSaid('The steps could not be exported. Try again in a moment.');
    const name = exportName(bank.title, format);
    download(name, data.node.export, format === 'CSV' ? 'text/csv' : 'application/json');
    setSaid(`Saved as ${name}.`);
  }

  return (
    <>
      <Button variant="default" aria-expanded={open} aria-controls="export-formats" onClick={() => setOpen(!open)}>
        Export
      </Button>
      <Group id="export-formats" gap="xs" hidden={!open} style={{ flexBasis: '100%' }}>
        <Button variant="light" loading={busy} onClick={() => void save('CSV')}>
          As a spreadsheet (CSV)
        </Button>
        <Button variant="light" loading={busy} onClick={() => void save('CASE')}>
          For other systems (CASE)
        </Button>
        <Text role="status">{said}</Text>
      </Group>
    </>
  );
}
