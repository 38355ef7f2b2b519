/** Some characters of a text replaced by others. Positions count as those of a text area do. */
export type Splice = { at: number; deleted: number; inserted: string };

export function spliced(text: string, { at, deleted, inserted }: Splice): string {
  return text.slice(0, at) + inserted + text.slice(at + deleted);
}

/**
 * What was typed between two values of a text area. Where equal letters stand in a row, only the caret after typing tells
 * which of them is new.
 */
export function typedSplice(before: string, after: string, caret: number): Splice {
  const shorter = Math.min(before.length, after.length);
  const behindCaret = Math.min(sameAtEnd(before, after, shorter), after.length - caret);
  const start = sameAtStart(before, after, shorter - behindCaret);
  const end = sameAtEnd(before, after, shorter - start);
  return { at: start, deleted: before.length - start - end, inserted: after.slice(start, after.length - end) };
}

// Neither may part the two halves of a character such as an emoji.

function sameAtStart(a: string, b: string, most: number): number {
  let count = 0;
  while (count < most && a[count] === b[count]) count += 1;
  return count > 0 && isFirstHalf(a[count - 1]) ? count - 1 : count;
}

function sameAtEnd(a: string, b: string, most: number): number {
  let count = 0;
  while (count < most && a[a.length - 1 - count] === b[b.length - 1 - count]) count += 1;
  return count > 0 && isSecondHalf(a[a.length - count]) ? count - 1 : count;
}

const isFirstHalf = (unit: string | undefined) => unit !== undefined && unit >= '\ud800' && unit <= '\udbff';
const isSecondHalf = (unit: string | undefined) => unit !== undefined && unit >= '\udc00' && unit <= '\udfff';

/**
 * Where a place in the text is after others' splices. What is inserted exactly there comes after it if the place `holds`,
 * else before it: whoever is in the middle of typing holds, so that the words of two who type at one place stay whole.
 */
export function moved(place: number, splices: Splice[], holds: boolean): number {
  return splices.reduce((now, { at, deleted, inserted }) => {
    if (at > now || (at === now && holds)) return now;
    return at + deleted > now ? at + inserted.length : now - deleted + inserted.length;
  }, place);
}
