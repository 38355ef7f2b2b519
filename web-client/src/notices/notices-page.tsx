import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useChange } from '../api/use-change';
import { TextLink } from '../components/button-link';
import { dayOf, timeOf } from '../components/dates';
import { ErrorSummary } from '../components/error-summary';
import { Empty, Failed, Loading } from '../components/page-states';
import { PageTitle } from '../components/page-title';
import { graphql } from '../gql';
import type { NoticesQuery } from '../gql/graphql';
import { byDay } from './notice-words';
import { MarkSeen, UnseenNotices } from './unseen-notices';

const Notices = graphql(`
  query Notices($after: String) {
    viewer {
      notices(after: $after) {
        edges {
          node {
            id
            text
            path
            at
            seenAt
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

type Notice = NoticesQuery['viewer']['notices']['edges'][number]['node'];

/** What the viewer was told of, newest first. Following one is seeing it. */
export function NoticesPage() {
  const [pages, setPages] = useState(1);
  const [{ data }] = useQuery({ query: UnseenNotices, requestPolicy: 'cache-first' });
  const [{ data: first }] = useQuery({ query: Notices, variables: { after: null }, requestPolicy: 'cache-only' });
  const newestShown = first?.viewer.notices.edges[0]?.node.id;
  const marking = useChange(MarkSeen, (answer) => answer.markNoticesSeen);
  return (
    <Stack gap="lg" maw={720}>
      <Group justify="space-between">
        <PageTitle>Notices</PageTitle>
        {(data?.viewer.unseenNotices ?? 0) > 0 && (
          <Button variant="default" loading={marking.busy} disabled={!newestShown} onClick={() => void marking.send({ upToId: newestShown })}>
            Mark all as seen
          </Button>
        )}
      </Group>
      <ErrorSummary problems={marking.problems} />
      <NoticesFrom after={null} pages={pages} onMore={() => setPages(pages + 1)} onFollow={(noticeId) => void marking.send({ noticeId })} />
      <Text>
        <TextLink to="/notices/settings">Which of them come by e-mail, and when</TextLink>
      </Text>
    </Stack>
  );
}

type PageProps = { after: string | null; pages: number; onMore: () => void; onFollow: (noticeId: string) => void };

/** A page and those after it, each from where the one before it ends now: a new notice moves them all by one. */
function NoticesFrom({ after, pages, onMore, onFollow }: PageProps) {
  const [{ data, error, fetching }, ask] = useQuery({ query: Notices, variables: { after }, requestPolicy: 'cache-and-network' });
  if (!data) return error && !fetching ? <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} /> : <Loading lines={2} />;
  const { edges, pageInfo } = data.viewer.notices;
  if (edges.length === 0 && after === null) {
    return (
      <Empty title="There are no notices yet.">
        <Text>When somebody shares a step with you, plans a session or writes to you, it stands here.</Text>
      </Empty>
    );
  }
  const days = byDay(
    edges.map(({ node }) => node),
    dayOf,
  );
  return (
    <>
      {days.map(({ day, notices }) => (
        <section key={day} aria-label={day}>
          <Title order={2} size="h4" mb="xs">
            {day}
          </Title>
          <ul className="rows">
            {notices.map((notice) => (
              <NoticeRow key={notice.id} notice={notice} onFollow={onFollow} />
            ))}
          </ul>
        </section>
      ))}
      {pageInfo.hasNextPage && pages > 1 && <NoticesFrom after={pageInfo.endCursor ?? null} pages={pages - 1} onMore={onMore} onFollow={onFollow} />}
      {pageInfo.hasNextPage && pages === 1 && (
        <Button variant="default" style={{ alignSelf: 'flex-start' }} onClick={onMore}>
          Show older notices
        </Button>
      )}
    </>
  );
}

function NoticeRow({ notice, onFollow }: { notice: Notice; onFollow: (noticeId: string) => void }) {
  const isNew = !notice.seenAt;
  return (
    <li className="notice-row">
      <span className="quiet">{timeOf(notice.at)}</span>
      <Link to={notice.path} className={isNew ? 'notice-link notice-new' : 'notice-link'} onClick={() => isNew && onFollow(notice.id)}>
        {notice.text}
      </Link>
      {isNew && <span className="notice-mark">New</span>}
    </li>
  );
}
