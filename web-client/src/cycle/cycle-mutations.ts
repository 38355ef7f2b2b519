import { graphql } from '../gql';

// The changes of a cycle, in one place because two send them: the screens' forms, and the outbox when they have to wait.

export const DescribeLesson = graphql(`
  mutation DescribeLesson($input: DescribeLessonInput!) {
    describeLesson(input: $input) {
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

export const RecordEvidence = graphql(`
  mutation RecordEvidence($input: RecordEvidenceInput!) {
    recordEvidence(input: $input) {
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

export const RemoveEvidence = graphql(`
  mutation RemoveEvidence($input: RemoveEvidenceInput!) {
    removeEvidence(input: $input) {
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

export const RecordPraise = graphql(`
  mutation RecordPraise($input: RecordPraiseInput!) {
    recordPraise(input: $input) {
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

export const ChooseStep = graphql(`
  mutation ChooseStep($input: ChooseStepInput!) {
    chooseStep(input: $input) {
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

export const TailorStep = graphql(`
  mutation TailorStep($input: TailorStepInput!) {
    tailorStep(input: $input) {
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

export const PlanSession = graphql(`
  mutation PlanSession($input: PlanSessionInput!) {
    planSession(input: $input) {
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

export const ShareCycle = graphql(`
  mutation ShareCycle($input: ShareCycleInput!) {
    shareCycle(input: $input) {
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

export const LogRound = graphql(`
  mutation LogPracticeRound($input: LogPracticeRoundInput!) {
    logPracticeRound(input: $input) {
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

export const GiveFeedback = graphql(`
  mutation GiveFeedback($input: GiveFeedbackInput!) {
    giveFeedback(input: $input) {
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

export const AgreeFollowUp = graphql(`
  mutation AgreeFollowUp($input: AgreeFollowUpInput!) {
    agreeFollowUp(input: $input) {
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

export const CloseCycle = graphql(`
  mutation CloseCycle($input: CloseCycleInput!) {
    closeCycle(input: $input) {
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

export const CancelCycle = graphql(`
  mutation CancelCycle($input: CancelCycleInput!) {
    cancelCycle(input: $input) {
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

export const WriteReflection = graphql(`
  mutation WriteReflection($input: WriteReflectionInput!) {
    writeReflection(input: $input) {
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

export const ReviewStep = graphql(`
  mutation ReviewStep($input: ReviewStepInput!) {
    reviewStep(input: $input) {
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

export const StartCycle = graphql(`
  mutation StartCycle($input: StartCycleInput!) {
    startCycle(input: $input) {
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
