// What is typed as a date and a time is meant in London, whatever the device is set to.
const wall = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** How far London's clocks are ahead of UTC at an instant, in milliseconds. */
function ahead(instant: number): number {
  const parts = Object.fromEntries(wall.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(parts.year ?? 0, (parts.month ?? 1) - 1, parts.day, parts.hour, parts.minute) - instant;
}

/** The instant at which London's clocks show a date such as "2026-10-26" and a time such as "15:30"; undefined when one is not complete. */
export function londonInstant(date: string, time: string): string | undefined {
  const shown = Date.parse(`${date}T${time}:00Z`);
  if (Number.isNaN(shown)) return undefined;
  // The offset at the hour shown may be that of the other side of a clock change; a second look puts it right.
  return new Date(shown - ahead(shown - ahead(shown))).toISOString();
}
