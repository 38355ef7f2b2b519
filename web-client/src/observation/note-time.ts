import { timeOf } from '../components/dates';

/** The instant of a clock time such as "09:05" in London on the day of `now`; in the last minutes, never in the future. */
export function instantAt(time: string, now: Date): string {
  const [hours, minutes] = time.split(':').map(Number);
  if (hours === undefined || minutes === undefined || Number.isNaN(hours) || Number.isNaN(minutes)) return now.toISOString();
  const [nowHours, nowMinutes] = timeOf(now.toISOString()).split(':').map(Number) as [number, number];
  const back = nowHours * 60 + nowMinutes - (hours * 60 + minutes);
  return back <= 0 ? now.toISOString() : new Date(now.getTime() - back * 60_000).toISOString();
}

