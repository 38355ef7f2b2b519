/** How a running section stands, in words; the service says when it began, the screen only counts. */
export type TimerText = { clock: string; words: string; over: boolean };

export function timerOf(startedAt: string, plannedMinutes: number, now: number): TimerText {
  const elapsed = Math.max(0, Math.floor((now - Date.parse(startedAt)) / 1000));
  const left = plannedMinutes * 60 - elapsed;
  if (left >= 0) return { clock: clockText(left), words: `left of ${minutesText(plannedMinutes)}`, over: false };
  return { clock: clockText(-left), words: `over the planned ${minutesText(plannedMinutes)}`, over: true };
}

/** What is worth saying aloud: the beginning, the last minute, the end of the planned time, and nothing in between. */
export function announcementOf(title: string, startedAt: string, plannedMinutes: number, now: number): string {
  const left = plannedMinutes * 60 - Math.floor((now - Date.parse(startedAt)) / 1000);
  if (left < 0) return `${title}: the planned time is over.`;
  if (left <= 60 && plannedMinutes > 1) return `${title}: less than a minute left.`;
  return `${title} is running, ${minutesText(plannedMinutes)} planned.`;
}

/** "4:05" */
export function clockText(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

export function minutesText(minutes: number): string {
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}

export type Run = { startedAt: string; endedAt: string | null };

/** Milliseconds that the runs of a section took so far. */
export function timeSpent(runs: readonly Run[], now: number): number {
  const spent = runs.reduce((sum, run) => sum + ((run.endedAt ? Date.parse(run.endedAt) : now) - Date.parse(run.startedAt)), 0);
  return Math.max(0, spent);
}

/** Whole minutes that the runs of a section took so far. */
export function minutesSpent(runs: readonly Run[], now: number): number {
  return Math.round(timeSpent(runs, now) / 60_000);
}

/** Used against planned minutes: in words, and as the parts of a bar (in percent) that grows with an overrun. */
export type Usage = { words: string; over: boolean; within: number; beyond: number };

export function usageOf(plannedMinutes: number, runs: readonly Run[], now: number): Usage {
  const used = minutesSpent(runs, now);
  const beyond = Math.max(0, used - plannedMinutes);
  const whole = Math.max(1, used, plannedMinutes);
  return {
    words: `${used} of ${plannedMinutes} min used${beyond > 0 ? `, ${beyond} over` : ''}`,
    over: beyond > 0,
    within: ((used - beyond) / whole) * 100,
    beyond: (beyond / whole) * 100,
  };
}
