import type { EventStanding, MeetingRhythm, Schedule, SchoolRole, TimeGiven, TrainingEventFormat } from '../gql/graphql';

export const STANDINGS: Record<EventStanding, string> = {
  NOT_BOOKED: 'Not booked',
  BOOKED: 'Booked',
  ATTENDED: 'Attended',
  MISSED: 'Missed',
  CATCH_UP_ASSIGNED: 'To catch up',
  CAUGHT_UP: 'Caught up',
};

export const FORMATS: Record<TrainingEventFormat, string> = { IN_PERSON: 'in person', VIRTUAL: 'online' };

export const ROLES: Record<SchoolRole, string> = { ECT: 'ECTs', MENTOR: 'Mentors' };

export const GIVEN: Record<TimeGiven, string> = { YES: 'Yes', PARTLY: 'Partly', NO: 'No' };

export const SCHEDULES: Record<Schedule, string> = { TWO_YEARS: 'Two years', THREE_YEARS: 'Three years', PERSONALISED: 'Personalised' };

export const RHYTHMS: Record<MeetingRhythm, string> = {
  WEEKLY_COACHING: 'Coaching every week',
  WEEKLY_WITH_PASTORAL: 'A meeting every week, coaching at least every other week',
  FORTNIGHTLY_COACHING: 'Coaching at least every other week',
};

/** "10 %" of an ECT's timetable, "2 lessons a week" of a mentor's. */
export function timeText(role: SchoolRole, amount: number): string {
  const number = String(amount);
  return role === 'ECT' ? `${number}\u00a0%` : `${number} ${amount === 1 ? 'lesson' : 'lessons'} a week`;
}
