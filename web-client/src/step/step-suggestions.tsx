import { Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useQuery } from 'urql';
import { Loading } from '../components/page-states';
import { graphql } from '../gql';
import { ReasonList } from './reason-list';
import { StepLine } from './step-line';
import { WhyThisStep } from './why-this-step';

const Suggestions = graphql(`
  query StepSuggestions($ectId: ID!) {
    suggestedSteps(ectId: $ectId) {
      step {
        id
        ...StepLine
      }
      reasons {
        ...ReasonList
      }
    }
  }
`);

type Props = {
  cycleId: string;
  ect: { id: string; name: string };
  /** The step that was looked at last: the way back ends where it began. */
  lastOpened: string | undefined;
};

/** The first three steps that would come next, with what speaks for them. The mentor chooses; any other step will do. */
export function StepSuggestions({ cycleId, ect, lastOpened }: Props) {
  const [{ data, error, fetching }] = useQuery({ query: Suggestions, variables: { ectId: ect.id }, requestPolicy: 'cache-and-network' });
  const suggested = data?.suggestedSteps;
  const there = Boolean(suggested);
  useEffect(() => {
    if (there && lastOpened && !document.getElementById(`found-${lastOpened}`)) document.getElementById(`suggested-${lastOpened}`)?.focus();
  }, [there, lastOpened]);
  // Whoever does not mentor the ECT today is told nothing.
  if (suggested === null) return null;
  return (
    <section aria-labelledby="suggestions">
      <Title order={2} id="suggestions" size="h3">
        Steps that may come next for {ect.name}
      </Title>
      <Text className="quiet">From your last two drop-ins, the steps before, and the programme. It says nothing of how well anybody does.</Text>
      {!suggested && fetching && <Loading lines={3} />}
      {!suggested && error && <Text role="alert">Suggestions could not be loaded. Search below instead.</Text>}
      {suggested?.length === 0 && <Text>Nothing speaks for one step more than for others yet. Add notes to the drop-in, or search below.</Text>}
      {suggested && suggested.length > 0 && (
        <ul className="plain-list suggestions" aria-label="Suggested steps">
          {suggested.map(({ step, reasons }) => (
            <li key={step.id}>
              <Link id={`suggested-${step.id}`} to="/cycles/$cycleId/step" params={{ cycleId }} search={{ look: step.id }} className="card person-card">
                <StepLine step={step} />
              </Link>
              <ReasonList reasons={reasons} />
              <WhyThisStep ectId={ect.id} stepId={step.id} question="Why this one?" />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
