import { useLayoutEffect, useRef, useState } from 'react';
import type { Typist } from './open-note';

/**
 * Shows in a text area where somebody else types. A text area cannot be drawn into, so the same text lies over it,
 * invisible and in the same letters, with the mark inside.
 */
export function TypistMark({ text, typist, scrolled }: { text: string; typist: Typist; scrolled: number }) {
  const box = useRef<HTMLDivElement>(null);
  const mark = useRef<HTMLSpanElement>(null);
  const [atRight, setAtRight] = useState(false);
  useLayoutEffect(() => {
    if (!box.current || !mark.current) return;
    box.current.scrollTop = scrolled;
    setAtRight(mark.current.offsetLeft > box.current.clientWidth / 2);
  }, [text, typist, scrolled]);
  return (
    <div className="note-field note-mirror" aria-hidden ref={box}>
      {text.slice(0, typist.at)}
      <span className="typist-mark" ref={mark}>
        <span className="typist-name" data-at-right={atRight || undefined}>
          {typist.name}
        </span>
      </span>
      {text.slice(typist.at)}
      {/* A text area shows an empty last line, other elements do not. */}
      {'\n'}
    </div>
  );
}
