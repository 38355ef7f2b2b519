import { VisuallyHidden } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { useArrived } from './notices-context';
import { bellName } from './notice-words';
import { UnseenNotices } from './unseen-notices';

/** The way to the notices, with the number of those that are new. A new one is said aloud when it comes. */
export function NoticeBell() {
  const [{ data }] = useQuery({ query: UnseenNotices, requestPolicy: 'cache-first' });
  const arrived = useArrived();
  const unseen = data?.viewer.unseenNotices ?? 0;
  return (
    <>
      <Link to="/notices" className="bell" aria-label={bellName(unseen)}>
        <IconBell size={24} aria-hidden />
        {unseen > 0 && (
          <span className="bell-count" aria-hidden>
            {unseen > 99 ? '99+' : unseen}
          </span>
        )}
      </Link>
      <VisuallyHidden aria-live="polite">
        {arrived.count > 0 && `New notice: ${arrived.text}`}
      </VisuallyHidden>
    </>
  );
}
