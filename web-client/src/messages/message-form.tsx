import { Button, Group, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useQuery } from 'urql';
import { errorAt, useChange } from '../api/use-change';
import { useDraft } from '../api/use-draft';
import { ErrorSummary } from '../components/error-summary';
import { Failed, Loading } from '../components/page-states';
import { graphql } from '../gql';
import type { MessageAbout, MessageKind } from '../gql/graphql';
import { KINDS, SUBJECTS } from './message-words';

const Templates = graphql(`
  query MessageTemplates($toId: ID!) {
    messageTemplates(toId: $toId) {
      kind
      about
      text
    }
  }
`);

const Send = graphql(`
  mutation SendMessage($input: SendMessageInput!) {
    sendMessage(input: $input) {
      message {
        id
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

type Choice = { kind: MessageKind; about: MessageAbout };

type Props = { personId: string; name: string; about: MessageAbout; onSent: () => void };

/** What to write to somebody: the wording follows what is chosen, until the tutor has made it their own. */
export function MessageForm({ personId, name, about: likely, onSent }: Props) {
  const [{ data, error, fetching }, ask] = useQuery({ query: Templates, variables: { toId: personId } });
  const [chosen, setChosen] = useState<Choice>({ kind: 'NUDGE', about: likely });
  // Text of the tutor's own is kept with what it was written for.
  const { value: own, set: setOwn, clear } = useDraft<(Choice & { text: string }) | null>(`${personId}.message`, null);
  const { kind, about } = own ?? chosen;
  const { send, busy, problems, setProblems } = useChange(Send, (answer) => answer.sendMessage);
  if (!data) {
    if (error && !fetching) return <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />;
    return <Loading lines={2} />;
  }
  const templates = data.messageTemplates;
  const text = own ? own.text : (templates.find((template) => template.kind === kind && template.about === about)?.text ?? '');
  const subjects = (Object.keys(SUBJECTS) as MessageAbout[]).filter((one) => templates.some((template) => template.about === one));
  const soon = problems.some((problem) => problem.path.at(-1) === 'anyway');

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!(await send({ toId: personId, kind, about, text, anyway: soon }))) return;
    clear();
    onSent();
  }

  function choose(part: Partial<Choice>) {
    setProblems([]);
    if (own) setOwn({ ...own, ...part });
    else setChosen({ ...chosen, ...part });
  }

  function startAgain() {
    setChosen({ kind, about });
    clear();
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate aria-label={`Message to ${name}`}>
      <Stack>
        <ErrorSummary problems={problems} fields={{ text: 'message-text' }} />
        <Radio.Group label="What is it?" value={kind} onChange={(value) => choose({ kind: value as MessageKind })}>
          <Group mt="xs">
            {(['NUDGE', 'PRAISE'] as const).map((one) => (
              <Radio key={one} value={one} label={KINDS[one]} />
            ))}
          </Group>
        </Radio.Group>
        <Radio.Group label="What is it about?" value={about} onChange={(value) => choose({ about: value as MessageAbout })}>
          <Group mt="xs">
            {subjects.map((one) => (
              <Radio key={one} value={one} label={SUBJECTS[one]} />
            ))}
          </Group>
        </Radio.Group>
        <Textarea
          id="message-text"
          label="Message"
          description={`${name} sees it on their home page. It is not sent by e-mail.`}
          autosize
          minRows={6}
          maxLength={1000}
          value={text}
          error={errorAt(problems, 'text')}
          onChange={(event) => setOwn({ kind, about, text: event.target.value })}
        />
        {own && (
          <Button variant="subtle" size="compact-sm" style={{ alignSelf: 'flex-start' }} onClick={startAgain}>
            Start again from the wording
          </Button>
        )}
        {soon && <Text role="status">Nothing is sent yet.</Text>}
        <Button type="submit" loading={busy} style={{ alignSelf: 'flex-start' }}>
          {soon ? 'Send it anyway' : 'Send'}
        </Button>
      </Stack>
    </form>
  );
}
