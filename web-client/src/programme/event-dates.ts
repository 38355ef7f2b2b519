import type { BookingState } from '../gql/graphql';

type Dated = {
  date: string;
  startsAt: string;
  cancelledBecause?: string | null;
  register?: ReadonlyArray<{ state: BookingState }> | null;
};

/** Dates from today on, in order; begun ones on which somebody is booked of whom it is not known whether they came; and the rest. */
export function datesInOrder<T extends Dated>(events: readonly T[], today: string) {
  const sorted = [...events].sort((one, other) => `${one.date} ${one.startsAt}`.localeCompare(`${other.date} ${other.startsAt}`));
  const isToRecord = (event: T) =>
    event.date <= today && !event.cancelledBecause && (event.register ?? []).some((entry) => entry.state === 'BOOKED');
  return {
    toRecord: sorted.filter(isToRecord),
    upcoming: sorted.filter((event) => event.date >= today && !isToRecord(event)),
    past: sorted.filter((event) => event.date < today && !isToRecord(event)).reverse(),
  };
}
