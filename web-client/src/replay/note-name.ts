import type { NoteKind } from '../gql/graphql';

const NAMES: Record<NoteKind, string> = {
  OBSERVATION: 'Notes on the drop-in',
  PLAN: 'Notes on the plan',
  SESSION: 'Notes of the session',
  PRACTICE: 'Practice notes of the ECT',
};

export const noteName = (kind: NoteKind) => NAMES[kind];
