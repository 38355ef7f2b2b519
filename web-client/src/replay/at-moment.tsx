import { Stack, Text, Title } from '@mantine/core';
import { PhaseBadge, PhaseIcon, phaseStyle } from '../components/phase-badge';
import { graphql, readFragment, type FragmentType } from '../gql';
import { clockText } from '../session/timer';
import { noteName } from './note-name';
import { lastAt, notesAt, roundsAt, secondsFrom, sectionClock } from './replay-rule';
import { phaseOfSection } from './section-look';

const Told = graphql(`
  fragment ReplayAtMoment on Replay {
    startedAt
    sections {
      title
      kind
      plannedMinutes
      startedAt
    }
    rounds {
      number
      at
      minute
      rehearsed
      feedback
      feedbackAt
    }
    notesAtStart {
      kind
      text
    }
    noteBursts {
      kind
      sequence
      untilSecondsIn
      text
    }
  }
`);

/** What the pair had before them at this second: the running section, the rounds so far, the notes as they were. */
export function AtMoment(props: { replay: FragmentType<typeof Told>; second: number }) {
  const replay = readFragment(Told, props.replay);
  const sections = replay.sections.map((section) => ({ ...section, secondsIn: secondsFrom(replay.startedAt, section.startedAt) }));
  const section = lastAt(sections, props.second);
  const rounds = roundsAt(replay.rounds, replay.startedAt, props.second);
  const notes = notesAt(replay.notesAtStart, replay.noteBursts, props.second);
  return (
    <section aria-labelledby="at-moment">
      <Title order={2} id="at-moment" mb="sm">
        At {clockText(props.second)}
      </Title>
      <Stack>
        {section && (
          <div className="card replay-section" style={phaseStyle(phaseOfSection(section.kind))}>
            <PhaseIcon phase={phaseOfSection(section.kind)} size={24} />
            <div>
              <Text fw={600}>{section.title}</Text>
              <Text className="quiet" role="timer" aria-live="off" aria-label="Clock of the section">
                {sectionClock(section.secondsIn, section.plannedMinutes, props.second)}
              </Text>
            </div>
          </div>
        )}
        <div>
          <Title order={3}>Rounds so far</Title>
          {rounds.length === 0 && <Text className="quiet">None yet.</Text>}
          <ol className="rows" aria-label="Rounds so far">
            {rounds.map((round) => (
              <li key={round.number}>
                <Text fw={600}>
                  Round {round.number} <span className="quiet">noted in minute {round.minute}</span>
                </Text>
                <PhaseBadge phase="PRACTICE" />
                <Text className="typed">{round.rehearsed}</Text>
                {round.feedback && (
                  <>
                    <PhaseBadge phase="FEEDBACK" />
                    <Text className="typed">{round.feedback}</Text>
                  </>
                )}
              </li>
            ))}
          </ol>
        </div>
        {notes.map((note) => (
          <section key={note.kind} aria-label={noteName(note.kind)}>
            <Title order={3}>{noteName(note.kind)}</Title>
            <Text className="typed inset">{note.text}</Text>
          </section>
        ))}
      </Stack>
    </section>
  );
}
