import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from 'urql';
import { graphql } from '../gql';
import { contentOf, placeInFields, type Written } from './step-writing';

const Advice = graphql(`
  query StepAdvice($step: StepContentInput!) {
    stepAdvice(step: $step) {
      quality
      message
      path
    }
  }
`);

/** A remark on one part of what is written: `item` is the number of the item it is about, the first being 1. */
export type Remark = { part: string; item: number | null; message: string };

const SHORTEST_TITLE = 5;

/** What an experienced coach would remark on what is being written, a moment after the last letter. Without an answer there is none. */
export function useStepAdvice(written: Written): Remark[] {
  const [settled] = useDebouncedValue(written, 400);
  const pause = settled.title.trim().length < SHORTEST_TITLE;
  const [{ data }] = useQuery({ query: Advice, variables: { step: contentOf(settled) }, pause });
  if (pause || !data) return [];
  return data.stepAdvice.map(({ message, path }) => remarkAt(placeInFields(path, settled), message));
}

export function remarkAt(path: string, message: string): Remark {
  const [part = '', index] = path.split('.');
  const item = index !== undefined && /^\d+$/.test(index) ? Number(index) + 1 : null;
  return { part, item, message };
}
