import { graphql } from '../gql';

export const NoteDocuments = graphql(`
  query NoteDocuments($cycleId: ID!) {
    coachingCycle(id: $cycleId) {
      id
      notes {
        kind
        document
      }
    }
  }
`);

export const EditNote = graphql(`
  mutation EditNote($input: EditNoteInput!) {
    editNote(input: $input) {
      cycle {
        id
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

/** What a cycle's events tell when somebody typed. */
export const NoteTyping = graphql(`
  fragment NoteTyping on NoteEdited {
    kind
    changes
    at
    by {
      id
      name
    }
  }
`);
