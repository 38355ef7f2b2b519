import { Button, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { graphql, readFragment, type FragmentType } from '../gql';
import { StepLine } from './step-line';
import { WhyThisStep } from './why-this-step';

const Found = graphql(`
  fragment FoundSteps on StepConnection {
    totalCount
    edges {
      node {
        id
        ...StepLine
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
`);

/** Where the focus goes when something out of sight has changed what was found. */
export const STEPS_FOUND = 'steps-found';

type Props = {
  found: FragmentType<typeof Found>;
  cycleId: string;
  /** The ECT for whom each step can be asked about; none where steps are not suggested. */
  ectId: string | undefined;
  /** The step that was looked at last: the way back ends where it began. */
  lastOpened: string | undefined;
  loading: boolean;
  onMore: (after: string | null) => void;
};

/** The steps that fit, best first. Earlier ones stay until newer ones are there. */
export function FoundSteps({ cycleId, ectId, lastOpened, loading, onMore, ...props }: Props) {
  const found = readFragment(Found, props.found);
  useEffect(() => {
    if (lastOpened) document.getElementById(`found-${lastOpened}`)?.focus();
  }, [lastOpened]);
  return (
    <>
      <Text role="status" id={STEPS_FOUND} tabIndex={-1}>
        {found.totalCount === 1 ? '1 step fits' : `${found.totalCount} steps fit`}
      </Text>
      {found.totalCount === 0 && <Text>Try fewer or other words or filters, or write your own step.</Text>}
      <ul className="plain-list" aria-label="Steps found" aria-busy={loading}>
        {found.edges.map(({ node }) => (
          <li key={node.id}>
            <Link id={`found-${node.id}`} to="/cycles/$cycleId/step" params={{ cycleId }} search={{ look: node.id }} className="card person-card">
              <StepLine step={node} />
            </Link>
            {ectId && <WhyThisStep ectId={ectId} stepId={node.id} question="Why not this one?" />}
          </li>
        ))}
      </ul>
      {found.pageInfo.hasNextPage && (
        <Button variant="default" style={{ alignSelf: 'flex-start' }} loading={loading} onClick={() => onMore(found.pageInfo.endCursor)}>
          Show more steps
        </Button>
      )}
    </>
  );
}
