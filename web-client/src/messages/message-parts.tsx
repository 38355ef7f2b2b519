import { Button, Stack, Text } from '@mantine/core';
import { useChange } from '../api/use-change';
import { dayOf, timeOf } from '../components/dates';
import { ErrorSummary } from '../components/error-summary';
import { graphql, readFragment, type FragmentType } from '../gql';
import { useSession } from '../sign-in/session-context';
import { KINDS, SUBJECTS } from './message-words';

export const MessageParts = graphql(`
  fragment MessageParts on Message {
    id
    kind
    about
    text
    sentAt
    seenAt
    from {
      id
      name
    }
    to {
      id
      name
    }
  }
`);

const MarkSeen = graphql(`
  mutation MarkMessageSeen($input: MarkMessageSeenInput!) {
    markMessageSeen(input: $input) {
      message {
        ...MessageParts
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

/** A message as its sender or its receiver reads it; the receiver says that they have seen it. */
export function MessageView(props: { message: FragmentType<typeof MessageParts> }) {
  const message = readFragment(MessageParts, props.message);
  const { session } = useSession();
  const received = message.to.id === session.person.id;
  const { send, busy, problems } = useChange(MarkSeen, (data) => data.markMessageSeen);
  return (
    <Stack gap="xs">
      <ErrorSummary problems={problems} />
      <Text className="quiet">
        {KINDS[message.kind]}: {SUBJECTS[message.about]} · {received ? `from ${message.from.name}` : `to ${message.to.name}`},{' '}
        {dayOf(message.sentAt)} at {timeOf(message.sentAt)}
      </Text>
      <Text className="typed">{message.text}</Text>
      {message.seenAt ? (
        <Text className="quiet">
          Seen on {dayOf(message.seenAt)} at {timeOf(message.seenAt)}
        </Text>
      ) : received ? (
        <Button
          variant="default"
          loading={busy}
          style={{ alignSelf: 'flex-start' }}
          aria-label={`I have seen this message from ${message.from.name}`}
          onClick={() => void send({ messageId: message.id })}
        >
          I have seen this
        </Button>
      ) : (
        <Text className="quiet">Not marked as seen yet</Text>
      )}
    </Stack>
  );
}
