import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { useCallback, useRef, useState } from 'react';
import { useClient } from 'urql';
import { graphql } from '../gql';
import type { ProblemPartsFragment } from '../gql/graphql';
import { readFragment, type FragmentType } from '../gql';
import { newId } from './new-id';

export const ProblemParts = graphql(`
  fragment ProblemParts on Problem {
    __typename
    message
    path
  }
`);

export type ShownProblem = Pick<ProblemPartsFragment, 'message' | 'path'> & { conflict?: boolean };

type Payload = { problems: ReadonlyArray<FragmentType<typeof ProblemParts>> };

const UNREACHABLE: ShownProblem = {
  message: 'The service could not be reached. What you typed is kept; try again when you are connected.',
  path: ['input'],
};

const REFUSED: ShownProblem = {
  message: 'The service could not do this. What you typed is kept; try again in a moment.',
  path: ['input'],
};

/**
 * Sends a mutation with one `input` and says what stood in the way.
 * The same input sent again after a lost reply keeps its `clientMutationId`, so that nothing is done twice.
 */
export function useChange<Data, Variables extends AnyVariables & { input: object }, P extends Payload>(
  document: TypedDocumentNode<Data, Variables>,
  payloadOf: (data: Data) => P,
) {
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<ShownProblem[]>([]);
  const unanswered = useRef<{ input: string; id: string }>(undefined);

  const send = useCallback(
    async (input: Omit<Variables['input'], 'clientMutationId'>): Promise<P | undefined> => {
      const text = JSON.stringify(input);
      if (unanswered.current?.input !== text) unanswered.current = { input: text, id: newId() };
      setBusy(true);
      const variables = { input: { ...input, clientMutationId: unanswered.current.id } } as unknown as Variables;
      const result = await client.mutation(document, variables).toPromise();
      setBusy(false);
      if (!result.data) {
        setProblems([result.error?.networkError ? UNREACHABLE : REFUSED]);
        return undefined;
      }
      unanswered.current = undefined;
      const payload = payloadOf(result.data);
      const found = problemsOf(payload);
      setProblems(found);
      return found.length === 0 ? payload : undefined;
    },
    [client, document, payloadOf],
  );

  return { send, busy, problems, setProblems };
}

export function problemsOf(payload: Payload): ShownProblem[] {
  return readFragment(ProblemParts, payload.problems).map((problem) => ({
    message: problem.message,
    path: problem.path,
    conflict: problem.__typename === 'ConflictProblem',
  }));
}

/** The message for one field, given the end of its path: `errorAt(problems, 'lesson', 'subject')`. */
export function errorAt(problems: ShownProblem[], ...path: string[]): string | undefined {
  return problems.find((problem) => samePath(problem.path, path))?.message;
}

function samePath(actual: readonly string[], wanted: string[]) {
  const inner = actual[0] === 'input' ? actual.slice(1) : actual;
  return inner.length === wanted.length && inner.every((part, index) => part === wanted[index]);
}
