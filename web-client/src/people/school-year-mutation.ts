import { graphql } from '../gql';

export const SetSchoolYear = graphql(`
  mutation SetSchoolYear($input: SetSchoolYearInput!) {
    setSchoolYear(input: $input) {
      school {
        id
        schoolYears {
          startsIn
          own
          halfTerms {
            name
            firstDay
            lastDay
          }
          closedDays
        }
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);
