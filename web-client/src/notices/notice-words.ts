import type { MailChoice, NoticeKind } from '../gql/graphql';

export const bellName = (unseen: number) => (unseen === 0 ? 'No new notices' : unseen === 1 ? '1 new notice' : `${unseen} new notices`);

/** In the order in which the settings show them. */
export const KINDS: Record<NoticeKind, string> = {
  SESSION_PLANNED: 'A session is planned',
  SESSION_MOVED: 'A session is moved',
  SESSION_CANCELLED: 'A session is called off',
  STEP_SHARED: 'A step is shared with you',
  FEEDBACK: 'Feedback to you',
  REFLECTION: 'A reflection is written',
  COMMENT: 'Comments on a session',
  DROP_IN: 'The next drop-in',
  OVERDUE: 'Overdue meetings',
  NUDGE: 'Nudges',
  PRAISE: 'Praise',
  ACCESS: 'Who sees your coaching',
};

export const CHOICES: Record<MailChoice, string> = { AT_ONCE: 'At once', DIGEST: 'Digest', NONE: 'No e-mail' };

/** Notices of one day, by the day as it is written. */
export function byDay<T extends { at: string }>(notices: readonly T[], dayOf: (at: string) => string): { day: string; notices: T[] }[] {
  const days: { day: string; notices: T[] }[] = [];
  for (const notice of notices) {
    const day = dayOf(notice.at);
    const last = days.at(-1);
    if (last?.day === day) last.notices.push(notice);
    else days.push({ day, notices: [notice] });
  }
  return days;
}
