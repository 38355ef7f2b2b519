import type { RehearsalMode, RehearsalSetting, RehearsalStage, TranscriptSpeaker } from '../gql/graphql';

/** In their order; all but the last are gone through. */
export const STAGES: RehearsalStage[] = [
  'LESSON', 'PRAISE', 'STEP', 'TAILOR', 'PLAN', 'OPENING', 'MODEL', 'FIRST_ROUND', 'FEEDBACK', 'SECOND_ROUND', 'CLOSING_FEEDBACK', 'FOLLOW_UP', 'DEBRIEF',
];

export const STAGE_NAMES: Record<RehearsalStage, string> = {
  LESSON: 'In the lesson',
  PRAISE: 'Praise',
  STEP: 'Choose the step',
  TAILOR: 'Fit it to this class',
  PLAN: 'Plan the meeting',
  OPENING: 'The meeting begins',
  MODEL: 'Show the step',
  FIRST_ROUND: 'First round of practice',
  FEEDBACK: 'Feedback on the first round',
  SECOND_ROUND: 'Second round of practice',
  CLOSING_FEEDBACK: 'Feedback on the second round',
  FOLLOW_UP: 'Follow-up',
  DEBRIEF: 'Looking back',
};

export const SETTINGS: Record<RehearsalSetting, string> = {
  EARLY_YEARS: 'Early years',
  PRIMARY: 'Primary',
  SECONDARY: 'Secondary',
  SEND: 'Special educational needs',
};

export const MODES: Record<RehearsalMode, string> = { GUIDED: 'Guided', UNGUIDED: 'Unguided' };

export const otherMode = (mode: RehearsalMode): RehearsalMode => (mode === 'GUIDED' ? 'UNGUIDED' : 'GUIDED');

/** "Stage 3 of 12" */
export function progressText(stage: RehearsalStage): string {
  return stage === 'DEBRIEF' ? 'All twelve stages are done' : `Stage ${STAGES.indexOf(stage) + 1} of ${STAGES.length - 1}`;
}

/** Until its first words are chosen. */
export const isBeforeTheMeeting = (stage: RehearsalStage) => STAGES.indexOf(stage) <= STAGES.indexOf('OPENING');

/** "Priya: ", before what is said; a pupil is named in the line itself. */
export function speaker(who: TranscriptSpeaker, ectName: string): string {
  return { TEACHER: `${ectName}: `, PUPIL: '', PUPILS: 'Pupils: ', SEEN: 'You see: ' }[who];
}

/** "today", "tomorrow", "in 3 days" */
export function inDaysText(days: number): string {
  if (days === 0) return 'today';
  return days === 1 ? 'tomorrow' : `in ${days} days`;
}

/** "Ruth and Kwame", or those of them who did. */
export function namesText(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
