import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useChange } from '../api/use-change';
import { ErrorSummary } from '../components/error-summary';
import { dayText } from '../components/dates';
import { readFragment } from '../gql';
import type { RehearsalMode } from '../gql/graphql';
import { OptionText } from './option-text';
import { inOwnWords, OptionParts, RehearsalScreen, Start, type Decision, type Rehearsal, type StageProps } from './rehearsal-screen';
import { namesText, otherMode, STAGE_NAMES } from './rehearsal-words';
import { RoundSeen } from './round-seen';
import { PraiseLines, WorthNoting } from './worth-noting';

/** One's own way through the scene beside those of two experienced mentors. Nothing is marked. */
export function Debrief({ rehearsal }: StageProps) {
  const mentors = rehearsal.mentors ?? [];
  return (
    <Stack gap="lg">
      <Text>
        Your choices beside those of {namesText(mentors.map((mentor) => mentor.name))}, who are invented and would not agree everywhere. There is no
        mark, and nobody but you sees this.
      </Text>
      <ul className="plain-list mentors">
        {mentors.map((mentor) => (
          <li key={mentor.name} className="inset">
            <Text>
              <strong>{mentor.name}.</strong> {mentor.about}
            </Text>
          </li>
        ))}
      </ul>
      {rehearsal.decisions.map((decision) => (
        <Compared key={decision.stage} rehearsal={rehearsal} decision={decision} />
      ))}
      {rehearsal.followUp && (
        <Text className="quiet">
          {`Agreed: ${rehearsal.followUp.where}, first on ${dayText(rehearsal.followUp.useOn)}; drop-in on ${dayText(rehearsal.followUp.nextDropInOn)}.`}
        </Text>
      )}
      <section aria-labelledby="rounds-seen">
        <Title order={2} id="rounds-seen" mb="sm">
          What was to be seen in practice
        </Title>
        <Stack gap="md">
          {rehearsal.rounds.map((round) => (
            <RoundSeen key={round.number} round={round} />
          ))}
        </Stack>
      </section>
      <section aria-labelledby="evidence">
        <Title order={2} id="evidence" mb="sm">
          Evidence
        </Title>
        <WorthNoting rehearsal={rehearsal} />
      </section>
      <Again rehearsal={rehearsal} />
    </Stack>
  );
}

function Compared({ rehearsal, decision }: { rehearsal: Rehearsal; decision: Decision }) {
  const options = readFragment(OptionParts, decision.options);
  const mine = options.find((option) => option.id === decision.chosenId);
  const theirs = (rehearsal.mentors ?? []).flatMap((mentor) =>
    mentor.choices.filter((choice) => choice.stage === decision.stage).map((choice) => ({ name: mentor.name, why: choice.why, option: readFragment(OptionParts, choice.option) })),
  );
  // An option of a step that one did not choose is another one, whatever its id.
  const isMine = (option: { because?: string | null }) => option.because === mine?.because;
  const alike = theirs.filter(({ option }) => isMine(option));
  const heading = `compared-${decision.stage}`;
  return (
    <section aria-labelledby={heading}>
      <Title order={2} id={heading} mb="sm">
        {STAGE_NAMES[decision.stage]}
      </Title>
      <div className="compared">
        {mine && (
          <article className="card answered" data-chosen aria-label="You">
            <Text fw={600}>{namesText(['You', ...alike.map(({ name }) => name)])}</Text>
            <OptionText option={inOwnWords(rehearsal, decision, mine)} />
            <Text mt="xs">{mine.because}</Text>
            {alike.map(({ name, why }) => (
              <Why key={name} name={name} why={why} />
            ))}
          </article>
        )}
        {theirs
          .filter(({ option }) => !isMine(option))
          .map(({ name, why, option }) => (
            <article key={name} className="card" aria-label={name}>
              <Text fw={600}>{name}</Text>
              <OptionText option={option} />
              <Why name={name} why={why} />
            </article>
          ))}
      </div>
      {decision.stage === 'PRAISE' && <PraiseLines rehearsal={rehearsal} />}
    </section>
  );
}

function Why({ name, why }: { name: string; why: string }) {
  return (
    <Text mt="xs" className="quiet">
      {name}: {why}
    </Text>
  );
}

function Again({ rehearsal }: { rehearsal: Rehearsal }) {
  const navigate = useNavigate();
  const { send, busy, problems } = useChange(Start, (data) => data.startRehearsal);

  async function begin(mode: RehearsalMode) {
    const begun = await send({ sceneId: rehearsal.scene.id, mode });
    const started = readFragment(RehearsalScreen, begun?.rehearsal);
    if (started) void navigate({ to: '/rehearsals/$rehearsalId', params: { rehearsalId: started.id } });
  }

  const other = otherMode(rehearsal.mode);
  return (
    <section aria-label="Once more">
      <ErrorSummary problems={problems} />
      <Group>
        <Button loading={busy} onClick={() => void begin(rehearsal.mode)}>
          Rehearse again
        </Button>
        <Button variant="default" loading={busy} onClick={() => void begin(other)}>
          {other === 'GUIDED' ? 'Rehearse with a guide' : 'Rehearse without a guide'}
        </Button>
      </Group>
    </section>
  );
}
