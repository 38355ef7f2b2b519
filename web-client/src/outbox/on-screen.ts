import type { Client } from '@urql/core';
import { newId } from '../api/new-id';
import { graphql, readFragment } from '../gql';
import type { CyclePartsFragment } from '../gql/graphql';
import { StartDropIn } from '../observation/start-drop-in';
import { notesOf } from './arrived';
import { changeOf, type ChangeKind } from './changes';
import { CycleParts, CyclePartsQuery, partWords } from './cycle-parts';
import type { WaitingChange } from './waiting-change';

const StepTitle = graphql(`
  query StepTitle($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Step {
        title
      }
    }
  }
`);

/** A change with what the screens showed when it was made. */
export function madeOnScreen(client: Client, kind: ChangeKind, input: WaitingChange['input'], state: 'new' | 'waiting'): Omit<WaitingChange, 'number'> {
  const cycle = cycleOnScreen(client, input.cycleId);
  const { part, words } = changeOf(kind);
  const seen = part && cycle && input.version === cycle.version;
  return {
    id: newId(),
    cycleId: input.cycleId,
    about: cycle?.ect.name ?? nameOf(client, input.ectId),
    kind,
    input,
    madeAt: new Date().toISOString(),
    mine: words(input, { cycle, stepTitle: (id) => stepTitle(client, id) }),
    base: seen ? partWords(part, cycle) : null,
    known: cycle ? notesOf(kind, cycle).map((note) => note.id) : [],
    state,
    problems: [],
    now: null,
  };
}

function cycleOnScreen(client: Client, id: string): CyclePartsFragment | null {
  return readFragment(CycleParts, client.readQuery(CyclePartsQuery, { id })?.data?.coachingCycle ?? null);
}

function nameOf(client: Client, ectId: unknown): string {
  const node = typeof ectId === 'string' ? client.readQuery(StartDropIn, { ectId })?.data?.node : undefined;
  return node?.__typename === 'Person' ? node.name : '';
}

function stepTitle(client: Client, id: string): string {
  const node = client.readQuery(StepTitle, { id })?.data?.node;
  return node?.__typename === 'Step' ? node.title : 'A step of the bank';
}
