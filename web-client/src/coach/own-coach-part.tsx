import { Button, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useChange } from '../api/use-change';
import { TextLink } from '../components/button-link';
import { dayText, isoToday } from '../components/dates';
import { graphql, readFragment, type FragmentType } from '../gql';
import { LastDayForm } from '../people/last-day-form';
import { isOn } from '../people/roll-rule';
import { EndCoachPairing } from './coach-mutations';
import { REASONS } from './coach-words';

const Part = graphql(`
  fragment OwnCoachPart on Person {
    id
    coachPairings {
      id
      reason
      startedOn
      finishedOn
      coach {
        id
        name
      }
    }
    mentorStep {
      step {
        title
      }
      cycle {
        id
      }
    }
  }
`);

/** A mentor's coach, the step they work on, and the way out of it. */
export function OwnCoachPart(props: { person: FragmentType<typeof Part> }) {
  const { coachPairings, mentorStep } = readFragment(Part, props.person);
  const [ending, setEnding] = useState(false);
  const { send, busy, problems } = useChange(EndCoachPairing, (data) => data.endCoachPairing);
  const pairing = coachPairings?.find((one) => isOn(one, isoToday()));
  if (!pairing) return null;
  const title = `End the coaching by ${pairing.coach.name}`;

  async function end(finishedOn: string) {
    if (pairing && (await send({ pairingId: pairing.id, finishedOn }))) setEnding(false);
  }

  return (
    <section aria-labelledby="your-coach">
      <Title order={2} id="your-coach" mb="sm">
        Your coach
      </Title>
      <Stack gap="sm" align="flex-start">
        <Text>
          {pairing.coach.name}, since {dayText(pairing.startedOn)}
          {pairing.finishedOn && `, until ${dayText(pairing.finishedOn)}`}. {REASONS[pairing.reason]}.
        </Text>
        <Text>
          {mentorStep ? (
            <>
              Your step:{' '}
              <TextLink to="/cycles/$cycleId" params={{ cycleId: mentorStep.cycle.id }}>
                {mentorStep.step.title}
              </TextLink>
            </>
          ) : (
            <span className="quiet">No step yet. Share a session on its overview, so that your coach can see how you coach.</span>
          )}
        </Text>
        <TextLink to="/history">Your steps so far</TextLink>
        {ending ? (
          <LastDayForm title={title} startedOn={pairing.startedOn} busy={busy} problems={problems} onEnd={(day) => void end(day)} onClose={() => setEnding(false)} />
        ) : (
          !pairing.finishedOn && (
            <Button variant="subtle" onClick={() => setEnding(true)}>
              {title}
            </Button>
          )
        )}
      </Stack>
    </section>
  );
}
