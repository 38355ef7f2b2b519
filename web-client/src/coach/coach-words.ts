import type { CoachingReason } from '../gql/graphql';

export const REASONS: Record<CoachingReason, string> = {
  EVERYONE: 'Every mentor has a coach',
  NEEDS_SUPPORT: 'To find their way into mentoring',
  NEEDS_STRETCH: 'To go further than they are',
  VOLUNTEERED: 'They asked for it',
};
