type Time = { startedOn: string; finishedOn: string | null };

export function isOn(time: Time, day: string): boolean {
  return time.startedOn <= day && (time.finishedOn === null || time.finishedOn >= day);
}

/** The one that runs on a day, or else the next one to come. */
export function currentOrNext<T extends Time>(times: readonly T[], day: string): T | undefined {
  return times.find((time) => isOn(time, day)) ?? times.find((time) => time.startedOn > day);
}

/** Whether it ended before a day; what runs then and what is to come are not over. */
export function isOver(time: Time, day: string): boolean {
  return time.finishedOn !== null && time.finishedOn < day;
}
