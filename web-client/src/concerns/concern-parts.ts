import { graphql } from '../gql';

/** All of a concern that its page shows. */
export const ConcernParts = graphql(`
  fragment ConcernParts on Concern {
    id
    topic
    since
    open
    told
    notice
    role
    person {
      id
      name
    }
    school {
      id
      name
    }
    trail {
      id
      kind
      at
      on
      text
      told
      channel
      by {
        id
        name
      }
    }
  }
`);

export const RecordConcernTold = graphql(`
  mutation RecordConcernTold($input: RecordConcernToldInput!) {
    recordConcernTold(input: $input) {
      concern {
        ...ConcernParts
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

export const FollowUpConcern = graphql(`
  mutation FollowUpConcern($input: FollowUpConcernInput!) {
    followUpConcern(input: $input) {
      concern {
        ...ConcernParts
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

export const CloseConcern = graphql(`
  mutation CloseConcern($input: CloseConcernInput!) {
    closeConcern(input: $input) {
      concern {
        ...ConcernParts
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

export const ReopenConcern = graphql(`
  mutation ReopenConcern($input: ReopenConcernInput!) {
    reopenConcern(input: $input) {
      concern {
        ...ConcernParts
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);
