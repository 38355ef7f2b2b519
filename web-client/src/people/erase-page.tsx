import { Alert, Button, Group, List, Progress, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useState, type FormEvent } from 'react';
import { useQuery } from 'urql';
import { errorAt, useChange } from '../api/use-change';
import { TextLink } from '../components/button-link';
import { dayOf, timeOf } from '../components/dates';
import { ErrorSummary } from '../components/error-summary';
import { Empty, Failed, Loading } from '../components/page-states';
import { PageTitle } from '../components/page-title';
import { graphql } from '../gql';
import type { PersonErasureQuery } from '../gql/graphql';

const PersonErasure = graphql(`
  query PersonErasure($personId: ID!) {
    personErasure(personId: $personId) {
      person {
        id
        name
      }
      blocks
      begunAt
      begunBy {
        id
        name
      }
      kindsDone
      kinds
      finishedAt
    }
  }
`);

const ErasePerson = graphql(`
  mutation ErasePerson($input: ErasePersonInput!) {
    erasePerson(input: $input) {
      erasure {
        begunAt
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

const FIELDS = { name: 'erase-name' };
const LOOK_AGAIN_MILLIS = 1000;

const momentText = (instant: string) => `${dayOf(instant)}, ${timeOf(instant)}`;

type Standing = NonNullable<PersonErasureQuery['personErasure']>;

/** For administrators: everything that a person wrote, and that was written about them, goes for good. */
export function ErasePage() {
  const { personId } = useParams({ from: '/people/$personId/erase' });
  const { school } = useSearch({ from: '/people/$personId/erase' });
  const [{ data, error, fetching }, ask] = useQuery({ query: PersonErasure, variables: { personId }, requestPolicy: 'network-only' });
  const standing = data?.personErasure;
  const running = Boolean(standing?.begunAt && !standing.finishedAt);

  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => ask({ requestPolicy: 'network-only' }), LOOK_AGAIN_MILLIS);
    return () => clearInterval(timer);
  }, [running, ask]);

  if (!standing) {
    if (fetching) return <Loading />;
    if (error) return <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />;
    return (
      <Empty title="There is no such person, or they are not yours to erase.">
        <PageTitle>Not found</PageTitle>
        <TextLink to="/people">Go to the people of your schools</TextLink>
      </Empty>
    );
  }
  return (
    <Stack gap="lg" maw={640}>
      <div>
        {school ? (
          <TextLink to="/people/$personId" params={{ personId }} search={{ school }}>
            Back to the person
          </TextLink>
        ) : (
          <TextLink to="/people/erase">Another person</TextLink>
        )}
        <PageTitle>{standing.begunAt ? 'Erased' : `Erase ${standing.person.name}`}</PageTitle>
      </div>
      {standing.begunAt ? <Trail standing={standing} begunAt={standing.begunAt} /> : <Asking standing={standing} onBegun={() => ask({ requestPolicy: 'network-only' })} />}
    </Stack>
  );
}

/** Said by a screen reader once when it is done; the bar alone tells of the way there. */
function Trail({ standing, begunAt }: { standing: Standing; begunAt: string }) {
  return (
    <Stack gap="sm">
      <Text>
        Begun on {momentText(begunAt)}
        {standing.begunBy && ` by ${standing.begunBy.name}`}.
      </Text>
      {!standing.finishedAt && <Progress value={(100 * standing.kindsDone) / standing.kinds} size="lg" aria-label="How much is gone" />}
      <Text role="status">
        {standing.finishedAt
          ? `All is gone since ${momentText(standing.finishedAt)}. Figures count as before, without a name.`
          : 'It goes on in the background, also when you leave this page.'}
      </Text>
    </Stack>
  );
}

function Asking({ standing, onBegun }: { standing: Standing; onBegun: () => void }) {
  const [name, setName] = useState('');
  const { send, busy, problems } = useChange(ErasePerson, (data) => data.erasePerson);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (await send({ personId: standing.person.id, name })) onBegun();
  }

  return (
    <>
      {standing.blocks.length > 0 && (
        <Alert color="yellow" variant="light" title="This has to be done first">
          <List spacing="xs">
            {standing.blocks.map((block) => (
              <List.Item key={block}>{block}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      <WhatHappens />
      <section aria-labelledby="give">
        <Title order={2} id="give" mb="xs">
          Did they ask for their data?
        </Title>
        <Text mb="sm">
          This zip holds what they can read by themselves, and apart from it what they cannot: read that, and take out what concerns other people, before you
          give it away. They see under My data that you took it.
        </Text>
        <Button component="a" href={`/people-data/${standing.person.id}.zip`} download variant="default" leftSection={<IconDownload size={18} aria-hidden />}>
          Download their data
        </Button>
      </section>
      {standing.blocks.length === 0 && (
        <form className="card" onSubmit={(event) => void submit(event)} noValidate aria-label="Erase the person">
          <Stack>
            <ErrorSummary problems={problems} fields={FIELDS} />
            <TextInput
              id={FIELDS.name}
              label={`Type the name: ${standing.person.name}`}
              description="This cannot be taken back. Give them their data first if they asked for it."
              autoComplete="off"
              spellCheck={false}
              maxLength={70}
              value={name}
              error={errorAt(problems, 'name')}
              onChange={(event) => setName(event.target.value)}
            />
            <Group>
              <Button type="submit" color="red.9" loading={busy} disabled={name.trim() === ''}>
                Erase for good
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </>
  );
}

/** The decisions in `ErasureRules`, in plain words. */
function WhatHappens() {
  return (
    <>
      <section aria-labelledby="goes">
        <Title order={2} id="goes" mb="xs">
          What goes
        </Title>
        <List spacing="xs">
          <List.Item>Their name, e-mail address, teacher reference number, account and calendar address. They are signed out at once.</List.Item>
          <List.Item>What they wrote: drop-ins, steps in their own words, plans, feedback, notes, reflections, comments, answers, messages, drafts of steps.</List.Item>
          <List.Item>Of cycles in which they were coached, all content, also what their mentor wrote: it is about them.</List.Item>
          <List.Item>Notes that they typed together with somebody, and the notes of pastoral meetings with them: nobody can part whose words they are.</List.Item>
          <List.Item>Messages to them, concerns about them, and a tutor’s feedback on their mentoring.</List.Item>
          <List.Item>Their whole name and their address where others wrote them. A first name alone is not found.</List.Item>
        </List>
      </section>
      <section aria-labelledby="stays">
        <Title order={2} id="stays" mb="xs">
          What stays, and why
        </Title>
        <List spacing="xs">
          <List.Item>
            Times at schools, mentorships, days of meetings and attendance, without a name: figures stay as they are. Others see “Somebody who was erased”.
          </List.Item>
          <List.Item>An ECT whom they mentored keeps the steps of the bank, their own reflections and notes, and what took place: it is their record.</List.Item>
          <List.Item>Steps that the school published, and dates of events: they are the school’s, and about nobody.</List.Item>
          <List.Item>That they were erased, when and by whom.</List.Item>
          <List.Item>Backups that you keep elsewhere: let them run out, or erase again after restoring one.</List.Item>
        </List>
      </section>
    </>
  );
}
