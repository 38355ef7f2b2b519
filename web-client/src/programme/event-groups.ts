import type { EventStanding } from '../gql/graphql';

export type EventGroup = 'arrange' | 'coming' | 'later' | 'done';

type Event = { standing: EventStanding; dueBy?: string | null; upcomingDates: readonly unknown[] };

/** Where an event stands on a person's page: what asks for something first. */
export function groupOf(event: Event, today: string): EventGroup {
  switch (event.standing) {
    case 'MISSED':
    case 'CATCH_UP_ASSIGNED':
      return 'arrange';
    case 'NOT_BOOKED':
      return event.upcomingDates.length > 0 || (event.dueBy && event.dueBy < today) ? 'arrange' : 'later';
    case 'BOOKED':
      return 'coming';
    case 'ATTENDED':
    case 'CAUGHT_UP':
      return 'done';
  }
}
