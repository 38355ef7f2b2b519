import { Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { useQuery } from 'urql';
import { TextLink } from '../components/button-link';
import { graphql } from '../gql';
import { StrandPicture } from './strand-picture';

const SaidByEct = graphql(`
  query SaidByEct($ectId: ID!) {
    node(id: $ectId) {
      __typename
      id
      ... on Person {
        name
        diagnostics {
          lookAgain {
            id
            title
            strand
          }
          sets {
            id
            state
          }
          ...StrandPictures
        }
      }
    }
  }
`);

/** What an ECT said of themself, beside the steps while their mentor chooses one. Nothing while they said nothing. */
export function SaidBeside({ ectId }: { ectId: string }) {
  const [{ data }] = useQuery({ query: SaidByEct, variables: { ectId }, requestPolicy: 'cache-and-network' });
  // Above the finder, on a phone, it would push the steps out of sight.
  const roomy = useMediaQuery('(min-width: 880px)', undefined, { getInitialValueInEffect: false });
  const [wanted, setWanted] = useState<boolean>();
  const ect = data?.node?.__typename === 'Person' && data.node.id === ectId ? data.node : undefined;
  const said = ect?.diagnostics;
  if (!said || said.sets.every((set) => set.state === 'NOT_BEGUN')) return null;
  return (
    <details className="said-beside" open={wanted ?? roomy} onToggle={(event) => setWanted(event.currentTarget.open)}>
      <summary>{`What ${ect.name} said`}</summary>
      <Stack gap="sm">
        <StrandPicture diagnostics={said} title={`How sure ${ect.name} said they are`} />
        {said.lookAgain.length > 0 && (
          <div>
            <Text fw={600}>Worth another look</Text>
            <ul className="bullets">
              {said.lookAgain.map((module) => (
                <li key={module.id}>{module.title}</li>
              ))}
            </ul>
          </div>
        )}
        <TextLink to="/ects/$ectId/diagnostics" params={{ ectId }}>
          All answers
        </TextLink>
      </Stack>
    </details>
  );
}
