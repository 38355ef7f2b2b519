import { List, Text, Title } from '@mantine/core';
import { useQuery } from 'urql';
import { TextLink } from '../components/button-link';
import { dayOf, timeOf } from '../components/dates';
import { Failed, Loading } from '../components/page-states';
import { graphql } from '../gql';
import type { LookKind, LooksQuery } from '../gql/graphql';

const Looks = graphql(`
  query Looks {
    viewer {
      looks {
        at
        kind
        cycleId
        by {
          id
          name
        }
      }
    }
  }
`);

const DID: Record<LookKind, string> = {
  LOG_VISITED: 'looked into the log of a cycle as induction tutor',
  SESSION_VISITED: 'looked into a running session as induction tutor',
  GIVEN_TO_REVIEW: 'was given a session to review, as the mentor’s coach',
  REVIEWED: 'reviewed a session',
  REVIEW_ENDED: 'ended a coach’s access to a session',
  DATA_TAKEN: 'took what is held about you, as administrator, because you asked your school',
};

/** Who looked at the viewer's coaching, or took what is held about them. */
export function LooksPart() {
  const [{ data, error, fetching }, ask] = useQuery({ query: Looks, requestPolicy: 'cache-and-network' });
  return (
    <section aria-labelledby="looked">
      <Title order={2} id="looked" mb="xs">
        Who looked
      </Title>
      <Text mb="sm">
        Tutors who visited your coaching, coaches who were given a session, and administrators who took your data. Your mentor and ECTs, and your coach, are not
        listed when they read what you write together. <TextLink to="/visits">Visits with their feedback</TextLink>
      </Text>
      {data ? <LooksList looks={data.viewer.looks} /> : error && !fetching ? <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} /> : <Loading />}
    </section>
  );
}

function LooksList({ looks }: { looks: LooksQuery['viewer']['looks'] }) {
  if (looks.length === 0) return <Text>Nobody did.</Text>;
  return (
    <List spacing="xs">
      {looks.map((look) => (
        <List.Item key={`${look.at} ${look.kind} ${look.cycleId}`}>
          {dayOf(look.at)}, {timeOf(look.at)}: {look.by?.name ?? 'Somebody who is gone'} {DID[look.kind]}.{' '}
          {look.cycleId && (
            <TextLink to="/cycles/$cycleId" params={{ cycleId: look.cycleId }} aria-label={`The cycle, looked at on ${dayOf(look.at)}, ${timeOf(look.at)}`}>
              The cycle
            </TextLink>
          )}
        </List.Item>
      ))}
    </List>
  );
}
