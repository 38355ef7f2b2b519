import { dayOf, timeOf } from '../components/dates';
import { graphql } from '../gql';
import type { VisitPartsFragment } from '../gql/graphql';

/** All of a visit that screens show. What the viewer may not read is null. */
export const VisitParts = graphql(`
  fragment VisitParts on TutorVisit {
    id
    kind
    visitedAt
    openUntil
    tutor {
      id
      name
    }
    mentor {
      id
      name
    }
    ect {
      id
      name
    }
    cycleId
    feedback
    feedbackAt
    answer
    answeredAt
    can
  }
`);

export const VisitCycle = graphql(`
  mutation VisitCycle($input: VisitCycleInput!) {
    visitCycle(input: $input) {
      visit {
        ...VisitParts
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

export const GiveVisitFeedback = graphql(`
  mutation GiveVisitFeedback($input: GiveVisitFeedbackInput!) {
    giveVisitFeedback(input: $input) {
      visit {
        ...VisitParts
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

export const AnswerVisitFeedback = graphql(`
  mutation AnswerVisitFeedback($input: AnswerVisitFeedbackInput!) {
    answerVisitFeedback(input: $input) {
      visit {
        ...VisitParts
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

const WHAT = { LOG: 'looked at the log', SESSION: 'dropped in on the session' } as const;

/** "looked at the log on Tue, 24 Nov 2026 at 14:05" */
export const whatHappened = ({ kind, visitedAt }: Pick<VisitPartsFragment, 'kind' | 'visitedAt'>) =>
  `${WHAT[kind]} on ${dayOf(visitedAt)} at ${timeOf(visitedAt)}`;

/** How it stands with the feedback, in words for the tutor who made the visit. */
export function feedbackState({ feedback, answer, can }: Pick<VisitPartsFragment, 'feedback' | 'answer' | 'can'>): string {
  if (answer) return 'Feedback answered';
  if (feedback) return 'Feedback given, not answered yet';
  return can.includes('GIVE_FEEDBACK') ? 'No feedback yet' : 'No feedback';
}
