import { graphql } from '../gql';

/** Says when the two meet, or moves it. */
export const Schedule = graphql(`
  mutation ScheduleSession($input: ScheduleSessionInput!) {
    scheduleSession(input: $input) {
      cycle {
        id
        ...LiveCycle
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);
