import type { DiagnosticKind, DiagnosticState } from '../gql/graphql';

/** The bank that ships with the service, where every module has its steps. */
export const TEACHERS_BANK = 'bank_teachers';

export const KINDS: Record<DiagnosticKind, string> = {
  ORIENTATION: 'At the beginning',
  REFLECTION: 'Before a module',
  RETRIEVAL: 'Looking back on a theme',
};

type Question = { id: string; kind: string; answer?: { sitting: number } | null };
type Progress = { state: DiagnosticState; sitting: number; questions: readonly Question[] };

/** The sitting that is answered in: the newest one, or another one that begins with the next answer. */
export function sittingOf(set: Pick<Progress, 'state' | 'sitting'>, again: boolean): number {
  if (set.sitting === 0) return 1;
  return again && set.state === 'COMPLETE' ? set.sitting + 1 : set.sitting;
}

export const isAnswered = (question: Question, sitting: number) => question.answer?.sitting === sitting;

/** Where to go on: the first question that is not answered in a sitting; behind the last one when all are. */
export function firstOpen(questions: readonly Question[], sitting: number): number {
  const found = questions.findIndex((question) => !isAnswered(question, sitting));
  return found < 0 ? questions.length : found;
}

/** "Begin", "Go on with question 4 of 9", "Answer again" */
export function actionOf(set: Progress): string {
  if (set.state === 'NOT_BEGUN') return 'Begin';
  if (set.state === 'COMPLETE') return 'Answer again';
  return `Go on with question ${firstOpen(set.questions, set.sitting) + 1} of ${set.questions.length}`;
}

/** About a minute for three questions. */
export function minutesText(questions: number): string {
  const minutes = Math.max(1, Math.round(questions * 0.6));
  return `${questions} questions, about ${minutes === 1 ? 'a minute' : `${minutes} minutes`}`;
}
