import { Stack, Text, Title } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import type { Rehearsal } from './rehearsal-screen';
import { namesText } from './rehearsal-words';

/** Lines and pieces of work, by their ids. */
function wordsOf({ scene, pupilWork }: Rehearsal): ReadonlyMap<string, string> {
  return new Map([
    ...scene.transcript.map((line) => [line.id, `${line.at} ${line.text}`] as const),
    ...pupilWork.map((work) => [work.id, `${work.from}: ${work.text}`] as const),
  ]);
}

/** What in the lesson praise can rest on. */
export function PraiseLines({ rehearsal }: { rehearsal: Rehearsal }) {
  const words = wordsOf(rehearsal);
  return (
    <details className="topic-guide">
      <summary>What praise could rest on</summary>
      <ul className="bullets opened">
        {rehearsal.praiseLines?.map((lineId) => (
          <li key={lineId}>{words.get(lineId)}</li>
        ))}
      </ul>
    </details>
  );
}

/** What of the lesson is worth a note, and why; what pupils' work shows. */
export function WorthNoting({ rehearsal }: { rehearsal: Rehearsal }) {
  const { pupilWork, mentors } = rehearsal;
  const words = wordsOf(rehearsal);
  return (
    <Stack gap="md">
      <section aria-label="Worth noting">
        <Title order={3} mb="xs">
          Worth noting
        </Title>
        <ul className="rows">
          {rehearsal.worthNoting?.map(({ lineId, because, noted }) => {
            const others = mentors?.filter((mentor) => mentor.notes.includes(lineId)).map((mentor) => mentor.name) ?? [];
            return (
              <li key={lineId}>
                <Text>{words.get(lineId)}</Text>
                <Text className="quiet">{because}</Text>
                {(noted || others.length > 0) && (
                  <Text size="sm" fw={600} className="answer-mark">
                    <IconPencil size={16} aria-hidden />
                    {`Noted by ${namesText([...(noted ? ['you'] : []), ...others])}`}
                  </Text>
                )}
              </li>
            );
          })}
        </ul>
      </section>
      <section aria-label="What the pupils’ work shows">
        <Title order={3} mb="xs">
          What the pupils’ work shows
        </Title>
        <ul className="rows">
          {pupilWork.map((work) => (
            <li key={work.id}>
              <Text>{`${work.from}: ${work.text}`}</Text>
              <Text className="quiet">{work.shows}</Text>
            </li>
          ))}
        </ul>
      </section>
    </Stack>
  );
}
