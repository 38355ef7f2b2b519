import { useQuery } from 'urql';
import { graphql } from '../gql';

const Titles = graphql(`
  query StepTitles($first: ID!, $second: ID!, $third: ID!, $fourth: ID!) {
    first: node(id: $first) {
      __typename
      id
      ... on Step {
        title
      }
    }
    second: node(id: $second) {
      __typename
      id
      ... on Step {
        title
      }
    }
    third: node(id: $third) {
      __typename
      id
      ... on Step {
        title
      }
    }
    fourth: node(id: $fourth) {
      __typename
      id
      ... on Step {
        title
      }
    }
  }
`);

/** Titles of the steps that a draft builds on, which it names by id only; at most four. */
export function useStepTitles(ids: readonly string[]): (stepId: string) => string {
  const [a = '', b = a, c = a, d = a] = ids;
  const [{ data }] = useQuery({ query: Titles, variables: { first: a, second: b, third: c, fourth: d }, pause: ids.length === 0 });
  const found = [data?.first, data?.second, data?.third, data?.fourth];
  return (stepId) => {
    const node = found.find((one) => one?.id === stepId);
    if (node?.__typename === 'Step') return node.title;
    return data ? 'A step that you may not read' : '…';
  };
}
