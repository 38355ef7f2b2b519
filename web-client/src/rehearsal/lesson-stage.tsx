import { Button, Group, Stack, Text } from '@mantine/core';
import { useChange } from '../api/use-change';
import { useDraft } from '../api/use-draft';
import { ErrorSummary } from '../components/error-summary';
import { PupilWork, Transcript } from './lesson';
import { OwnNote } from './noting';
import { GoToStage, type StageProps } from './rehearsal-screen';

/** The lesson, read at one's own speed, line by line or at once. */
export function LessonStage({ onLeft, ...props }: StageProps & { onLeft: () => void }) {
  const { rehearsal, onReload } = props;
  const { scene } = rehearsal;
  const lines = scene.transcript.length;
  const { value: shown, set: show } = useDraft(`${rehearsal.id}.shown`, 1);
  const { send, busy, problems, setProblems } = useChange(GoToStage, (data) => data.goToStageInRehearsal);
  const done = shown >= lines;

  async function leave() {
    if (await send({ rehearsalId: rehearsal.id, version: rehearsal.version, stage: 'PRAISE' })) onLeft();
  }

  return (
    <Stack gap="md">
      <Stack gap="xs" className="inset">
        <Text className="quiet">{[scene.lesson.subject, scene.lesson.className, scene.lesson.topic].join(' · ')}</Text>
        <Text>
          <strong>{scene.ectName}.</strong> {scene.ectAbout}
        </Text>
        <Text>{scene.beforeYouGoIn}</Text>
      </Stack>
      <Text>Note what you will need: what was seen or heard, without judging it.</Text>
      <Transcript {...props} shown={shown} />
      {done && <PupilWork {...props} />}
      {done && <OwnNote {...props} />}
      <ErrorSummary
        problems={problems}
        onReload={() => {
          setProblems([]);
          onReload();
        }}
      />
      <div className="stage-actions">
        <Group gap="xs">
          {!done && (
            <>
              <Button onClick={() => show(shown + 1)}>Next</Button>
              <Button variant="default" onClick={() => show(lines)}>
                Show all
              </Button>
            </>
          )}
          {done && (
            <Button loading={busy} onClick={() => void leave()}>
              Leave the lesson
            </Button>
          )}
          <Text className="quiet">{done ? notedText(rehearsal.notes.length) : `${shown} of ${lines}`}</Text>
        </Group>
      </div>
    </Stack>
  );
}

function notedText(notes: number): string {
  if (notes === 0) return 'Nothing is noted yet. A step answers to evidence.';
  return notes === 1 ? 'One note' : `${notes} notes`;
}
