import { graphql } from '../gql';

export const MarkSelfStudy = graphql(`
  mutation MarkSelfStudy($input: MarkSelfStudyInput!) {
    markSelfStudy(input: $input) {
      person {
        id
        ...StudyPart
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

export const BookPlace = graphql(`
  mutation BookPlace($input: BookPlaceInput!) {
    bookPlace(input: $input) {
      event {
        person {
          id
          ...PersonEvents
        }
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

export const CancelBooking = graphql(`
  mutation CancelBooking($input: CancelBookingInput!) {
    cancelBooking(input: $input) {
      event {
        person {
          id
          ...PersonEvents
        }
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

export const CompleteCatchUp = graphql(`
  mutation CompleteCatchUp($input: CompleteCatchUpInput!) {
    completeCatchUp(input: $input) {
      event {
        person {
          id
          ...PersonEvents
        }
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

export const AssignCatchUp = graphql(`
  mutation AssignCatchUp($input: AssignCatchUpInput!) {
    assignCatchUp(input: $input) {
      event {
        person {
          id
          ...PersonEvents
        }
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

export const ConfirmTimetable = graphql(`
  mutation ConfirmTimetable($input: ConfirmTimetableInput!) {
    confirmTimetable(input: $input) {
      person {
        id
        ...TimetablePart
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

export const PlanTimetable = graphql(`
  mutation PlanTimetable($input: PlanTimetableInput!) {
    planTimetable(input: $input) {
      person {
        id
        ...TimetablePart
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);
