import type { ShownProblem } from '../api/use-change';
import type { SchoolPhase, StepContentInput, Subject } from '../gql/graphql';

export type ModelWriting = { phase: SchoolPhase; subject: Subject; lesson: string; text: string };
export type TaskWriting = { task: string; coach: string; minutes: number; harder: string; easier: string };

/** What somebody writes in a step, as the fields hold it: no nulls, and blank items while they are being typed. */
export type Written = {
  title: string;
  why: string;
  cue: string;
  criteria: string[];
  models: ModelWriting[];
  practice: TaskWriting[];
  pitfalls: string[];
  tags: string[];
  phrasings: string[];
  buildsOn: string[];
};

export type StepWriting = Written & { moduleId: string };

export const BLANK_MODEL: ModelWriting = { phase: 'PRIMARY', subject: 'ANY', lesson: '', text: '' };
export const BLANK_TASK: TaskWriting = { task: '', coach: '', minutes: 5, harder: '', easier: '' };
export const BLANK: Written = { title: '', why: '', cue: '', criteria: [], models: [], practice: [], pitfalls: [], tags: [], phrasings: [], buildsOn: [] };

/** Every step that is written here belongs to a module; an imported one may not yet. */
export const NO_MODULE: ShownProblem = { message: 'Choose a module.', path: ['input', 'moduleId'] };

type Content = {
  title: string;
  why: string;
  cue: string;
  criteria: readonly string[];
  models: readonly ModelWriting[];
  practice: ReadonlyArray<Omit<TaskWriting, 'harder' | 'easier'> & { harder: string | null; easier: string | null }>;
  pitfalls: readonly string[];
  tags: readonly string[];
  phrasings: readonly string[];
};

/** What is there already, ready to be changed. */
export function writtenIn(content: Content, buildsOn: readonly string[]): Written {
  return {
    title: content.title,
    why: content.why,
    cue: content.cue,
    criteria: [...content.criteria],
    models: content.models.map(({ phase, subject, lesson, text }) => ({ phase, subject, lesson, text })),
    practice: content.practice.map(({ task, coach, minutes, harder, easier }) => ({ task, coach, minutes, harder: harder ?? '', easier: easier ?? '' })),
    pitfalls: [...content.pitfalls],
    tags: [...content.tags],
    phrasings: [...content.phrasings],
    buildsOn: [...buildsOn],
  };
}

const some = (text: string) => text.trim() !== '';
const someModel = (model: ModelWriting) => some(model.lesson) || some(model.text);
const someTask = (task: TaskWriting) => some(task.task) || some(task.coach) || some(task.harder) || some(task.easier);

/** The same without the items in which nothing was typed. */
export function withoutBlanks<T extends Written>(written: T): T {
  return {
    ...written,
    criteria: written.criteria.filter(some),
    models: written.models.filter(someModel),
    practice: written.practice.filter(someTask),
    pitfalls: written.pitfalls.filter(some),
    tags: written.tags.filter(some),
    phrasings: written.phrasings.filter(some),
  };
}

/** What is sent: without blank items, `harder` and `easier` null where nothing was typed. */
export function contentOf(written: Written): StepContentInput {
  const { title, why, cue, criteria, models, practice, pitfalls, tags, phrasings, buildsOn } = withoutBlanks(written);
  const tasks = practice.map((task) => ({ ...task, harder: task.harder.trim() || null, easier: task.easier.trim() || null }));
  return { title, why, cue, criteria, models, practice: tasks, pitfalls, tags, phrasings, buildsOn };
}

/** Where in the fields something is, given where it is in what was sent: `criteria.0` may be the second field when the first is blank. */
export function placeInFields(path: string, written: Written): string {
  const [part = '', index, ...rest] = path.split('.');
  const items = (written as Record<string, unknown>)[part];
  const kept = (withoutBlanks(written) as Record<string, unknown>)[part];
  if (index === undefined || !Array.isArray(items) || !Array.isArray(kept)) return path;
  const places = items.flatMap((item, at) => (kept.includes(item) ? [at] : []));
  return [part, places[Number(index)] ?? index, ...rest].join('.');
}
