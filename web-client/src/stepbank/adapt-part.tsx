import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useChange } from '../api/use-change';
import { ErrorSummary } from '../components/error-summary';
import { Failed, Loading } from '../components/page-states';
import { graphql, readFragment, type FragmentType } from '../gql';

const Part = graphql(`
  fragment AdaptPart on Step {
    id
    bank {
      id
      audience
    }
  }
`);

const Banks = graphql(`
  query BanksToAdaptInto {
    stepBanks {
      id
      title
      audience
      can
    }
  }
`);

const AdaptStep = graphql(`
  mutation AdaptStep($input: AdaptStepInput!) {
    adaptStep(input: $input) {
      step {
        id
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

/** Copies a step into a bank of one's own, then opens the copy to be changed. */
export function AdaptPart({ onClose, ...props }: { step: FragmentType<typeof Part>; onClose: () => void }) {
  const step = readFragment(Part, props.step);
  const [{ data, error }, ask] = useQuery({ query: Banks });
  const [picked, setPicked] = useState('');
  const { send, busy, problems } = useChange(AdaptStep, (result) => result.adaptStep);
  const navigate = useNavigate();
  if (error && !data) return <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />;
  if (!data) return <Loading lines={1} />;
  const banks = data.stepBanks.filter((bank) => bank.can.includes('WRITE') && bank.audience === step.bank.audience);
  const bankId = picked || (banks[0]?.id ?? '');

  async function adapt() {
    const payload = await send({ stepId: step.id, bankId });
    if (payload?.step) await navigate({ to: '/steps/$stepId/edit', params: { stepId: payload.step.id } });
  }

  return (
    <section className="card" aria-label="Adapt this step">
      <Stack>
        <ErrorSummary problems={problems} fields={{ bankId: 'adapt-bank' }} />
        {banks.length === 0 ? (
          <Text>There is no bank yet that you may write in. A school’s induction tutor can open one.</Text>
        ) : (
          <>
            <NativeSelect
              id="adapt-bank"
              label="Copy it into"
              value={bankId}
              onChange={(event) => setPicked(event.target.value)}
              data={banks.map((bank) => ({ value: bank.id, label: bank.title }))}
            />
            <Text>The copy is a draft that remembers where it comes from. You change it next.</Text>
          </>
        )}
        <Group>
          {banks.length > 0 && (
            <Button loading={busy} onClick={() => void adapt()}>
              Copy and change it
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            Not now
          </Button>
        </Group>
      </Stack>
    </section>
  );
}
