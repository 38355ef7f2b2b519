import type { MessageAbout, MessageKind } from '../gql/graphql';

export const KINDS: Record<MessageKind, string> = { NUDGE: 'Nudge', PRAISE: 'Praise' };

export const SUBJECTS: Record<MessageAbout, string> = {
  COACHING: 'Coaching',
  SELF_STUDY: 'Self-study',
  EVENT: 'Conferences and clinics',
  MENTORING: 'Mentoring',
};
