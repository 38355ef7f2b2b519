import { dayText } from '../components/dates';
import type { DayOfWeek } from '../gql/graphql';

export const DAYS: { value: DayOfWeek; label: string }[] = [
  { value: 'MONDAY', label: 'Monday' },
  { value: 'TUESDAY', label: 'Tuesday' },
  { value: 'WEDNESDAY', label: 'Wednesday' },
  { value: 'THURSDAY', label: 'Thursday' },
  { value: 'FRIDAY', label: 'Friday' },
  { value: 'SATURDAY', label: 'Saturday' },
  { value: 'SUNDAY', label: 'Sunday' },
];

/** When a lesson ends that starts at a time such as "10:05". */
function endOf(startsAt: string, minutes: number): string {
  const [hour = 0, minute = 0] = startsAt.split(':').map(Number);
  const end = hour * 60 + minute + minutes;
  return `${String(Math.floor(end / 60) % 24).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`;
}

/** "Wednesday 10:05 to 11:05, every second week from Mon, 30 Nov 2026" */
export function lessonText(lesson: { day: DayOfWeek; startsAt: string; minutes: number; secondWeeksFrom?: string | null }): string {
  const day = DAYS.find(({ value }) => value === lesson.day)?.label;
  const often = lesson.secondWeeksFrom ? `, every second week from ${dayText(lesson.secondWeeksFrom)}` : '';
  return `${day} ${lesson.startsAt} to ${endOf(lesson.startsAt, lesson.minutes)}${often}`;
}
