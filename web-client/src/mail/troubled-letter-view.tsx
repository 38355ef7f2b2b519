import { Button, Stack, Text } from '@mantine/core';
import { useChange } from '../api/use-change';
import { serverNow } from '../api/server-clock';
import { dayOf, timeOf } from '../components/dates';
import { ErrorSummary } from '../components/error-summary';
import { graphql, readFragment, type FragmentType } from '../gql';
import type { TroubledLetterPartsFragment } from '../gql/graphql';

export const TroubledLetterParts = graphql(`
  fragment TroubledLetterParts on TroubledLetter {
    id
    to {
      id
      name
    }
    state
    since
    attempts
    lastError
    nextTryAt
  }
`);

const SendAgain = graphql(`
  mutation SendLetterAgain($input: SendLetterAgainInput!) {
    sendLetterAgain(input: $input) {
      letter {
        ...TroubledLetterParts
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

/** A letter that did not simply go: to whom, what was wrong, what comes next. */
export function TroubledLetterView(props: { letter: FragmentType<typeof TroubledLetterParts> }) {
  const letter = readFragment(TroubledLetterParts, props.letter);
  const { send, busy, problems } = useChange(SendAgain, (data) => data.sendLetterAgain);
  const name = letter.to?.name ?? 'somebody who is not registered any more';
  const isGoing = letter.state === 'WAITING' && (!letter.nextTryAt || Date.parse(letter.nextTryAt) <= serverNow());
  return (
    <Stack gap="xs" align="flex-start">
      <ErrorSummary problems={problems} />
      <div>
        <Text fw={600}>To {name}</Text>
        <Text>{letter.lastError}</Text>
        <Text className="quiet" role="status">
          Since {at(letter.since)}. {whatNext(letter, isGoing)}
        </Text>
      </div>
      {!isGoing && (
        <Button variant="default" loading={busy} aria-label={`${label(letter)} to ${name}`} onClick={() => void send({ letterId: letter.id })}>
          {label(letter)}
        </Button>
      )}
    </Stack>
  );
}

const label = (letter: TroubledLetterPartsFragment) => (letter.state === 'WAITING' ? 'Try now' : 'Send again');

const at = (instant: string) => `${dayOf(instant)} at ${timeOf(instant)}`;

function whatNext(letter: TroubledLetterPartsFragment, isGoing: boolean): string {
  if (isGoing) return 'It is being sent.';
  const tried = letter.attempts === 1 ? 'Tried once' : `Tried ${letter.attempts} times`;
  if (letter.state === 'UNCONFIRMED') return 'It is not sent again by itself, so that nobody gets it twice.';
  return letter.nextTryAt ? `${tried}; tried again on ${at(letter.nextTryAt)}.` : `${tried}; given up.`;
}
