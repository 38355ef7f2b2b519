import { diffArrays, diffWordsWithSpace } from 'diff';
import { SCHOOL_PHASES, SUBJECTS } from '../step/step-words';
import type { Written } from './step-writing';

/** A part of a step before and after, as text with one item a line. */
export type PartChange = { part: string; before: string; after: string };

export type Piece = { kind: 'same' | 'added' | 'removed'; text: string };

const PARTS: Record<string, string> = {
  title: 'Step',
  module: 'Module',
  moduleId: 'Module',
  cue: 'When',
  why: 'Why',
  criteria: 'Success criteria',
  models: 'Models',
  practice: 'Practice',
  pitfalls: 'Pitfalls',
  phrasings: 'Everyday phrasings',
  tags: 'Tags',
  buildsOn: 'Builds on',
};

export const partName = (part: string) => PARTS[part] ?? part.charAt(0).toUpperCase() + part.slice(1);

/** Lines that share less than this are told as one that went and one that came. */
const ALIKE = 0.4;

/** What went and what came, line by line, and word by word within a line that was reworded. */
export function differenceOf(before: string, after: string): Piece[][] {
  const told: Piece[][] = [];
  let gone: string[] = [];
  let come: string[] = [];
  const flush = () => {
    for (let index = 0; index < Math.max(gone.length, come.length); index++) told.push(...lineDifference(gone[index], come[index]));
    gone = [];
    come = [];
  };
  for (const part of diffArrays(linesOf(before), linesOf(after))) {
    if (part.removed) gone = part.value;
    else if (part.added) come = part.value;
    else {
      flush();
      told.push(...part.value.map((text): Piece[] => [{ kind: 'same', text }]));
    }
  }
  flush();
  return told;
}

const linesOf = (text: string) => (text === '' ? [] : text.split('\n'));

function lineDifference(before: string | undefined, after: string | undefined): Piece[][] {
  const removed: Piece[][] = before === undefined ? [] : [[{ kind: 'removed', text: before }]];
  const added: Piece[][] = after === undefined ? [] : [[{ kind: 'added', text: after }]];
  if (before === undefined || after === undefined) return [...removed, ...added];
  const words = wordDifference(before, after);
  const shared = words.reduce((sum, piece) => sum + (piece.kind === 'same' ? piece.text.length : 0), 0);
  return shared / Math.max(before.length, after.length) < ALIKE ? [...removed, ...added] : [words];
}

/** Neighbouring words that changed are told as one. */
function wordDifference(before: string, after: string): Piece[] {
  const pieces: Piece[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    if (removed) pieces.push({ kind: 'removed', text: removed });
    if (added) pieces.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  const parts = diffWordsWithSpace(before, after);
  parts.forEach((part, index) => {
    const betweenChanges = (removed || added) && index < parts.length - 1 && part.value.trim() === '';
    if (part.removed || betweenChanges) removed += part.value;
    if (part.added || betweenChanges) added += part.value;
    if (!part.removed && !part.added && !betweenChanges) {
      flush();
      pieces.push({ kind: 'same', text: part.value });
    }
  });
  flush();
  return pieces;
}

/** The parts that are different, in the order in which a step is read. */
export function changesBetween(before: Written, after: Written, titleOf: (stepId: string) => string = (id) => id): PartChange[] {
  const old = textsOf(before, titleOf);
  const now = textsOf(after, titleOf);
  return Object.keys(old)
    .map((part) => ({ part, before: old[part] ?? '', after: now[part] ?? '' }))
    .filter((change) => change.before !== change.after);
}

const line = (text: string) => text.trim().replace(/\s+/g, ' ');

function textsOf(step: Written, titleOf: (stepId: string) => string): Record<string, string> {
  return {
    title: step.title.trim(),
    cue: step.cue.trim(),
    why: step.why.trim(),
    criteria: step.criteria.map(line).join('\n'),
    models: step.models.map((model) => line(`${SCHOOL_PHASES[model.phase]}, ${SUBJECTS[model.subject]}, ${model.lesson}: ${model.text}`)).join('\n'),
    practice: step.practice.map(practiceText).join('\n'),
    pitfalls: step.pitfalls.map(line).join('\n'),
    phrasings: step.phrasings.map(line).join('\n'),
    tags: step.tags.map(line).join('\n'),
    buildsOn: step.buildsOn.map(titleOf).join('\n'),
  };
}

function practiceText({ task, coach, minutes, harder, easier }: Written['practice'][number]): string {
  const more = [coach && `Coach: ${coach}`, harder && `Harder: ${harder}`, easier && `Easier: ${easier}`];
  return line([task, `(${minutes} minutes)`, ...more].filter(Boolean).join(' '));
}
