import { Button, Stack, Text, Textarea, Title, VisuallyHidden } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { errorAt, useChange } from '../api/use-change';
import { useDraft } from '../api/use-draft';
import { dayOf } from '../components/dates';
import { ErrorSummary } from '../components/error-summary';
import { graphql } from '../gql';
import { clockText } from '../session/timer';
import { useSession } from '../sign-in/session-context';

const CommentOnMoment = graphql(`
  mutation CommentOnMoment($input: CommentOnMomentInput!) {
    commentOnMoment(input: $input) {
      cycle {
        id
        ...LiveCycle
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

export type PlacedComment = { id: string; second: number; at: string; text: string; by: { id: string; name: string } };

type Props = {
  cycleId: string;
  comments: readonly PlacedComment[];
  onSeek: (second: number) => void;
  /** The event that a new comment is pinned to; null for those who only read. */
  pin: { sequence: number; second: number; what: string } | null;
  /** Somebody writes: the moment must not run away. */
  onWriting: () => void;
};

/** What the pair says about moments of the meeting, in the order of the meeting. */
export function CommentsPart({ cycleId, comments, onSeek, pin, onWriting }: Props) {
  return (
    <section aria-labelledby="comments">
      <Title order={2} id="comments" mb="sm">
        Comments
      </Title>
      <Stack>
        {pin && <CommentForm cycleId={cycleId} pin={pin} onWriting={onWriting} />}
        <NewestOfOther comments={comments} />
        {comments.length === 0 && <Text className="quiet">None yet.</Text>}
        <ol className="rows" aria-labelledby="comments">
          {comments.map((comment) => (
            <li key={comment.id}>
              <button type="button" className="text-button" aria-label={`Go to ${clockText(comment.second)}`} onClick={() => onSeek(comment.second)}>
                {clockText(comment.second)}
              </button>{' '}
              <span className="quiet">
                {comment.by.name}, {dayOf(comment.at)}
              </span>
              <Text className="typed">{comment.text}</Text>
            </li>
          ))}
        </ol>
      </Stack>
    </section>
  );
}

function CommentForm({ cycleId, pin, onWriting }: { cycleId: string; pin: NonNullable<Props['pin']>; onWriting: () => void }) {
  const { value, set, clear } = useDraft(`${cycleId}.comment`, '');
  const { send, busy, problems } = useChange(CommentOnMoment, (data) => data.commentOnMoment);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (await send({ cycleId, sequence: pin.sequence, text: value })) clear();
  }

  return (
    <form className="card" onSubmit={(event) => void submit(event)} aria-label="Add a comment" noValidate>
      <Stack gap="xs">
        <ErrorSummary problems={problems} fields={{ text: 'comment-text' }} />
        <Textarea
          id="comment-text"
          label="What do you see at this moment?"
          description={`Pinned to ${clockText(pin.second)}: ${pin.what}. The two who met can read it, and a coach with whom it is shared.`}
          maxLength={1000}
          value={value}
          error={errorAt(problems, 'text')}
          onFocus={onWriting}
          onChange={(event) => set(event.target.value)}
        />
        <Button type="submit" variant="default" loading={busy} style={{ alignSelf: 'flex-start' }}>
          Add comment
        </Button>
      </Stack>
    </form>
  );
}

/** Says aloud that the other has commented. Those that were there when the page opened are not news. */
function NewestOfOther({ comments }: { comments: readonly PlacedComment[] }) {
  const { session } = useSession();
  const [known] = useState(() => new Set(comments.map((comment) => comment.id)));
  const newest = comments
    .filter((comment) => !known.has(comment.id) && comment.by.id !== session.person.id)
    .reduce<PlacedComment | undefined>((last, one) => (last && last.at > one.at ? last : one), undefined);
  return (
    <VisuallyHidden role="status" aria-label="New comment">
      {newest && `${newest.by.name} commented at ${clockText(newest.second)}.`}
    </VisuallyHidden>
  );
}
