import { Group, Stack, Text, Title } from '@mantine/core';
import { ButtonLink, TextLink } from '../components/button-link';
import { PhaseBadge } from '../components/phase-badge';
import { NextThingButton } from '../cycle/next-thing';
import { useCyclesAtHand } from '../cycle/use-cycles-at-hand';
import { graphql, readFragment, type FragmentType } from '../gql';

const Mentorships = graphql(`
  fragment MentorHome on Mentorship {
    id
    ect {
      id
      name
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
                    <TextLink to="/cycles/$cycleId" params={{ cycleId: ect.currentStep.cycle.id }} underline="always">
                      {ect.currentStep.step.title}
                    </TextLink>
                  </>
                ) : (
                  <span className="quiet">No current step</span>
                )}
              </Text>
              <Group>
                {ect.openCycle ? (
                  <NextThingButton cycle={ect.openCycle} />
                ) : (
                  <ButtonLink to="/ects/$ectId/drop-in" params={{ ectId: ect.id }}>
                    Start a drop-in
                  </ButtonLink>
                )}
                <TextLink to="/ects/$ectId/history" params={{ ectId: ect.id }}>
                  {`History of ${ect.name}`}
                </TextLink>
              </Group>
            </Stack>
          </li>
        ))}
      </ul>
    </section>
  );
}
