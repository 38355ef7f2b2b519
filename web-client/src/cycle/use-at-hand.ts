import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { useEffect } from 'react';
import { useClient } from 'urql';
import { graphql } from '../gql';

const CycleAtHand = graphql(`
  query CycleAtHand($id: ID!) {
    coachingCycle(id: $id) {
      id
      ...LiveCycle
      notes {
        kind
        document
      }
    }
  }
`);

/** Asks for what somebody may want next where there is no network, such as in the classroom: it is kept on the device. */
export function useAtHand<Variables extends AnyVariables>(document: TypedDocumentNode<unknown, Variables>, variables: Variables[]) {
  const client = useClient();
  const all = JSON.stringify(variables);
  useEffect(() => {
    for (const each of JSON.parse(all) as Variables[]) {
      void client.query(document, each, { requestPolicy: 'network-only' }).toPromise();
    }
  }, [client, document, all]);
}

export const useCyclesAtHand = (ids: string[]) => useAtHand(CycleAtHand, ids.map((id) => ({ id })));
