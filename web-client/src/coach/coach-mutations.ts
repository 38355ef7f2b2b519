import { graphql } from '../gql';

export const ShareWithCoach = graphql(`
  mutation ShareWithCoach($input: ShareWithCoachInput!) {
    shareWithCoach(input: $input) {
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

export const EndCoachAccess = graphql(`
  mutation EndCoachAccess($input: EndCoachAccessInput!) {
    endCoachAccess(input: $input) {
      cycle {
        id
        can
        coachAccess {
          endedAt
          endedBy {
            id
            name
          }
        }
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

export const MarkReviewed = graphql(`
  mutation MarkReviewed($input: MarkReviewedInput!) {
    markReviewed(input: $input) {
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

export const StartCoachingForMentors = graphql(`
  mutation StartCoachingForMentors($input: StartCoachingForMentorsInput!) {
    startCoachingForMentors(input: $input) {
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

export const PairWithCoach = graphql(`
  mutation PairWithCoach($input: PairWithCoachInput!) {
    pairWithCoach(input: $input) {
      pairing {
        id
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

export const EndCoachPairing = graphql(`
  mutation EndCoachPairing($input: EndCoachPairingInput!) {
    endCoachPairing(input: $input) {
      pairing {
        id
        finishedOn
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);
