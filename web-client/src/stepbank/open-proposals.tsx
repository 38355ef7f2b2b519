import { Title } from '@mantine/core';
import { graphql, readFragment, type FragmentType } from '../gql';
import { AnswerProposal } from './answer-proposal';

const Proposals = graphql(`
  fragment OpenProposals on StepBank {
    id
    openProposals {
      id
      ...AnswerProposal
    }
  }
`);

/** Steps of schools that wait to be taken into this bank, for those who answer; nothing for everybody else. */
export function OpenProposals(props: { bank: FragmentType<typeof Proposals> }) {
  const proposals = readFragment(Proposals, props.bank).openProposals;
  if (!proposals || proposals.length === 0) return null;
  return (
    <section aria-labelledby="proposals">
      <Title order={2} id="proposals" mb="xs">
        {proposals.length === 1 ? '1 proposal awaits an answer' : `${proposals.length} proposals await an answer`}
      </Title>
      <ul className="plain-list" aria-labelledby="proposals">
        {proposals.map((proposal) => (
          <li key={proposal.id} className="card">
            <AnswerProposal proposal={proposal} />
          </li>
        ))}
      </ul>
    </section>
  );
}
