import type { StepWriting } from './step-writing';

/** The id of the field that holds a part: `fieldId('criteria', 0)`. */
export const fieldId = (...path: Array<string | number>) => ['write', ...path].join('-');

/** Ids of all fields for the error summary, by the path of the input. */
export function fieldIds(writing: StepWriting): Record<string, string> {
  const ids: Record<string, string> = { moduleId: fieldId('module') };
  const name = (id: string, ...path: Array<string | number>) => {
    ids[['content', ...path].join('.')] = id;
  };
  for (const part of ['title', 'why', 'cue'] as const) name(fieldId(part), part);
  for (const part of ['criteria', 'pitfalls', 'phrasings', 'tags', 'buildsOn'] as const) {
    name(fieldId(part, 'add'), part);
    writing[part].forEach((_, index) => name(fieldId(part, index), part, index));
  }
  for (const [part, inner] of [['models', ['phase', 'subject', 'lesson', 'text']], ['practice', ['task', 'coach', 'minutes', 'harder', 'easier']]] as const) {
    name(fieldId(part, 'add'), part);
    writing[part].forEach((_, index) => {
      name(fieldId(part, index, inner[0]), part, index);
      for (const one of inner) name(fieldId(part, index, one), part, index, one);
    });
  }
  return ids;
}
