import { graphql } from '../gql';

export const ScheduleTrainingEvent = graphql(`
  mutation ScheduleTrainingEvent($input: ScheduleTrainingEventInput!) {
    scheduleTrainingEvent(input: $input) {
      trainingEvent {
        id
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

export const CancelTrainingEvent = graphql(`
  mutation CancelTrainingEvent($input: CancelTrainingEventInput!) {
    cancelTrainingEvent(input: $input) {
      trainingEvent {
        id
        ...EventDate
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

export const RecordAttendance = graphql(`
  mutation RecordAttendance($input: RecordAttendanceInput!) {
    recordAttendance(input: $input) {
      trainingEvent {
        id
        ...EventDate
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);
