import { describe, expect, it } from 'vitest';
import { moved, spliced, typedSplice } from './splice';

describe('what was typed', () => {
  it('is placed by the caret where equal letters stand in a row', () => {
    expect(typedSplice('aaaa', 'aaaaa', 2)).toEqual({ at: 1, deleted: 0, inserted: 'a' });
  });

  it('is a deletion at the caret after backspace in such a row', () => {
    expect(typedSplice('aaaa', 'aaa', 1)).toEqual({ at: 1, deleted: 1, inserted: '' });
  });

  it('is a replacement of what was selected', () => {
    expect(typedSplice('one two three', 'one 2 three', 5)).toEqual({ at: 4, deleted: 3, inserted: '2' });
  });

  it('is found also when the caret is elsewhere', () => {
    expect(typedSplice('one two three', 'one two, three', 14)).toEqual({ at: 7, deleted: 0, inserted: ',' });
  });

  it('does not part the halves of an emoji', () => {
    const splice = typedSplice('a😀b', 'a😁b', 3);
    expect(splice).toEqual({ at: 1, deleted: 2, inserted: '😁' });
    expect(spliced('a😀b', splice)).toBe('a😁b');
  });

  it('is nothing when nothing changed', () => {
    expect(typedSplice('same', 'same', 2)).toMatchObject({ deleted: 0, inserted: '' });
  });
});

describe('a caret', () => {
  const insert = (at: number, inserted: string) => ({ at, deleted: 0, inserted });

  it('moves with what is inserted before it, and not with what comes after', () => {
    expect(moved(5, [insert(2, 'abc')], true)).toBe(8);
    expect(moved(5, [insert(6, 'abc')], false)).toBe(5);
  });

  it('stays before what is inserted exactly there while its owner is typing, else moves on', () => {
    expect(moved(5, [insert(5, 'abc')], true)).toBe(5);
    expect(moved(5, [insert(5, 'abc')], false)).toBe(8);
  });

  it('falls back to where the text around it was taken away', () => {
    expect(moved(5, [{ at: 3, deleted: 4, inserted: '' }], false)).toBe(3);
    expect(moved(5, [{ at: 1, deleted: 2, inserted: '' }], false)).toBe(3);
  });

  it('follows splices one after another', () => {
    expect(moved(3, [insert(0, 'xx'), { at: 1, deleted: 2, inserted: '' }], false)).toBe(3);
  });
});
