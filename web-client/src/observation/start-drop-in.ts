import { graphql } from '../gql';

/** What is known of an ECT before a drop-in: the lesson of the last time is probably that of this one. */
export const StartDropIn = graphql(`
  query StartDropIn($ectId: ID!) {
    node(id: $ectId) {
      __typename
      id
      ... on Person {
        name
        coachingCycles(first: 1) {
          edges {
            node {
              id
              observation {
                lesson {
                  subject
                  className
                }
              }
            }
          }
        }
      }
    }
  }
`);
