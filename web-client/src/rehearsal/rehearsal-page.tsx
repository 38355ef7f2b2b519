import { Stack, Text } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { TextLink } from '../components/button-link';
import { Empty, Failed, Loading } from '../components/page-states';
import { PageTitle } from '../components/page-title';
import { graphql, readFragment } from '../gql';
import type { RehearsalStage } from '../gql/graphql';
import { ChoiceStage } from './choice-stage';
import { Debrief } from './debrief';
import { LessonStage } from './lesson-stage';
import { RehearsalScreen, type Rehearsal } from './rehearsal-screen';
import { MODES, progressText, SETTINGS, STAGE_NAMES, STAGES } from './rehearsal-words';
import { RoundStage } from './round-stage';
import { StageHeading } from './stage-heading';
import { Told } from './told';

const Opened = graphql(`
  query OpenedRehearsal($id: ID!) {
    rehearsal(id: $id) {
      ...RehearsalScreen
    }
  }
`);

/** One's own way through a scene, one stage at a time. */
export function RehearsalPage() {
  const { rehearsalId } = useParams({ from: '/rehearsals/$rehearsalId' });
  const [{ data, error, fetching }, ask] = useQuery({ query: Opened, variables: { id: rehearsalId }, requestPolicy: 'cache-and-network' });
  const reload = () => ask({ requestPolicy: 'network-only' });
  const rehearsal = readFragment(RehearsalScreen, data?.rehearsal);
  if (!rehearsal) {
    if (fetching) return <Loading />;
    if (error) return <Failed error={error} onRetry={reload} />;
    return (
      <Empty title="There is no such rehearsal of yours.">
        <PageTitle>Not found</PageTitle>
        <TextLink to="/rehearsals">Go to your rehearsals</TextLink>
      </Empty>
    );
  }
  return <Stages key={rehearsal.id} rehearsal={rehearsal} onReload={reload} />;
}

function Stages({ rehearsal, onReload }: { rehearsal: Rehearsal; onReload: () => void }) {
  // In a guided rehearsal, the stage that was just left and is being told of.
  const [told, setTold] = useState<RehearsalStage>();
  // Nothing takes the focus from the page's heading until somebody has gone on.
  const [moved, setMoved] = useState(false);
  const { scene, stage, mode } = rehearsal;
  const shown = told ?? stage;

  function left(leaving: RehearsalStage) {
    setMoved(true);
    setTold(mode === 'GUIDED' ? leaving : undefined);
  }

  function goOn() {
    setMoved(true);
    setTold(undefined);
  }

  const props = { rehearsal, onReload };
  const decision = rehearsal.decisions.find((one) => one.stage === stage && one.chosenId == null);
  return (
    <Stack gap="md" className={shown === 'DEBRIEF' ? undefined : 'rehearsing'}>
      <div>
        <PageTitle>{scene.title}</PageTitle>
        <Text className="quiet">{`${SETTINGS[scene.setting]} · ${MODES[mode]}`}</Text>
      </div>
      <div>
        <Text className="quiet" role="status">
          {progressText(shown)}
        </Text>
        <progress className="asked-so-far" value={STAGES.indexOf(shown)} max={STAGES.length - 1} aria-hidden />
      </div>
      <StageHeading key={`${shown} ${String(told !== undefined)}`} focused={moved}>
        {STAGE_NAMES[shown]}
      </StageHeading>
      {told ? (
        <Told {...props} stage={told} onGoOn={goOn} onBack={goOn} />
      ) : (
        <>
          {stage === 'LESSON' && <LessonStage {...props} onLeft={() => left('LESSON')} />}
          {decision && <ChoiceStage key={stage} {...props} decision={decision} onChosen={() => left(stage)} />}
          {(stage === 'FIRST_ROUND' || stage === 'SECOND_ROUND') && <RoundStage key={stage} {...props} onTicked={() => left(stage)} />}
          {stage === 'DEBRIEF' && <Debrief {...props} />}
        </>
      )}
      <Text>
        <TextLink to="/rehearsals">{stage === 'DEBRIEF' ? 'All rehearsals' : 'Leave it and go on later'}</TextLink>
      </Text>
    </Stack>
  );
}
