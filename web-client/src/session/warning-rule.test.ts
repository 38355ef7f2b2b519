import { describe, expect, it } from 'vitest';
import { warningFor, type WarningId } from './warning-rule';

type Facts = Parameters<typeof warningFor>[0];

const START = Date.parse('2026-09-14T08:00:00Z');
const at = (minutes: number, seconds = 0) => START + (minutes * 60 + seconds) * 1000;
const run = (sectionId: string, from: number, to?: number) => ({
  sectionId,
  startedAt: new Date(at(from)).toISOString(),
  endedAt: to === undefined ? null : new Date(at(to)).toISOString(),
});

const PROBING: Facts = {
  can: ['RUN_SESSION', 'AGREE_FOLLOW_UP'],
  startedAt: new Date(START).toISOString(),
  endedAt: null,
  meetingMinutes: 45,
  sections: [
    { id: 'praise', kind: 'PRAISE_AND_REVIEW', minutes: 5 },
    { id: 'probe', kind: 'PROBE', minutes: 5 },
    { id: 'practice', kind: 'PRACTICE_AND_FEEDBACK', minutes: 10 },
  ],
  runs: [run('praise', 0, 5), run('probe', 5)],
  rounds: 0,
  followUpAgreed: false,
};
const PRAISING = { runs: [run('praise', 0)] };
const PRACTISING = { runs: [run('praise', 0, 5), run('practice', 5)] };
const PRAISING_AGAIN = { runs: [run('praise', 0, 5), run('probe', 5, 10), run('praise', 10)] };

type Case = [name: string, expected: string | undefined, facts: Partial<Facts>, now: number, putAway?: WarningId[]];

describe('the warning of a session', () => {
  it.each<Case>([
    ['nothing at the start', undefined, PRAISING, at(0)],
    ['nothing when the clock is before the start', undefined, PRAISING, at(-3)],
    ['praise exactly 2 minutes over', undefined, PRAISING, at(7)],
    ['praise more than 2 minutes over', 'Praise and review has run 2 minutes over', PRAISING, at(7, 1)],
    ['praise counts on', 'Praise and review has run 4 minutes over', PRAISING, at(9)],
    ['praise begun again: all its runs count', 'Praise and review has run 3 minutes over', PRAISING_AGAIN, at(13)],
    ['praise over, but another section runs', undefined, { runs: [run('praise', 0, 12), run('probe', 12)] }, at(13)],
    ['another section over', undefined, {}, at(20)],

    ['a second before minute 25', undefined, {}, at(24, 59)],
    ['no practice at minute 25', 'No practice yet at minute 25', {}, at(25)],
    ['no practice counts on', 'No practice yet at minute 31', {}, at(31)],
    ['a practice section begun', undefined, PRACTISING, at(30)],
    ['a practice section begun and left', undefined, { runs: [run('practice', 0, 5), run('probe', 5)] }, at(30)],
    ['a round logged in another section', undefined, { rounds: 1 }, at(30)],
    ['no practice before praise', 'No practice yet at minute 26', PRAISING, at(26)],

    ['a second before the last 5 minutes', undefined, PRACTISING, at(39, 59)],
    ['no follow-up', '5 minutes left and no follow-up agreed', PRACTISING, at(40)],
    ['no follow-up counts down', '1 minute left and no follow-up agreed', PRACTISING, at(44)],
    ['no follow-up at the end', 'Less than a minute left and no follow-up agreed', PRACTISING, at(44, 45)],
    ['follow-up agreed', undefined, { ...PRACTISING, followUpAgreed: true }, at(42)],
    ['no follow-up before no practice', '4 minutes left and no follow-up agreed', {}, at(41)],
    ['a meeting of 60 minutes', undefined, { ...PRACTISING, meetingMinutes: 60 }, at(50)],
    ['the last minutes of 60', '5 minutes left and no follow-up agreed', { ...PRACTISING, meetingMinutes: 60 }, at(55)],

    ['exactly at the end', undefined, { ...PRACTISING, followUpAgreed: true }, at(45)],
    ['over', 'The meeting has run over its 45 minutes', { ...PRACTISING, followUpAgreed: true }, at(45, 1)],
    ['over before everything else', 'The meeting has run over its 45 minutes', PRAISING, at(50)],

    ['put away: the next one', 'No practice yet at minute 42', {}, at(42), ['NO_FOLLOW_UP']],
    ['put away: none is left', undefined, PRACTISING, at(50), ['MEETING_OVER']],
    ['put away: another one still comes', 'The meeting has run over its 45 minutes', {}, at(46), ['NO_PRACTICE', 'NO_FOLLOW_UP']],
    ['the session ended', undefined, { endedAt: new Date(at(46)).toISOString() }, at(50)],
    ['an ECT', undefined, { can: ['REFLECT'] }, at(50)],
  ])('%s', (_name, expected, facts, now, putAway = []) => {
    expect(warningFor({ ...PROBING, ...facts }, putAway, now)?.text).toBe(expected);
  });

  it.each<[string, Partial<Facts>, number, number]>([
    ['praise', PRAISING, 8, 20],
    ['practice', {}, 25, 39],
    ['follow-up', PRACTISING, 40, 45],
    ['the meeting', PRACTISING, 46, 60],
  ])('is said once, not each minute: %s', (_name, facts, from, to) => {
    const minutes = Array.from({ length: to - from + 1 }, (_, index) => from + index);
    const spoken = minutes.map((minute) => warningFor({ ...PROBING, ...facts }, [], at(minute))?.spoken);
    expect(new Set(spoken).size).toBe(1);
    expect(spoken[0]).toBeTruthy();
  });
});
