import { Text, Title } from '@mantine/core';
import type { Rehearsal } from './rehearsal-screen';

/** The meeting opens with first words, praise and step, each answered; after that every choice is one exchange. */
const OPENING = 6;
const EXCHANGE = 2;

/** What the two said in the meeting so far: the last of it at hand, the rest to be opened. */
export function Meeting({ rehearsal }: { rehearsal: Rehearsal }) {
  const { dialogue, scene } = rehearsal;
  if (dialogue.length === 0) return null;
  const newest = dialogue.length === OPENING ? OPENING : EXCHANGE;
  const earlier = dialogue.slice(0, -newest);
  return (
    <section aria-label="The meeting so far">
      <Title order={3} mb="xs">
        The meeting so far
      </Title>
      {earlier.length > 0 && (
        <details className="topic-guide">
          <summary>What was said before</summary>
          <Said words={earlier} ectName={scene.ectName} />
        </details>
      )}
      <Said words={dialogue.slice(-newest)} ectName={scene.ectName} />
    </section>
  );
}

function Said({ words, ectName }: { words: Rehearsal['dialogue']; ectName: string }) {
  return (
    <ol className="dialogue">
      {words.map(({ stage, byMentor, text }) => (
        <li key={`${stage} ${String(byMentor)}`} data-mentor={byMentor || undefined}>
          <Text size="sm" className="quiet">
            {byMentor ? mentorSays(stage) : ectName}
          </Text>
          <Text>{text}</Text>
        </li>
      ))}
    </ol>
  );
}

function mentorSays(stage: string): string {
  if (stage === 'STEP') return 'You name the step';
  if (stage === 'MODEL') return 'You show it';
  return stage === 'FOLLOW_UP' ? 'You agree' : 'You';
}
