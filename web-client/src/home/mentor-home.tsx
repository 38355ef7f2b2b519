import { Group, Stack, Text, Title } from '@mantine/core';
import { CadenceLine } from '../cadence/cadence-line';
import { LogPastoralMeeting } from '../cadence/log-pastoral-meeting';
import { WeekStrip, WeekStripKey } from '../cadence/week-strip';
import { ButtonLink, TextLink } from '../components/button-link';
import { PhaseBadge } from '../components/phase-badge';
import { NextThingButton } from '../cycle/next-thing';
import { useAtHand, useCyclesAtHand } from '../cycle/use-at-hand';
import { graphql, readFragment, type FragmentType } from '../gql';
import { StartDropIn } from '../observation/start-drop-in';
import { useBegunOffline } from '../outbox/use-begun-offline';

const Mentorships = graphql(`
  fragment MentorHome on Mentorship {
    id
    ect {
      id
      name
      cadence {
        ...CadenceLine
        ...WeekStrip
      }
      ...LogPastoralMeetingWith
      currentStep {
        step {
          title
        }
        cycle {
          id
        }
      }
      openCycle {
        id
        phase
        ...NextThing
      }
    }
  }
`);

/** The mentor's ECTs, each with the current step and the one thing to do next. */
export function MentorHome(props: { mentorships: ReadonlyArray<FragmentType<typeof Mentorships>> }) {
  const mentorships = readFragment(Mentorships, props.mentorships);
  useCyclesAtHand(mentorships.flatMap(({ ect }) => ect.openCycle?.id ?? []));
  useAtHand(StartDropIn, mentorships.flatMap(({ ect }) => (ect.openCycle ? [] : { ectId: ect.id })));
  const begun = useBegunOffline();
  const begunWith = (ectId: string) => begun.find((start) => start.input.ectId === ectId)?.cycleId;
  return (
    <section aria-labelledby="your-ects">
      <Title order={2} id="your-ects" mb="sm">
        Your ECTs
      </Title>
      <ul className="plain-list" aria-label="Your ECTs">
        {mentorships.map(({ id, ect }) => (
          <li key={id} className="card">
            <Stack gap="sm">
              <Group justify="space-between" gap="xs">
                <Title order={3}>{ect.name}</Title>
                {ect.openCycle && <PhaseBadge phase={ect.openCycle.phase} />}
              </Group>
              <Text>
                {ect.currentStep ? (
                  <>
                    Current step:{' '}
                    <TextLink to="/cycles/$cycleId" params={{ cycleId: ect.currentStep.cycle.id }}>
                      {ect.currentStep.step.title}
                    </TextLink>
                  </>
                ) : (
                  <span className="quiet">No current step</span>
                )}
              </Text>
              {ect.cadence && (
                <Group gap="md">
                  <CadenceLine cadence={ect.cadence} />
                  <WeekStrip cadence={ect.cadence} of={ect.name} />
                </Group>
              )}
              <LogPastoralMeeting ect={ect} />
              <Group>
                {ect.openCycle ? (
                  <NextThingButton cycle={ect.openCycle} />
                ) : (
                  <DropInButton ectId={ect.id} begun={begunWith(ect.id)} />
                )}
                <TextLink to="/ects/$ectId/history" params={{ ectId: ect.id }}>
                  {`History of ${ect.name}`}
                </TextLink>
                <TextLink to="/ects/$ectId/diagnostics" params={{ ectId: ect.id }}>
                  {`What ${ect.name} said`}
                </TextLink>
              </Group>
            </Stack>
          </li>
        ))}
      </ul>
      {mentorships.some(({ ect }) => ect.cadence) && <WeekStripKey />}
      <Text mt="md">
        <TextLink to="/pastoral">Pastoral meetings: plan them, with guidance and private notes</TextLink>
      </Text>
      <Text mt="xs">
        <TextLink to="/rehearsals">Rehearse a whole turn of coaching, in an invented lesson</TextLink>
      </Text>
    </section>
  );
}

function DropInButton({ ectId, begun }: { ectId: string; begun: string | undefined }) {
  return begun ? (
    <ButtonLink to="/cycles/$cycleId/observation" params={{ cycleId: begun }}>
      Continue the drop-in
    </ButtonLink>
  ) : (
    <ButtonLink to="/ects/$ectId/drop-in" params={{ ectId }}>
      Start a drop-in
    </ButtonLink>
  );
}
