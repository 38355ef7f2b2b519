import { List, Text, Title } from '@mantine/core';
import { useQuery } from 'urql';
import { dayText } from '../components/dates';
import { Failed, Loading } from '../components/page-states';
import { graphql } from '../gql';
import type { KeptContent } from '../gql/graphql';

const OwnRetention = graphql(`
  query OwnRetention {
    viewer {
      ownRetention {
        held
        contents {
          content
          goesOn
          certain
        }
      }
    }
  }
`);

const CONTENTS: Record<KeptContent, string> = {
  COACHING: 'Your coaching: drop-ins, steps, feedback, notes, reflections',
  DIAGNOSTICS: 'Your answers to diagnostics',
  MESSAGES: 'Nudges and praise to you',
  PASTORAL: 'Notes of your pastoral meetings',
};

/** Until when content about the viewer is kept; nothing for who was never an ECT, whose words go with those they coached. */
export function KeptPart() {
  const [{ data, error, fetching, stale }, ask] = useQuery({ query: OwnRetention, requestPolicy: 'cache-and-network' });
  const kept = data?.viewer.ownRetention;
  return (
    <section aria-labelledby="kept">
      <Title order={2} id="kept" mb="xs">
        How long it is kept
      </Title>
      {!data || (!kept && stale) ? (
        error && !fetching ? (
          <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />
        ) : (
          <Loading />
        )
      ) : !kept ? (
        <Text>What you wrote with an ECT is kept as long as their school keeps it: it goes some months after their programme.</Text>
      ) : (
        <>
          <Text mb="sm">{before(kept.held, kept.contents.every((one) => one.certain))}</Text>
          <List spacing="xs">
            {kept.contents.map((one) => (
              <List.Item key={one.content}>
                {CONTENTS[one.content]}: {one.certain ? 'goes on' : 'about'} {dayText(one.goesOn)}
              </List.Item>
            ))}
          </List>
          <Text mt="sm">Dates and counts stay. Take your data before, if you want to keep it.</Text>
        </>
      )}
    </section>
  );
}

function before(held: boolean, certain: boolean) {
  if (held) return 'It is kept longer than these days, because your school holds it back. Ask your school why.';
  return certain ? 'Your programme is over. Then this goes, for good:' : 'The days move with the end of your programme. Then this goes, for good:';
}
