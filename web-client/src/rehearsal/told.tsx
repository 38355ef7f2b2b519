import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useChange } from '../api/use-change';
import { ErrorSummary } from '../components/error-summary';
import { readFragment } from '../gql';
import type { RehearsalStage } from '../gql/graphql';
import { OptionText } from './option-text';
import { GoToStage, inOwnWords, OptionParts, type Rehearsal, type StageProps } from './rehearsal-screen';
import { isBeforeTheMeeting } from './rehearsal-words';
import { RoundSeen } from './round-seen';
import { PraiseLines, WorthNoting } from './worth-noting';

/** In a guided rehearsal: what is to be said of the stage that was just left. */
export function Told({ stage, onGoOn, onBack, ...props }: StageProps & { stage: RehearsalStage; onGoOn: () => void; onBack: () => void }) {
  const { rehearsal, onReload } = props;
  const { send, busy, problems, setProblems } = useChange(GoToStage, (data) => data.goToStageInRehearsal);

  async function goBack() {
    if (await send({ rehearsalId: rehearsal.id, version: rehearsal.version, stage })) onBack();
  }

  return (
    <Stack gap="md">
      <OfStage rehearsal={rehearsal} stage={stage} />
      <ErrorSummary
        problems={problems}
        onReload={() => {
          setProblems([]);
          onReload();
        }}
      />
      <Group>
        <Button onClick={onGoOn}>{rehearsal.stage === 'DEBRIEF' ? 'Look back' : 'Go on'}</Button>
        {isBeforeTheMeeting(rehearsal.stage) && (
          <Button variant="default" loading={busy} onClick={() => void goBack()}>
            {stage === 'LESSON' ? 'Back into the lesson' : 'Choose again'}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

function OfStage({ rehearsal, stage }: { rehearsal: Rehearsal; stage: RehearsalStage }) {
  if (stage === 'LESSON') return <WorthNoting rehearsal={rehearsal} />;
  const round = rehearsal.rounds[stage === 'FIRST_ROUND' ? 0 : 1];
  if (stage === 'FIRST_ROUND' || stage === 'SECOND_ROUND') return round ? <RoundSeen round={round} /> : null;
  return <Chosen rehearsal={rehearsal} stage={stage} />;
}

function Chosen({ rehearsal, stage }: { rehearsal: Rehearsal; stage: RehearsalStage }) {
  const decision = rehearsal.decisions.find((one) => one.stage === stage);
  if (!decision) return null;
  const options = readFragment(OptionParts, decision.options);
  const chosen = options.find((option) => option.id === decision.chosenId);
  const answer = rehearsal.dialogue.find((words) => words.stage === stage && !words.byMentor);
  return (
    <>
      {chosen && (
        <article className="card answered" data-chosen>
          <Text className="quiet">You chose</Text>
          <OptionText option={inOwnWords(rehearsal, decision, chosen)} />
          <Text mt="xs">{chosen.because}</Text>
        </article>
      )}
      {stage === 'PRAISE' && <PraiseLines rehearsal={rehearsal} />}
      {answer && stage !== 'PRAISE' && stage !== 'STEP' && (
        <div className="inset">
          <Text size="sm" className="quiet">
            {rehearsal.scene.ectName}
          </Text>
          <Text>{answer.text}</Text>
        </div>
      )}
      <section aria-label="What else was on offer">
        <Title order={3} mb="xs">
          What else was on offer
        </Title>
        <ul className="plain-list">
          {options
            .filter((option) => option !== chosen)
            .map((option) => (
              <li key={option.id} className="card">
                <OptionText option={option} />
                <Text mt="xs" className="quiet">
                  {option.because}
                </Text>
              </li>
            ))}
        </ul>
      </section>
    </>
  );
}
