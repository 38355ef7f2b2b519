import { Text, Title } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { PhaseBadge } from '../components/phase-badge';
import { graphql, readFragment, type FragmentType } from '../gql';

const Rounds = graphql(`
  fragment RoundList on CoachingCycle {
    step {
      criteria {
        id
        text
      }
    }
    rounds {
      id
      number
      rehearsed
      criteriaSeen
      feedback {
        text
      }
    }
  }
`);

/** Rehearsals and the feedback on them, in their order. */
export function RoundList(props: { cycle: FragmentType<typeof Rounds> }) {
  const cycle = readFragment(Rounds, props.cycle);
  const criteria = new Map(cycle.step?.criteria.map((criterion) => [criterion.id, criterion.text]));
  return (
    <section aria-labelledby="rounds">
      <Title order={2} id="rounds" mb="sm">
        Practice rounds
      </Title>
      {cycle.rounds.length === 0 && <Text className="quiet">None yet.</Text>}
      <ol className="plain-list" aria-label="Practice rounds">
        {cycle.rounds.map((round) => (
          <li key={round.id} className="card">
            <Title order={3}>Round {round.number}</Title>
            <PhaseBadge phase="PRACTICE" />
            <Text className="typed">{round.rehearsed}</Text>
            {round.criteriaSeen.length > 0 && (
              <ul className="plain-list" aria-label="Success criteria seen">
                {round.criteriaSeen.map((id) => (
                  <li key={id}>
                    <IconCheck size={16} aria-hidden /> {criteria.get(id) ?? 'A criterion that was reworded since'}
                  </li>
                ))}
              </ul>
            )}
            {round.feedback && (
              <>
                <PhaseBadge phase="FEEDBACK" />
                <Text className="typed">{round.feedback.text}</Text>
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
