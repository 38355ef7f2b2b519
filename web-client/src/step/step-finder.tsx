import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Failed, Loading } from '../components/page-states';
import { graphql } from '../gql';
import type { Strand } from '../gql/graphql';
import type { EvidenceChoice } from './choose-step';
import { StepPreview } from './step-preview';
import { STRANDS } from './strand-name';

const Banks = graphql(`
  query StepFinderModules {
    stepBanks {
      id
      audience
      modules {
        id
        title
        strand
        stepCount
      }
    }
  }
`);

const Search = graphql(`
  query SearchSteps($filter: StepFilter!, $after: String) {
    searchSteps(filter: $filter, first: 10, after: $after) {
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

type Props = { cycleId: string; version: number; evidence: EvidenceChoice; onChosen: () => void; onReload: () => void };

/** Finds a step by words, strand or module, and shows one in full before it is chosen. */
export function StepFinder(props: Props) {
  const [text, setText] = useState('');
  const [strand, setStrand] = useState<Strand | ''>('');
  const [moduleId, setModuleId] = useState('');
  const [after, setAfter] = useState<string | null>(null);
  const [openStep, setOpenStep] = useState<string>();
  const [words] = useDebouncedValue(text.trim(), 250);
  const filter = { text: words || null, strand: strand || null, moduleId: moduleId || null };
  const [{ data, error, fetching }, ask] = useQuery({ query: Search, variables: { filter, after } });
  const [{ data: banks }] = useQuery({ query: Banks });
  const modules = (banks?.stepBanks ?? [])
    .filter((bank) => bank.audience === 'TEACHERS')
    .flatMap((bank) => bank.modules)
    .filter((module) => module.stepCount > 0 && (!strand || module.strand === strand));
  const found = data?.searchSteps;

  if (openStep) return <StepPreview {...props} stepId={openStep} onBack={() => setOpenStep(undefined)} />;
  return (
    <Stack gap="md">
      <form role="search" aria-label="Steps" onSubmit={(event) => event.preventDefault()}>
        <Group align="flex-end" grow preventGrowOverflow={false}>
          <TextInput
            label="Search for a step"
            type="search"
            placeholder="Such as: pupils call out"
            maxLength={200}
            miw={240}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setAfter(null);
            }}
          />
          <NativeSelect
            label="Strand"
            miw={200}
            value={strand}
            onChange={(event) => {
              setStrand(event.target.value as Strand | '');
              setModuleId('');
              setAfter(null);
            }}
            data={[{ value: '', label: 'All strands' }, ...Object.entries(STRANDS).map(([value, label]) => ({ value, label }))]}
          />
          <NativeSelect
            label="Module"
            miw={200}
            value={moduleId}
            onChange={(event) => {
              setModuleId(event.target.value);
              setAfter(null);
            }}
            data={[{ value: '', label: 'All modules' }, ...modules.map((module) => ({ value: module.id, label: module.title }))]}
          />
        </Group>
      </form>
      {error && !found && <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />}
      {!found && fetching && <Loading />}
      {found && (
        <>
          <Text role="status">{found.totalCount === 1 ? '1 step fits' : `${found.totalCount} steps fit`}</Text>
          {found.totalCount === 0 && <Text>Try fewer or other words, or write your own step.</Text>}
          <ul className="plain-list" aria-label="Steps found">
            {found.edges.map(({ node }) => (
              <li key={node.id}>
                <button type="button" className="card person-card" onClick={() => setOpenStep(node.id)}>
                  <strong>{node.title}</strong>
                  <br />
                  <span>{node.cue}</span>
                  <br />
                  <span className="quiet">
                    {STRANDS[node.strand]}, {node.module.title}
                  </span>
                </button>
              </li>
            ))}
          </ul>
          {found.pageInfo.hasNextPage && (
            <Button variant="default" loading={fetching} onClick={() => setAfter(found.pageInfo.endCursor)}>
              Show more steps
            </Button>
          )}
        </>
      )}
    </Stack>
  );
}
