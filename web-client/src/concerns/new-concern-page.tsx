import { Button, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useQuery } from 'urql';
import { errorAt, useChange } from '../api/use-change';
import { useDraft } from '../api/use-draft';
import { TextLink } from '../components/button-link';
import { isoToday } from '../components/dates';
import { ErrorSummary } from '../components/error-summary';
import { Empty, Failed, Loading } from '../components/page-states';
import { PageTitle } from '../components/page-title';
import { graphql } from '../gql';
import type { ConcernTopic } from '../gql/graphql';
import { TOPICS } from './concern-words';
import { Disclosable } from './disclosable';

const Whom = graphql(`
  query ConcernWhom($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Person {
        name
      }
    }
  }
`);

const Raise = graphql(`
  mutation RaiseConcern($input: RaiseConcernInput!) {
    raiseConcern(input: $input) {
      concern {
        id
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

const FIELDS = { topic: 'concern-topic', since: 'concern-since', what: 'concern-what' };

/** Puts down a concern about somebody's programme support. */
export function NewConcernPage() {
  const { personId } = useParams({ from: '/people/$personId/concern' });
  const [{ data, error, fetching }, ask] = useQuery({ query: Whom, variables: { id: personId } });
  if (!data) {
    if (error && !fetching) return <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />;
    return <Loading />;
  }
  if (data.node?.__typename !== 'Person') {
    return (
      <Empty title="There is no such person, or they are not at your school.">
        <PageTitle>Not found</PageTitle>
        <TextLink to="/">Go to your home page</TextLink>
      </Empty>
    );
  }
  return <ConcernForm key={personId} personId={personId} name={data.node.name} />;
}

function ConcernForm({ personId, name }: { personId: string; name: string }) {
  const { value: what, set, clear } = useDraft(`${personId}.concern`, '');
  const [topic, setTopic] = useState<ConcernTopic>('TIME_NOT_GIVEN');
  const [since, setSince] = useState(isoToday());
  const { send, busy, problems, setProblems } = useChange(Raise, (data) => data.raiseConcern);
  const navigate = useNavigate();

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!since) {
      setProblems([{ message: 'Enter the day since which it stands.', path: ['input', 'since'] }]);
      return;
    }
    const payload = await send({ personId, topic, since, what });
    if (!payload?.concern) return;
    clear();
    await navigate({ to: '/concerns/$concernId', params: { concernId: payload.concern.id } });
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack maw={640}>
        <PageTitle title="Flag a concern">{`Flag a concern about the support of ${name}`}</PageTitle>
        <ErrorSummary problems={problems} fields={FIELDS} />
        <Disclosable name={name} />
        <NativeSelect
          id={FIELDS.topic}
          label="What is it about?"
          value={topic}
          onChange={(event) => setTopic(event.target.value as ConcernTopic)}
          data={(Object.keys(TOPICS) as ConcernTopic[]).map((one) => ({ value: one, label: TOPICS[one] }))}
        />
        <TextInput
          id={FIELDS.since}
          type="date"
          label="Since when?"
          maw={240}
          max={isoToday()}
          value={since}
          error={errorAt(problems, 'since')}
          onChange={(event) => setSince(event.target.value)}
        />
        <Textarea
          id={FIELDS.what}
          label="What is the concern?"
          description="What happens or is missing, and what you have tried. Name no pupil."
          autosize
          minRows={4}
          maxLength={2000}
          value={what}
          error={errorAt(problems, 'what')}
          onChange={(event) => set(event.target.value)}
        />
        <Text>Nobody is told by this. On the next page you find a text for the appropriate body and the delivery partner.</Text>
        <Button type="submit" loading={busy} style={{ alignSelf: 'flex-start' }}>
          Put the concern down
        </Button>
      </Stack>
    </form>
  );
}
