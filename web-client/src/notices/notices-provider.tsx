import { useEffect, useState, type ReactNode } from 'react';
import { useClient } from 'urql';
import { follow } from '../api/follow';
import { graphql } from '../gql';
import { NoticesContext, type Arrived } from './notices-context';

const MyUpdates = graphql(`
  subscription MyUpdates {
    myUpdates {
      unseenNotices
      notice {
        id
        text
      }
    }
  }
`);

/** Follows what the viewer is told of while they are signed in; the cache takes in the number, the page below the news. */
export function NoticesProvider({ children }: { children: ReactNode }) {
  const client = useClient();
  const [arrived, setArrived] = useState<Arrived>({ count: 0, text: '' });
  useEffect(
    () =>
      follow(
        client,
        MyUpdates,
        () => ({}),
        ({ myUpdates: { notice } }) => {
          if (notice) setArrived((before) => ({ count: before.count + 1, text: notice.text }));
        },
        () => {},
      ),
    [client],
  );
  return <NoticesContext value={arrived}>{children}</NoticesContext>;
}
