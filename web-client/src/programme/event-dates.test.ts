import { expect, it } from 'vitest';
import { datesInOrder } from './event-dates';

const date = (day: string, state?: 'BOOKED' | 'ATTENDED', cancelledBecause: string | null = null) => ({
  date: day,
  startsAt: '16:00',
  cancelledBecause,
  register: state ? [{ state }] : [],
});

it('puts first what is over and not recorded yet', () => {
  const events = [
    date('2026-12-01', 'BOOKED'),
    date('2026-11-24', 'BOOKED'),
    date('2026-11-24'),
    date('2026-11-03', 'BOOKED'),
    date('2026-11-02', 'BOOKED', 'Snow'),
    date('2026-10-02', 'ATTENDED'),
  ];
  const { toRecord, upcoming, past } = datesInOrder(events, '2026-11-24');
  expect(toRecord).toEqual([events[3], events[1]]);
  expect(upcoming).toEqual([events[2], events[0]]);
  expect(past).toEqual([events[4], events[5]]);
});
