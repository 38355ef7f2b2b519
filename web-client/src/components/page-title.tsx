import { Title } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';

/** The heading of a page: it names the browser's tab and takes the focus when the page opens. */
export function PageTitle({ children, title }: { children: ReactNode; title?: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const name = title ?? (typeof children === 'string' ? children : '');
  useEffect(() => {
    document.title = name ? `${name} - Coachbench` : 'Coachbench';
  }, [name]);
  useEffect(() => {
    // Something in the page may have asked for the focus itself.
    if (!document.activeElement || document.activeElement === document.body || document.activeElement.tagName === 'A') {
      heading.current?.focus({ preventScroll: true });
    }
  }, [name]);
  return (
    <Title order={1} ref={heading} tabIndex={-1}>
      {children}
    </Title>
  );
}
