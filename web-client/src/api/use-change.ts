import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { Kind, OperationTypeNode } from 'graphql';
import { use, useCallback, useRef, useState } from 'react';
import { useClient } from 'urql';
import { graphql } from '../gql';
import type { ProblemPartsFragment } from '../gql/graphql';
import { readFragment, type FragmentType } from '../gql';
import { OutboxContext } from '../outbox/outbox-context';
import type { WaitingChange } from '../outbox/waiting-change';
import { newId } from './new-id';

export const ProblemParts = graphql(`
  fragment ProblemParts on Problem {
    __typename
    message
    path
  }
`);

export type ShownProblem = Pick<ProblemPartsFragment, 'message' | 'path'> & { conflict?: boolean };

type Input = WaitingChange['input'];

type Payload = { problems: ReadonlyArray<FragmentType<typeof ProblemParts>> };

export const UNREACHABLE: ShownProblem = {
  message: 'The service could not be reached. What you typed is kept; try again when you are connected.',
  path: ['input'],
};

export const REFUSED: ShownProblem = {
  message: 'The service could not do this. What you typed is kept; try again in a moment.',
  path: ['input'],
};

export const KEEPING_FAILED: ShownProblem = {
  message: 'This could not be kept on this device: its storage may be full. What you typed is still here; make room, then try again.',
  path: ['input'],
};

/** The payload of a cycle's change that the outbox took: what it changed reaches the screens by the cache, now or later. */
const PASSED_ON = { cycle: null, problems: [] };

/**
 * Sends a mutation with one `input` and says what stood in the way. What the outbox keeps goes through it, so that it is not lost
 * while the service cannot be reached; for the form it is done then. Anything else is refused, and sent again after a lost reply with
 * the same `clientMutationId`, so that nothing is done twice. Variables beside the input say what of the answer is wanted.
 */
export function useChange<Data, Variables extends AnyVariables & { input: object }, P extends Payload>(
  document: TypedDocumentNode<Data, Variables>,
  payloadOf: (data: Data) => P,
) {
  const client = useClient();
  const outbox = use(OutboxContext);
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<ShownProblem[]>([]);
  const unanswered = useRef<{ input: string; id: string }>(undefined);

  const send = useCallback(
    async (input: Omit<Variables['input'], 'clientMutationId'>, others?: Omit<Variables, 'input'>): Promise<P | undefined> => {
      setBusy(true);
      const answer = await outbox?.send(mutationName(document), input as Input);
      if (answer) {
        setBusy(false);
        setProblems(typeof answer === 'object' ? answer.problems : []);
        return typeof answer === 'object' ? undefined : (PASSED_ON as unknown as P);
      }
      const text = JSON.stringify(input);
      if (unanswered.current?.input !== text) unanswered.current = { input: text, id: newId() };
      const variables = { ...others, input: { ...input, clientMutationId: unanswered.current.id } } as unknown as Variables;
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
    [client, outbox, document, payloadOf],
  );

  /** Leaves a change to the outbox without waiting for what comes of it, as one types on. */
  const keep = useCallback(
    async (input: Omit<Variables['input'], 'clientMutationId'>) => {
      const answer = await outbox?.keep(mutationName(document), input as Input);
      setProblems(typeof answer === 'object' ? answer.problems : []);
    },
    [outbox, document],
  );

  return { send, keep, busy, problems, setProblems };
}

function mutationName(document: TypedDocumentNode<unknown, never>): string {
  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  const field = operation?.operation === OperationTypeNode.MUTATION ? operation.selectionSet.selections[0] : undefined;
  return field?.kind === Kind.FIELD ? field.name.value : '';
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
