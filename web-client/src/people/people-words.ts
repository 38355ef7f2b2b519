import type { ChangeToLog, Office, OutsideTask, PhaseOfEducation, SchoolRole, WorkingPattern } from '../gql/graphql';

export const ROLES: Record<SchoolRole, string> = { ECT: 'ECT', MENTOR: 'Mentor' };

export const PATTERNS: Record<WorkingPattern, string> = { FULL_TIME: 'Full time', PART_TIME: 'Part time' };

export const PHASES: Record<PhaseOfEducation, string> = {
  NURSERY: 'Nursery',
  PRIMARY: 'Primary',
  MIDDLE: 'Middle',
  SECONDARY: 'Secondary',
  POST_16: 'Ages 16 to 19',
  ALL_THROUGH: 'All-through',
  SPECIAL: 'Special or specialist',
};

export const TASKS: Record<OutsideTask, string> = {
  DETAILS: 'Check name, email, TRN, cohort and partnership',
  NATIONAL_SERVICE: 'Register with Register early career teachers',
  APPROPRIATE_BODY: 'Register with the appropriate body',
  DELIVERY_PARTNER: 'Tell the delivery partner',
};

export const CHANGES: Record<ChangeToLog, string> = {
  MENTOR_CHANGED: 'the mentor changed',
  DATES_CHANGED: 'they stay after all',
  LEFT: 'they leave or left',
  DETAILS_CORRECTED: 'details were corrected',
  WORKING_PATTERN_CHANGED: 'the working pattern changed',
  BREAK: 'a break began or ended',
};

export const OFFICES: Record<Office, { one: string; all: string; may: string }> = {
  TUTOR: { one: 'a tutor', all: 'Tutors', may: 'They run the school’s people and programme, and may drop in on its coaching.' },
  HEADTEACHER: { one: 'a headteacher', all: 'Headteachers', may: 'They read the school’s figures, and no coaching.' },
  TRUST_LEAD: { one: 'a trust lead', all: 'Trust leads', may: 'They read the figures of the trust’s schools, and no coaching.' },
  PARTNER_ADMINISTRATOR: { one: 'an administrator', all: 'Administrators', may: 'They read the figures of its schools, and no coaching.' },
};
