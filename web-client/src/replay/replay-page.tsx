import { Stack, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useQuery } from 'urql';
import { TextLink } from '../components/button-link';
import { dayOf, timeOf } from '../components/dates';
import { Empty, Failed, Loading } from '../components/page-states';
import { PageTitle } from '../components/page-title';
import { useOpenCycle } from '../cycle/cycle-context';
import { LiveCycle } from '../cycle/live-cycle';
import { graphql, readFragment, type FragmentType } from '../gql';
import { AtMoment } from './at-moment';
import { CommentsPart, type PlacedComment } from './comments-part';
import { Figures } from './figures';
import { MomentList } from './moment-list';
import { lastAt, pinAt, secondOf, secondsFrom, shownMoments } from './replay-rule';
import { ReplayTable } from './replay-table';
import { PlaybackControls, Scrubber } from './scrubber';
import { Timeline } from './timeline';
import { usePlayback } from './use-playback';

const ReplayQuery = graphql(`
  query Replay($id: ID!) {
    coachingCycle(id: $id) {
      id
      replay {
        endedAt
        ...ReplayView
      }
    }
  }
`);

const Screen = graphql(`
  fragment ReplayScreen on CoachingCycle {
    id
    can
    lastSequence
    session {
      startedAt
    }
    comments {
      id
      sequence
      at
      text
      by {
        id
        name
      }
    }
    ...ReplayPlan
  }
`);

/** The meeting again, like a recording that is scrubbed, with what the pair says about its moments. */
export function ReplayPage() {
  const live = readFragment(LiveCycle, useOpenCycle().cycle);
  const cycle = readFragment(Screen, live);
  const [{ data, error, fetching }, ask] = useQuery({ query: ReplayQuery, variables: { id: cycle.id }, requestPolicy: 'cache-and-network' });
  const replay = data?.coachingCycle?.replay;
  const running = replay !== undefined && !replay?.endedAt;
  useEffect(() => {
    // While it runs, each event is more to look back on; what has ended stays as it is.
    if (running) ask({ requestPolicy: 'network-only' });
  }, [running, cycle.lastSequence, ask]);

  if (cycle.comments === null) {
    return (
      <Empty title="What was said in this meeting is between the two who met.">
        <PageTitle>Look back</PageTitle>
      </Empty>
    );
  }
  if (!cycle.session) {
    return (
      <Empty title="There is nothing to look back on yet: the session has not started.">
        <PageTitle>Look back</PageTitle>
        <TextLink to="/cycles/$cycleId" params={{ cycleId: cycle.id }}>
          Go to the overview
        </TextLink>
      </Empty>
    );
  }
  if (!replay) return error && !fetching ? <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} /> : <Loading />;
  return <ReplayView replay={replay} cycle={live} comments={inOrder(cycle.comments, readFragment(View, replay))} />;
}

const View = graphql(`
  fragment ReplayView on Replay {
    startedAt
    endedAt
    totalSeconds
    sections {
      title
      startedAt
    }
    moments {
      sequence
      secondsIn
      kind
      text
    }
    noteBursts {
      sequence
      untilSecondsIn
      by {
        id
        name
      }
    }
    ...ReplayFigures
    ...ReplayTimeline
    ...ReplayAtMoment
    ...ReplayMoments
    ...ReplayTable
  }
`);

type ViewProps = { replay: FragmentType<typeof View>; cycle: FragmentType<typeof Screen>; comments: readonly PlacedComment[] };

function ReplayView({ comments, ...props }: ViewProps) {
  const replay = readFragment(View, props.replay);
  const cycle = readFragment(Screen, props.cycle);
  const playback = usePlayback(replay.totalSeconds);
  const sections = replay.sections.map((section) => ({ ...section, secondsIn: secondsFrom(replay.startedAt, section.startedAt) }));

  return (
    <Stack gap="lg">
      <div>
        <PageTitle>Look back</PageTitle>
        <Text className="quiet">
          {dayOf(replay.startedAt)}, {timeOf(replay.startedAt)}
          {replay.endedAt ? ` to ${timeOf(replay.endedAt)}` : '. The session is running; each thing that happens is added here.'}
        </Text>
      </div>
      <Figures replay={replay} />
      <Timeline replay={replay} cycle={cycle} pins={comments} second={playback.second} onSeek={playback.seek}>
        <Scrubber playback={playback} total={replay.totalSeconds} during={lastAt(sections, playback.second)?.title ?? ''} />
      </Timeline>
      <PlaybackControls playback={playback} total={replay.totalSeconds} />
      <div className="columns">
        <AtMoment replay={replay} second={playback.second} />
        <Stack gap="lg">
          <CommentsPart
            cycleId={cycle.id}
            comments={comments}
            onSeek={playback.seek}
            pin={cycle.can.includes('COMMENT') ? pinOf(replay, playback.second) : null}
            onWriting={playback.pause}
          />
          <MomentList replay={replay} second={playback.second} onSeek={playback.seek} />
        </Stack>
      </div>
      <ReplayTable replay={replay} comments={comments} />
    </Stack>
  );
}

type Events = {
  moments: ReadonlyArray<{ sequence: number; secondsIn: number; kind: string; text: string }>;
  noteBursts: ReadonlyArray<{ sequence: number; untilSecondsIn: number; by: { name: string } }>;
};

/** Each comment at its second, in the order of the meeting. */
function inOrder(comments: ReadonlyArray<Omit<PlacedComment, 'second'> & { sequence: number }>, { moments, noteBursts }: Events) {
  return comments
    .map((comment) => ({ ...comment, second: secondOf(comment.sequence, moments, noteBursts) }))
    .sort((one, other) => one.second - other.second);
}

/** What a comment made at this second is pinned to. */
function pinOf(replay: Events, at: number) {
  const moments = shownMoments(replay.moments);
  const { noteBursts } = replay;
  const sequence = pinAt(moments, noteBursts, at);
  if (sequence === undefined) return null;
  const moment = moments.find((one) => one.sequence === sequence);
  const typist = noteBursts.find((one) => one.sequence === sequence)?.by.name;
  return { sequence, second: secondOf(sequence, moments, noteBursts), what: moment?.text ?? `${typist} typed in the notes` };
}
