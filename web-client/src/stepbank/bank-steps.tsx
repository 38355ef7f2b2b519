import { Button, NativeSelect, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { TextLink } from '../components/button-link';
import { Empty, Failed, Loading } from '../components/page-states';
import { graphql, readFragment, type FragmentType } from '../gql';
import type { StepStatus } from '../gql/graphql';
import { optionsOf, placeName } from '../step/step-words';
import { stepsCount } from './bank-words';
import { byModule } from './by-module';
import { ModuleSelect } from './module-select';

const Bank = graphql(`
  fragment BankSteps on StepBank {
    id
    can
    modules {
      ...ModuleSelect
    }
  }
`);

const Steps = graphql(`
  query BankSteps($filter: StepFilter!, $after: String) {
    searchSteps(filter: $filter, first: 50, after: $after) {
      totalCount
      edges {
        node {
          id
          title
          cue
          strand
          module {
            id
            title
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const LISTS: Record<StepStatus, string> = { PUBLISHED: 'Published', DRAFT: 'Drafts', RETIRED: 'Retired' };

/** A bank's steps, module by module, until something is searched for: then the best first. */
export function BankSteps(props: { bank: FragmentType<typeof Bank> }) {
  const bank = readFragment(Bank, props.bank);
  const [typed, setTyped] = useState('');
  const { module } = useSearch({ from: '/banks/$bankId' });
  const [moduleId, setModuleId] = useState(module ?? '');
  const [status, setStatus] = useState<StepStatus>('PUBLISHED');
  const [after, setAfter] = useState<string | null>(null);
  const [text] = useDebouncedValue(typed.trim(), 150);
  const filter = { bankId: bank.id, text: text || null, moduleId: moduleId || null, status };
  const [{ data, error, fetching }, ask] = useQuery({ query: Steps, variables: { filter, after }, requestPolicy: after ? 'cache-first' : 'cache-and-network' });
  const found = data?.searchSteps;
  const writes = bank.can.includes('WRITE');
  const groups = found ? byModule(found.edges.map((edge) => edge.node), text !== '') : [];

  return (
    <Stack gap="md">
      <form role="search" aria-label="Steps of this bank" className="fields" onSubmit={(event) => event.preventDefault()}>
        <TextInput
          label="Search this bank"
          type="search"
          maxLength={200}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setAfter(null);
          }}
        />
        <ModuleSelect
          modules={bank.modules}
          none="All modules"
          value={moduleId}
          onChange={(id) => {
            setModuleId(id);
            setAfter(null);
          }}
        />
        {writes && (
          <NativeSelect
            label="Show"
            value={status}
            onChange={(event) => {
              setStatus(event.target.value as StepStatus);
              setAfter(null);
            }}
            data={optionsOf(LISTS)}
          />
        )}
      </form>
      {error && !fetching && !found && <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />}
      {!found && fetching && <Loading />}
      {found && (
        <>
          <Text role="status">{stepsCount(found.totalCount)}</Text>
          {found.totalCount === 0 && <NoSteps asked={text !== '' || moduleId !== ''} status={status} mayWrite={bank.can.includes('WRITE')} />}
          {groups.map((group) => (
            <section key={group.id} aria-label={group.title}>
              {group.title && (
                <Title order={2} mb="xs">
                  {group.title}
                </Title>
              )}
              <ul className="rows" aria-label={group.title || 'Steps found'}>
                {group.steps.map((step) => (
                  <li key={step.id}>
                    <TextLink to="/steps/$stepId" params={{ stepId: step.id }}>
                      {step.title}
                    </TextLink>
                    {step.cue && <span className="line">{step.cue}</span>}
                    {!group.title && <span className="line quiet">{placeName(step)}</span>}
                  </li>
                ))}
              </ul>
            </section>
          ))}
          {found.pageInfo.hasNextPage && (
            <Button variant="default" style={{ alignSelf: 'flex-start' }} loading={fetching} onClick={() => setAfter(found.pageInfo.endCursor)}>
              Show more steps
            </Button>
          )}
        </>
      )}
    </Stack>
  );
}

function NoSteps({ asked, status, mayWrite }: { asked: boolean; status: StepStatus; mayWrite: boolean }) {
  if (asked) return <Empty title="Nothing fits. Try fewer or other words." />;
  if (status === 'DRAFT') return <Empty title="There are no drafts." />;
  if (status === 'RETIRED') return <Empty title="No step is retired." />;
  return (
    <Empty title="There are no published steps in this bank yet.">
      {mayWrite && <Text>Write the first one, or adapt one of another bank.</Text>}
    </Empty>
  );
}
