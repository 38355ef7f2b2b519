// Schools in England work in London time, whatever the device is set to.
const ZONE = 'Europe/London';

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
const shortDay = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, weekday: 'short', day: 'numeric', month: 'short' });
const calendarDay = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
const isoDay = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit' });

/** "08:35" */
export const timeOf = (instant: string) => clock.format(new Date(instant));

/** "Mon, 14 Sept 2026" of an instant */
export const dayOf = (instant: string) => day.format(new Date(instant));

/** "Mon 14 Sept" of an instant that is near */
export const shortDayOf = (instant: string) => shortDay.format(new Date(instant));

/** "Mon, 14 Sept 2026" of a calendar day such as "2026-09-14" */
export const dayText = (date: string) => calendarDay.format(new Date(`${date}T00:00:00Z`));

/** The day of an instant, as "2026-09-14" */
export const isoDayOf = (instant: string) => isoDay.format(new Date(instant));

/** Today, or some days later, as "2026-09-14" */
export const isoToday = (daysLater = 0, now = Date.now()) => isoDay.format(new Date(now + daysLater * 86_400_000));
