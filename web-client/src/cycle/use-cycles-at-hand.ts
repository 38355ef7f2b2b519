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

/** Fetches the cycles that somebody may open next where there is no network, such as in the classroom. */
export function useCyclesAtHand(cycleIds: string[]) {
  const client = useClient();
  const ids = cycleIds.join(' ');
  useEffect(() => {
    for (const id of ids.split(' ').filter(Boolean)) {
      void client.query(CycleAtHand, { id }, { requestPolicy: 'network-only' }).toPromise();
    }
  }, [client, ids]);
}
