import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Failed, Loading } from '../components/page-states';
import { graphql } from '../gql';
import { ReasonList } from './reason-list';
import { placeText } from './reason-words';

const Why = graphql(`
  query WhyThisStep($ectId: ID!, $stepId: ID!) {
    whyThisStep(ectId: $ectId, stepId: $stepId) {
      place
      outOf
      notRanked
      reasons {
        ...ReasonList
      }
      lifts {
        words
        place
      }
    }
  }
`);

/** Where a step stands for an ECT, and what would bring it further up: asked for when it is opened. */
export function WhyThisStep({ ectId, stepId, question }: { ectId: string; stepId: string; question: string }) {
  const [open, setOpen] = useState(false);
  const [{ data, error, fetching }, ask] = useQuery({ query: Why, variables: { ectId, stepId }, pause: !open, requestPolicy: 'cache-and-network' });
  const why = data?.whyThisStep;
  return (
    <details className="why-step" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{question}</summary>
      {open && !why && fetching && <Loading lines={1} />}
      {open && error && !why && <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />}
      {open && data && !why && !fetching && <Text>Only the ECT’s mentor of today is told.</Text>}
      {why && (
        <Stack gap="xs">
          <Text>{placeText(why.place, why.outOf, why.notRanked)}</Text>
          {why.reasons.length > 0 ? <ReasonList reasons={why.reasons} inFull /> : why.place && <Text>Nothing speaks for it or against it so far.</Text>}
          {why.lifts.length > 0 && (
            <div>
              <Text fw={600}>It would come further up when</Text>
              <ul className="bullets">
                {why.lifts.map((lift) => (
                  <li key={lift.words}>
                    {lift.words} Then: place {lift.place}.
                  </li>
                ))}
              </ul>
            </div>
          )}
        </Stack>
      )}
    </details>
  );
}
