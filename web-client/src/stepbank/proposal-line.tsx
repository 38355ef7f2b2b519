import { Text } from '@mantine/core';
import { dayOf } from '../components/dates';
import { graphql, readFragment, type FragmentType } from '../gql';

const Line = graphql(`
  fragment ProposalLine on Step {
    id
    proposal {
      id
      status
      at
      reply
      answeredAt
      proposedBy {
        id
        name
      }
    }
  }
`);

/** What became of the last proposal of a step to the bank that schools share. */
export function ProposalLine(props: { step: FragmentType<typeof Line> }) {
  const { proposal } = readFragment(Line, props.step);
  if (!proposal) return null;
  const answered = proposal.answeredAt && ` on ${dayOf(proposal.answeredAt)}`;
  return (
    <Text className="no-print" role="status">
      {proposal.status === 'OPEN' && `Proposed to all schools by ${proposal.proposedBy.name} on ${dayOf(proposal.at)}. It awaits an answer.`}
      {proposal.status === 'ACCEPTED' && `Taken into the bank that schools share${answered}.`}
      {proposal.status === 'DECLINED' && `Not taken into the bank that schools share${answered}.`}
      {proposal.reply && ` The answer: “${proposal.reply}”`}
    </Text>
  );
}
