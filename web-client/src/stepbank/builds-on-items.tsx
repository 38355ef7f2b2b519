import { Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useQuery } from 'urql';
import { errorAt, type ShownProblem } from '../api/use-change';
import { graphql } from '../gql';
import type { Audience } from '../gql/graphql';
import { fieldId } from './field-ids';
import { ItemList } from './item-list';

const Search = graphql(`
  query BuildsOnSearch($filter: StepFilter!) {
    searchSteps(filter: $filter, first: 6) {
      edges {
        node {
          id
          title
          bank {
            id
            title
          }
        }
      }
    }
  }
`);

const MOST = 4;

type Props = {
  value: string[];
  /** The step that is written itself comes before nothing. */
  self: string | undefined;
  audience: Audience;
  titleOf: (stepId: string) => string;
  problems: ShownProblem[];
  onChange: (value: string[]) => void;
};

/** Steps that come before this one, looked for by their words. */
export function BuildsOnItems({ value, self, audience, titleOf, problems, onChange }: Props) {
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed.trim(), 150);
  const [{ data, fetching }] = useQuery({ query: Search, variables: { filter: { text, audience } }, pause: text === '' });
  const [known, setKnown] = useState<Record<string, string>>({});
  const found = text === '' ? [] : (data?.searchSteps.edges ?? []).map((edge) => edge.node).filter((step) => step.id !== self && !value.includes(step.id));

  function add(step: { id: string; title: string }) {
    setKnown({ ...known, [step.id]: step.title });
    onChange([...value, step.id]);
    setTyped('');
    document.getElementById(fieldId('buildsOn', 'add'))?.focus();
  }

  return (
    <>
      <ItemList part="buildsOn" name="Builds on" one="step" hint="Steps that come before this one, if there are any." value={value} most={MOST} onChange={onChange}>
        {(id, index) => (
          <Text id={fieldId('buildsOn', index)} tabIndex={-1}>
            {known[id] ?? titleOf(id)}
          </Text>
        )}
      </ItemList>
      <TextInput
        id={fieldId('buildsOn', 'add')}
        type="search"
        label="Find a step that comes before"
        maxLength={200}
        disabled={value.length >= MOST}
        placeholder={value.length >= MOST ? `At most ${MOST}` : undefined}
        value={typed}
        error={errorAt(problems, 'content', 'buildsOn')}
        onChange={(event) => setTyped(event.target.value)}
      />
      {text !== '' && (
        <ul className="rows" aria-label="Steps that could come before" aria-busy={fetching}>
          {found.map((step) => (
            <li key={step.id}>
              <button type="button" className="text-button" onClick={() => add(step)}>
                Add: {step.title}
              </button>
              <span className="line quiet">{step.bank.title}</span>
            </li>
          ))}
          {found.length === 0 && !fetching && <li className="quiet">Nothing fits. Try other words.</li>}
        </ul>
      )}
    </>
  );
}
