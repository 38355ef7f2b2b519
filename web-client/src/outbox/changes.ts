import type { TypedDocumentNode } from '@urql/core';
import type { ProblemParts } from '../api/use-change';
import {
  AgreeFollowUp,
  CancelCycle,
  ChooseStep,
  CloseCycle,
  DescribeLesson,
  GiveFeedback,
  LogRound,
  PlanSession,
  RecordEvidence,
  RecordPraise,
  RemoveEvidence,
  ReviewStep,
  ShareCycle,
  StartCycle,
  TailorStep,
  WriteReflection,
} from '../cycle/cycle-mutations';
import type { LiveCycle } from '../cycle/live-cycle';
import { outcomeName } from '../cycle/outcome-name';
import type { FragmentType } from '../gql';
import type * as Api from '../gql/graphql';
import { followUpWords, lessonWords, planWords, reflectionWords, stepWords, type Part, type Words } from './cycle-parts';

/** The answer of every mutation of a coaching cycle. */
export type CyclePayload = {
  cycle: ({ id: string } & FragmentType<typeof LiveCycle>) | null;
  problems: ReadonlyArray<FragmentType<typeof ProblemParts>>;
};

/** What the screen showed when a change was made, for words that are not in the change itself. */
export type Seen = { cycle: Api.CyclePartsFragment | null; stepTitle: (id: string) => string };

type Change<Input> = {
  document: TypedDocumentNode<unknown, { input: Input }>;
  /** What it is, in a list of changes. */
  name: string;
  words: (input: Input, seen: Seen) => Words;
  /** The part of the cycle that it replaces whole: it carries the version that the person saw. */
  part?: Part;
  /** It speaks for all that was done before it, so it goes only when nothing of that is set aside. */
  concludes?: true;
  /** Nothing else of its cycle goes before it. */
  begins?: true;
};

const change = <Input>(described: Change<Input>) => described;

/**
 * The changes of a coaching cycle that are kept while the service cannot be reached. Beginning the session or a section is not among
 * them: the time at which the service's clock began is needed to go on.
 */
export const CHANGES = {
  startCycle: change<Api.StartCycleInput>({ document: StartCycle, name: 'Start of a drop-in', words: ({ lesson }) => lessonWords(lesson), begins: true }),
  describeLesson: change<Api.DescribeLessonInput>({
    document: DescribeLesson,
    name: 'Lesson',
    part: 'lesson',
    words: ({ lesson }) => lessonWords(lesson),
  }),
  recordEvidence: change<Api.RecordEvidenceInput>({ document: RecordEvidence, name: 'Evidence note', words: ({ text }) => ({ Note: text }) }),
  removeEvidence: change<Api.RemoveEvidenceInput>({
    document: RemoveEvidence,
    name: 'Evidence note to take away',
    words: ({ evidenceNoteId }, { cycle }) => ({ Note: cycle?.observation?.evidence.find(({ id }) => id === evidenceNoteId)?.text ?? '' }),
  }),
  recordPraise: change<Api.RecordPraiseInput>({ document: RecordPraise, name: 'Praise', words: ({ text }) => ({ Praise: text }) }),
  chooseStep: change<Api.ChooseStepInput>({
    document: ChooseStep,
    name: 'Chosen step',
    part: 'step',
    words: ({ own, stepId }, { stepTitle }) => (own ? stepWords(own as Parameters<typeof stepWords>[0]) : { Step: stepTitle(String(stepId)) }),
  }),
  tailorStep: change<Api.TailorStepInput>({ document: TailorStep, name: 'Tailored step', part: 'step', words: (input) => stepWords(input as Parameters<typeof stepWords>[0]) }),
  planSession: change<Api.PlanSessionInput>({
    document: PlanSession,
    name: 'Plan of the session',
    part: 'plan',
    words: ({ sections }) => planWords(sections),
  }),
  shareCycle: change<Api.ShareCycleInput>({ document: ShareCycle, name: 'Sharing the cycle', words: () => ({}), concludes: true }),
  logPracticeRound: change<Api.LogPracticeRoundInput>({
    document: LogRound,
    name: 'Practice round',
    words: ({ rehearsed }) => ({ 'What was rehearsed': rehearsed }),
  }),
  giveFeedback: change<Api.GiveFeedbackInput>({ document: GiveFeedback, name: 'Feedback', words: ({ text }) => ({ Feedback: text }) }),
  agreeFollowUp: change<Api.AgreeFollowUpInput>({ document: AgreeFollowUp, name: 'Follow-up', part: 'followUp', words: followUpWords }),
  closeCycle: change<Api.CloseCycleInput>({ document: CloseCycle, name: 'Closing the cycle', words: () => ({}), concludes: true }),
  cancelCycle: change<Api.CancelCycleInput>({
    document: CancelCycle,
    name: 'Cancelling the cycle',
    words: ({ reason }) => ({ Reason: reason }),
    concludes: true,
  }),
  writeReflection: change<Api.WriteReflectionInput>({
    document: WriteReflection,
    name: 'Reflection',
    part: 'reflection',
    words: ({ text }) => reflectionWords(text),
  }),
  reviewStep: change<Api.ReviewStepInput>({
    document: ReviewStep,
    name: 'How the step stands',
    words: ({ outcome }) => ({ 'How the step stands': outcomeName(outcome) }),
  }),
};

export type ChangeKind = keyof typeof CHANGES;

export type ChangeInput<K extends ChangeKind> = Parameters<(typeof CHANGES)[K]['words']>[0];

export const isKept = (mutation: string): mutation is ChangeKind => mutation in CHANGES;

// Each kind knows its own input; whoever has a change at hand does not know which kind it is.
export const changeOf = (kind: ChangeKind) => CHANGES[kind] as Change<object>;
