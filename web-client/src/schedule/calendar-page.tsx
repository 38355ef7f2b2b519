import { Button, CopyButton, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useChange } from '../api/use-change';
import { dayOf } from '../components/dates';
import { ErrorSummary } from '../components/error-summary';
import { Failed, Loading } from '../components/page-states';
import { PageTitle } from '../components/page-title';
import { graphql } from '../gql';

const Feed = graphql(`
  query CalendarFeed {
    viewer {
      calendarFeed {
        madeAt
      }
    }
  }
`);

const Make = graphql(`
  mutation MakeCalendarFeed($input: MakeCalendarFeedInput!) {
    makeCalendarFeed(input: $input) {
      path
      problems {
        ...ProblemParts
      }
    }
  }
`);

const Revoke = graphql(`
  mutation RevokeCalendarFeed($input: RevokeCalendarFeedInput!) {
    revokeCalendarFeed(input: $input) {
      revoked
      problems {
        ...ProblemParts
      }
    }
  }
`);

/** One's own private calendar address: made, copied, revoked. */
export function CalendarPage() {
  const [{ data, error, fetching }, ask] = useQuery({ query: Feed, requestPolicy: 'cache-and-network' });
  const [address, setAddress] = useState<string>();
  const making = useChange(Make, (answer) => answer.makeCalendarFeed);
  const revoking = useChange(Revoke, (answer) => answer.revokeCalendarFeed);
  const reload = () => ask({ requestPolicy: 'network-only' });
  if (!data) return error && !fetching ? <Failed error={error} onRetry={reload} /> : <Loading />;
  const feed = data.viewer.calendarFeed;

  async function make() {
    const made = await making.send({});
    if (!made) return;
    setAddress(location.origin + made.path);
    reload();
  }

  async function revoke() {
    if (!(await revoking.send({}))) return;
    setAddress(undefined);
    reload();
  }

  return (
    <Stack gap="lg" maw={720}>
      <div>
        <PageTitle>Your calendar</PageTitle>
        <Text>
          The calendar you use every day can show what you have here: a private address, which you give to Outlook, Google Calendar or your phone
          as a calendar to subscribe to. They ask again by themselves, in their own time: a change may take some hours to arrive.
        </Text>
      </div>
      <section aria-labelledby="shown">
        <Title order={2} id="shown" mb="xs">
          What it shows, and to whom
        </Title>
        <Text>
          It shows your coaching sessions, the training events you are booked on, pastoral meetings (only as a meeting), and the days of the next
          drop-ins: when, and with whom. Nothing of what was noted, said or agreed.
        </Text>
        <Text mt="xs">
          Whoever has the address can read that without signing in. Keep it to yourself; if somebody else got it, make a new one, and the old one
          stops at once.
        </Text>
      </section>
      <ErrorSummary problems={[...making.problems, ...revoking.problems]} />
      {address && <NewAddress address={address} />}
      <Text role="status">
        {feed ? `You made your address on ${dayOf(feed.madeAt)}.` : 'You have no address.'}
        {feed && !address && ' It was shown once; if you no longer have it, make a new one.'}
      </Text>
      <Group>
        <Button loading={making.busy} variant={feed ? 'default' : 'filled'} onClick={() => void make()}>
          {feed ? 'Make a new address' : 'Make an address'}
        </Button>
        {feed && (
          <Button loading={revoking.busy} variant="default" color="red" onClick={() => void revoke()}>
            Revoke the address
          </Button>
        )}
      </Group>
    </Stack>
  );
}

function NewAddress({ address }: { address: string }) {
  return (
    <section className="card" aria-label="Your new address">
      <Stack gap="sm">
        <TextInput
          label="Calendar address"
          description="Copy it now: it is shown this once."
          readOnly
          value={address}
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton value={address}>
          {({ copied, copy }) => (
            <Button style={{ alignSelf: 'flex-start' }} onClick={copy}>
              {copied ? 'Copied' : 'Copy the address'}
            </Button>
          )}
        </CopyButton>
      </Stack>
    </section>
  );
}
