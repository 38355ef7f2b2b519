import type { CycleAction, SectionKind } from '../gql/graphql';
import { minutesSpent, minutesText, timeSpent, type Run } from './timer';

type Facts = {
  can: readonly CycleAction[];
  startedAt: string;
  endedAt: string | null;
  meetingMinutes: number;
  sections: ReadonlyArray<{ id: string; kind: SectionKind; minutes: number }>;
  runs: ReadonlyArray<Run & { sectionId: string }>;
  rounds: number;
  followUpAgreed: boolean;
};

export type WarningId = 'MEETING_OVER' | 'NO_FOLLOW_UP' | 'NO_PRACTICE' | 'PRAISE_OVER';

/** `text` counts on; `spoken` stays the same as long as the warning does, so that it is said once and not each minute. */
export type Warning = { id: WarningId; text: string; spoken: string };

const MINUTE = 60_000;
const PRAISE_OVER_BY = 2;
const PRACTICE_BY = 25;
const FOLLOW_UP_BEFORE_END = 5;

/** What whoever runs the session should know now: the most pressing that is not put away, or nothing. */
export function warningFor(facts: Facts, putAway: readonly WarningId[], now: number): Warning | undefined {
  if (!facts.can.includes('RUN_SESSION') || facts.endedAt) return undefined;
  return [meetingOver, noFollowUp, noPractice, praiseOver]
    .map((rule) => rule(facts, now))
    .find((warning) => warning && !putAway.includes(warning.id));
}

function meetingOver(facts: Facts, now: number): Warning | undefined {
  if (elapsed(facts, now) <= facts.meetingMinutes * MINUTE) return undefined;
  const text = `The meeting has run over its ${minutesText(facts.meetingMinutes)}`;
  return { id: 'MEETING_OVER', text, spoken: text };
}

function noFollowUp(facts: Facts, now: number): Warning | undefined {
  const left = facts.meetingMinutes * MINUTE - elapsed(facts, now);
  if (facts.followUpAgreed || left < 0 || left > FOLLOW_UP_BEFORE_END * MINUTE) return undefined;
  const minutes = facts.meetingMinutes - minutesSpent([facts], now);
  return {
    id: 'NO_FOLLOW_UP',
    text: `${minutes > 0 ? minutesText(minutes) : 'Less than a minute'} left and no follow-up agreed`,
    spoken: `The last ${minutesText(FOLLOW_UP_BEFORE_END)} have begun and no follow-up is agreed`,
  };
}

function noPractice(facts: Facts, now: number): Warning | undefined {
  const practice = sectionsOf(facts, 'PRACTICE_AND_FEEDBACK');
  const practised = facts.rounds > 0 || facts.runs.some((run) => practice.some((section) => section.id === run.sectionId));
  if (practised || elapsed(facts, now) < PRACTICE_BY * MINUTE) return undefined;
  return {
    id: 'NO_PRACTICE',
    text: `No practice yet at minute ${minutesSpent([facts], now)}`,
    spoken: `No practice yet, and ${minutesText(PRACTICE_BY)} have passed`,
  };
}

function praiseOver(facts: Facts, now: number): Warning | undefined {
  const running = facts.runs.find((run) => !run.endedAt);
  const section = sectionsOf(facts, 'PRAISE_AND_REVIEW').find((one) => one.id === running?.sectionId);
  if (!section) return undefined;
  const runs = facts.runs.filter((run) => run.sectionId === section.id);
  if (timeSpent(runs, now) <= (section.minutes + PRAISE_OVER_BY) * MINUTE) return undefined;
  return {
    id: 'PRAISE_OVER',
    text: `Praise and review has run ${minutesText(minutesSpent(runs, now) - section.minutes)} over`,
    spoken: `Praise and review has run more than ${minutesText(PRAISE_OVER_BY)} over`,
  };
}

const sectionsOf = (facts: Facts, kind: SectionKind) => facts.sections.filter((section) => section.kind === kind);

const elapsed = (facts: Facts, now: number) => timeSpent([facts], now);
