import { Text, Title } from '@mantine/core';
import type { Rehearsal } from './rehearsal-screen';

/** What the two said in the meeting so far. */
export function Meeting({ rehearsal }: { rehearsal: Rehearsal }) {
  if (rehearsal.dialogue.length === 0) return null;
  return (
    <section aria-label="The meeting so far">
      <Title order={3} mb="xs">
        The meeting so far
      </Title>
      <ol className="dialogue">
        {rehearsal.dialogue.map(({ stage, byMentor, text }) => (
          <li key={`${stage} ${String(byMentor)}`} data-mentor={byMentor || undefined}>
            <Text size="sm" className="quiet">
              {byMentor ? mentorSays(stage) : rehearsal.scene.ectName}
            </Text>
            <Text>{text}</Text>
          </li>
        ))}
      </ol>
    </section>
  );
}

function mentorSays(stage: string): string {
  if (stage === 'STEP') return 'You name the step';
  if (stage === 'MODEL') return 'You show it';
  return stage === 'FOLLOW_UP' ? 'You agree' : 'You';
}
