import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { errorAt, useChange } from '../api/use-change';
import { dayText, isoToday } from '../components/dates';
import { ErrorSummary } from '../components/error-summary';
import { graphql, readFragment, type FragmentType } from '../gql';
import { useSession } from '../sign-in/session-context';
import { NotesForm } from './notes-form';
import { TopicGuide, TopicGuideParts } from './topic-guide';

const Card = graphql(`
  fragment PastoralMeetingCard on PastoralMeeting {
    id
    on
    tookPlace
    version
    mayWrite
    mentor {
      id
      name
    }
    ect {
      id
      name
    }
    notes {
      topicIds
      plan
      notes
      actions {
        text
        done
      }
    }
  }
`);

const Hold = graphql(`
  mutation HoldPastoralMeeting($input: HoldPastoralMeetingInput!) {
    holdPastoralMeeting(input: $input) {
      meeting {
        id
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

const Move = graphql(`
  mutation MovePastoralMeeting($input: MovePastoralMeetingInput!) {
    movePastoralMeeting(input: $input) {
      meeting {
        id
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

const Drop = graphql(`
  mutation DropPastoralMeeting($input: DropPastoralMeetingInput!) {
    dropPastoralMeeting(input: $input) {
      droppedId
      problems {
        ...ProblemParts
      }
    }
  }
`);

type Topic = { id: string } & FragmentType<typeof TopicGuideParts>;
type Props = { meeting: FragmentType<typeof Card>; topics: readonly Topic[]; keepsNotes: boolean; takesFocus: boolean; onChanged: () => void; onReload: () => void; onDropped: () => void };

/** One meeting: what it is about, what was said and agreed, and for its mentor when it is. */
export function MeetingCard({ topics, keepsNotes, takesFocus, onChanged, onReload, onDropped, ...props }: Props) {
  const meeting = readFragment(Card, props.meeting);
  const { session } = useSession();
  const [writing, setWriting] = useState(false);
  const isMentor = meeting.mentor.id === session.person.id;
  const other = isMentor ? meeting.ect : meeting.mentor;
  const heading = `meeting-${meeting.id}`;
  const title = useRef<HTMLHeadingElement>(null);
  // A meeting that was planned, or that took place, is another card now; the button that had the focus is gone.
  useEffect(() => {
    if (takesFocus) title.current?.focus();
  }, [takesFocus]);

  function write(begins: boolean) {
    setWriting(begins);
    title.current?.focus();
  }
  return (
    <article className="card" aria-labelledby={heading}>
      <Stack gap="sm">
        <Title order={3} id={heading} ref={title} tabIndex={-1}>
          {`${dayText(meeting.on)} with ${other.name}`}
        </Title>
        {!meeting.notes && (
          <Text role="alert">The notes of this meeting cannot be opened: the key that sealed them is no longer set. Tell whoever runs Coachbench.</Text>
        )}
        {meeting.notes && writing && (
          <NotesForm
            meeting={{ id: meeting.id, version: meeting.version, notes: meeting.notes }}
            topics={topics}
            onSaved={() => {
              write(false);
              onReload();
            }}
            onReload={onReload}
            onBack={() => write(false)}
          />
        )}
        {meeting.notes && !writing && <Written notes={meeting.notes} topics={topics} />}
        {!writing && meeting.mayWrite && (
          <Group>
            {keepsNotes && meeting.notes && (
              <Button variant="default" aria-label={`Write in the meeting on ${dayText(meeting.on)}`} onClick={() => write(true)}>
                Write
              </Button>
            )}
          </Group>
        )}
        {!writing && isMentor && meeting.mayWrite && !meeting.tookPlace && <WhenPart id={meeting.id} on={meeting.on} onChanged={onChanged} onDropped={onDropped} />}
      </Stack>
    </article>
  );
}

type Notes = { topicIds: readonly string[]; plan: string; notes: string; actions: ReadonlyArray<{ text: string; done: boolean }> };

function Written({ notes, topics }: { notes: Notes; topics: readonly Topic[] }) {
  return (
    <Stack gap="xs">
      {topics
        .filter((topic) => notes.topicIds.includes(topic.id))
        .map((topic) => (
          <TopicGuide key={topic.id} topic={topic} />
        ))}
      {notes.plan && <Paragraphs name="Plan" text={notes.plan} />}
      {notes.notes && <Paragraphs name="Notes" text={notes.notes} />}
      {notes.actions.length > 0 && (
        <div>
          <Text fw={600}>Agreed</Text>
          <ul>
            {notes.actions.map(({ text, done }) => (
              <li key={text}>{done ? `${text} (done)` : text}</li>
            ))}
          </ul>
        </div>
      )}
    </Stack>
  );
}

function Paragraphs({ name, text }: { name: string; text: string }) {
  return (
    <div>
      <Text fw={600}>{name}</Text>
      <Text className="typed">{text}</Text>
    </div>
  );
}

/** Its mentor says that it took place, moves it, or takes it away. */
function WhenPart({ id, on, onChanged, onDropped }: { id: string; on: string; onChanged: () => void; onDropped: () => void }) {
  const [day, setDay] = useState(on > isoToday() ? on : isoToday());
  const hold = useChange(Hold, (data) => data.holdPastoralMeeting);
  const move = useChange(Move, (data) => data.movePastoralMeeting);
  const drop = useChange(Drop, (data) => data.dropPastoralMeeting);
  const problems = [...hold.problems, ...move.problems, ...drop.problems];
  const field = `day-${id}`;
  const hasCome = day <= isoToday();

  async function act(act: Promise<unknown>, done = onChanged) {
    if (await act) done();
  }

  return (
    <Stack gap="sm">
      <ErrorSummary problems={problems} fields={{ on: field }} />
      <Group align="end">
        <TextInput
          id={field}
          type="date"
          label="Day"
          value={day}
          error={errorAt(problems, 'on')}
          onChange={(event) => setDay(event.target.value)}
        />
        {hasCome ? (
          <Button loading={hold.busy} disabled={day === ''} onClick={() => void act(hold.send({ meetingId: id, on: day }))}>
            It took place
          </Button>
        ) : (
          <Button variant="default" loading={move.busy} disabled={day === on} onClick={() => void act(move.send({ meetingId: id, on: day }))}>
            Move it there
          </Button>
        )}
        <Button variant="subtle" loading={drop.busy} onClick={() => void act(drop.send({ meetingId: id }), onDropped)}>
          Take it away
        </Button>
      </Group>
    </Stack>
  );
}
