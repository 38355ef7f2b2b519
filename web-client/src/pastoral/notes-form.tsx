import { Button, Checkbox, Fieldset, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { errorAt, useChange } from '../api/use-change';
import { ErrorSummary } from '../components/error-summary';
import { graphql, readFragment, type FragmentType } from '../gql';
import { TopicGuide, TopicGuideParts } from './topic-guide';

const Write = graphql(`
  mutation WritePastoralNotes($input: WritePastoralNotesInput!) {
    writePastoralNotes(input: $input) {
      meeting {
        id
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

const MOST_TOPICS = 5;
const MOST_ACTIONS = 10;

type Action = { text: string; done: boolean };
type Notes = { topicIds: readonly string[]; plan: string; notes: string; actions: readonly Action[] };
type Topic = { id: string } & FragmentType<typeof TopicGuideParts>;
type Props = {
  meeting: { id: string; version: number; notes: Notes };
  topics: readonly Topic[];
  onSaved: () => void;
  onReload: () => void;
  onBack: () => void;
};

/** What is typed here is kept nowhere but on this screen until it is saved: it is nobody's who opens the device later. */
export function NotesForm({ meeting, topics, onSaved, onReload, onBack }: Props) {
  const [basedOn, setBasedOn] = useState(meeting.version);
  const [topicIds, setTopicIds] = useState(meeting.notes.topicIds);
  const [plan, setPlan] = useState(meeting.notes.plan);
  const [notes, setNotes] = useState(meeting.notes.notes);
  const [actions, setActions] = useState<readonly Action[]>([...meeting.notes.actions, { text: '', done: false }]);
  const { send, busy, problems } = useChange(Write, (data) => data.writePastoralNotes);
  const written = actions.filter((one) => one.text.trim() !== '');
  const now = { topicIds: [...topicIds], plan, notes, actions: written.map(({ text, done }) => ({ text, done })) };
  const typed = JSON.stringify(now) !== JSON.stringify({ ...meeting.notes, actions: meeting.notes.actions.map(({ text, done }) => ({ text, done })) });
  const conflict = problems.some((problem) => problem.conflict);
  const theirs = meeting.version === basedOn ? undefined : meeting;

  useBlocker({
    shouldBlockFn: () => typed && !confirm('What you typed is not saved. Leave it?'),
    enableBeforeUnload: typed,
  });

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (await send({ meetingId: meeting.id, basedOn, notes: now })) onSaved();
  }

  function changeAction(index: number, change: Partial<Action>) {
    const changed = actions.map((one, at) => (at === index ? { ...one, ...change } : one));
    const last = changed.at(-1);
    setActions(last && last.text !== '' && changed.length < MOST_ACTIONS ? [...changed, { text: '', done: false }] : changed);
  }

  const field = (name: string) => `${name}-${meeting.id}`;
  return (
    <form onSubmit={(event) => void submit(event)} noValidate aria-label="Write in this meeting">
      <Stack gap="md">
        <ErrorSummary problems={problems} fields={{ 'notes.plan': field('plan'), 'notes.notes': field('notes') }} />
        {conflict && (
          <Group>
            <Button variant="default" onClick={onReload}>
              Show what the other wrote
            </Button>
          </Group>
        )}
        {theirs && (
          <div role="status">
            <Text fw={600}>The other of you wrote meanwhile:</Text>
            <Text className="typed">{[theirs.notes.plan, theirs.notes.notes, ...theirs.notes.actions.map((one) => one.text)].filter(Boolean).join('\n')}</Text>
            <Button variant="default" size="sm" mt="xs" onClick={() => setBasedOn(theirs.version)}>
              I have taken over what is to stay
            </Button>
          </div>
        )}
        <Fieldset legend={`What it is about (at most ${MOST_TOPICS})`}>
          <div className="topic-choice">
            {topics.map((topic) => {
              const { id, title } = readFragment(TopicGuideParts, topic);
              const chosen = topicIds.includes(id);
              return (
                <Checkbox
                  key={id}
                  label={title}
                  checked={chosen}
                  disabled={!chosen && topicIds.length >= MOST_TOPICS}
                  onChange={() => setTopicIds(chosen ? topicIds.filter((one) => one !== id) : [...topicIds, id])}
                />
              );
            })}
          </div>
        </Fieldset>
        {topics
          .filter((topic) => topicIds.includes(topic.id))
          .map((topic) => (
            <TopicGuide key={topic.id} topic={topic} />
          ))}
        <Textarea
          id={field('plan')}
          label="Plan"
          description="What the meeting is to be about."
          autosize
          minRows={2}
          maxLength={2000}
          value={plan}
          error={errorAt(problems, 'notes', 'plan')}
          onChange={(event) => setPlan(event.target.value)}
        />
        <Textarea
          id={field('notes')}
          label="Notes"
          autosize
          minRows={4}
          maxLength={5000}
          value={notes}
          error={errorAt(problems, 'notes', 'notes')}
          onChange={(event) => setNotes(event.target.value)}
        />
        <Fieldset legend="What you agree on">
          <Stack gap="xs">
            {actions.map((action, index) => (
              <Group key={index} wrap="nowrap" align="center">
                <Checkbox
                  aria-label={`Done: ${action.text || 'new action'}`}
                  checked={action.done}
                  disabled={action.text === ''}
                  onChange={(event) => changeAction(index, { done: event.target.checked })}
                />
                <TextInput
                  style={{ flexGrow: 1 }}
                  aria-label={action.text === '' ? 'New action' : `Action ${index + 1}`}
                  maxLength={300}
                  value={action.text}
                  onChange={(event) => changeAction(index, { text: event.target.value })}
                />
              </Group>
            ))}
          </Stack>
        </Fieldset>
        <Group>
          <Button type="submit" loading={busy}>
            Save
          </Button>
          <Button variant="subtle" onClick={onBack}>
            {typed ? 'Leave it as it was' : 'Back'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
