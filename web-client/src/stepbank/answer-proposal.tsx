import { Button, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { errorAt, useChange } from '../api/use-change';
import { useDraft } from '../api/use-draft';
import { dayOf } from '../components/dates';
import { ErrorSummary } from '../components/error-summary';
import { graphql, readFragment, type FragmentType } from '../gql';
import { StepContentView } from './step-content';

const Proposal = graphql(`
  fragment AnswerProposal on StepProposal {
    id
    at
    message
    school {
      id
      name
    }
    proposedBy {
      id
      name
    }
    content {
      title
      why
      cue
      criteria
      models {
        ...StepContentModels
      }
      practice {
        ...PracticeList
      }
      pitfalls
      phrasings
    }
  }
`);

const Answer = graphql(`
  mutation AnswerProposal($input: AnswerProposalInput!) {
    answerProposal(input: $input) {
      proposal {
        id
        status
        reply
        answeredAt
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

/** A proposed step, who proposed it and why, and the answer to it. */
export function AnswerProposal(props: { proposal: FragmentType<typeof Proposal> }) {
  const proposal = readFragment(Proposal, props.proposal);
  const { value: reply, set, clear } = useDraft(`${proposal.id}.reply`, '');
  const { send, busy, problems } = useChange(Answer, (data) => data.answerProposal);
  const field = `reply-${proposal.id}`;

  async function answer(accept: boolean) {
    if (await send({ proposalId: proposal.id, accept, reply: reply.trim() || null })) clear();
  }

  return (
    <Stack gap="sm">
      <div>
        <Title order={3}>{proposal.content.title}</Title>
        <Text className="quiet">
          {proposal.proposedBy.name}, {proposal.school.name}, {dayOf(proposal.at)}
        </Text>
      </div>
      {proposal.message && <Text className="typed">“{proposal.message}”</Text>}
      <details>
        <summary>Read the step</summary>
        <div className="inset">
          <StepContentView content={proposal.content} order={4} />
        </div>
      </details>
      <ErrorSummary problems={problems} fields={{ reply: field }} />
      <Textarea
        id={field}
        label="Reply (optional)"
        maxLength={1000}
        value={reply}
        error={errorAt(problems, 'reply')}
        onChange={(event) => set(event.target.value)}
      />
      <Group gap="xs">
        <Button variant="light" loading={busy} aria-label={`Accept: ${proposal.content.title}`} onClick={() => void answer(true)}>
          Accept
        </Button>
        <Button variant="default" disabled={busy} aria-label={`Decline: ${proposal.content.title}`} onClick={() => void answer(false)}>
          Decline
        </Button>
      </Group>
    </Stack>
  );
}
