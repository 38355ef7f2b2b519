import { Group, Stack, Text, Title } from '@mantine/core';
import { CadenceLine } from '../cadence/cadence-line';
import { ButtonLink, TextLink } from '../components/button-link';
import { dayText } from '../components/dates';
import { NextThingButton } from '../cycle/next-thing';
import { useCyclesAtHand } from '../cycle/use-at-hand';
import { graphql, readFragment, type FragmentType } from '../gql';
import { StepView } from '../step/step-view';

const Ect = graphql(`
  fragment EctHome on Person {
    id
    cadence {
      ...CadenceLine
    }
    currentStep {
      step {
        ...StepView
      }
      cycle {
        id
        followUp {
          useOn
          where
          nextDropInOn
        }
      }
    }
    coachingCycles(first: 1) {
      edges {
        node {
          id
          phase
          ...NextThing
        }
      }
    }
  }
`);

/** The ECT's current step, ready to be used: first what to do, then how one can tell, then the rest. */
export function EctHome(props: { person: FragmentType<typeof Ect>; mentorName: string }) {
  const person = readFragment(Ect, props.person);
  const newest = person.coachingCycles.edges[0]?.node;
  const open = newest && newest.phase !== 'CLOSED' && newest.phase !== 'CANCELLED' ? newest : undefined;
  const current = person.currentStep;
  useCyclesAtHand(open ? [open.id] : []);
  return (
    <section aria-labelledby="your-step">
      <Stack gap="md">
        {open && <NextThingButton cycle={open} />}
        <Title order={2} id="your-step">
          Your current step
        </Title>
        {current ? (
          <article className="card" aria-labelledby="your-step">
            <StepView step={current.step} />
          </article>
        ) : (
          <Text>You have no step right now. It appears here as soon as {props.mentorName} shares one with you.</Text>
        )}
        {current?.cycle.followUp && (
          <Text>
            First used on {dayText(current.cycle.followUp.useOn)}: {current.cycle.followUp.where}. {props.mentorName} looks in on{' '}
            {dayText(current.cycle.followUp.nextDropInOn)}.
          </Text>
        )}
        {person.cadence && <CadenceLine cadence={person.cadence} />}
        <Group>
          {current && (
            <ButtonLink to="/cycles/$cycleId" params={{ cycleId: current.cycle.id }} variant={open ? 'default' : 'filled'}>
              Say how it goes
            </ButtonLink>
          )}
          <TextLink to="/history">Your past steps</TextLink>
          <TextLink to="/diagnostics">Questions about your teaching</TextLink>
          <TextLink to="/pastoral">Pastoral meetings</TextLink>
        </Group>
      </Stack>
    </section>
  );
}
