import { expect, it } from 'vitest';
import { groupOf } from './event-groups';

const event = (standing: Parameters<typeof groupOf>[0]['standing'], dueBy: string | null = '2026-12-18', dates = 0) => ({
  standing,
  dueBy,
  upcomingDates: Array.from({ length: dates }),
});

it.each([
  [event('MISSED'), 'arrange'],
  [event('CATCH_UP_ASSIGNED'), 'arrange'],
  [event('NOT_BOOKED'), 'later'],
  [event('NOT_BOOKED', '2026-12-18', 1), 'arrange'],
  [event('NOT_BOOKED', '2026-10-23'), 'arrange'],
  [event('NOT_BOOKED', null), 'later'],
  [event('BOOKED', '2026-10-23'), 'coming'],
  [event('ATTENDED', '2026-10-23'), 'done'],
  [event('CAUGHT_UP', '2026-10-23'), 'done'],
])('asks for something first: %o is in %s', (one, group) => {
  expect(groupOf(one, '2026-11-24')).toBe(group);
});
