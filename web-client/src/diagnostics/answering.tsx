import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useChange } from '../api/use-change';
import { ErrorSummary } from '../components/error-summary';
import { PageTitle } from '../components/page-title';
import { graphql, readFragment, type FragmentType } from '../gql';
import { AllAnswered } from './all-answered';
import { ChoiceAnswered } from './choice-answered';
import { firstOpen, isAnswered } from './diagnostic-words';
import { QuestionForm, type Said } from './question-form';

export const AskedSet = graphql(`
  fragment AskedSet on DiagnosticSet {
    id
    kind
    title
    about
    state
    sitting
    questions {
      id
      kind
      asks
      module {
        id
        title
        strand
      }
      options {
        text
        right
        why
      }
      answer {
        sitting
        option
        line
        right
      }
    }
  }
`);

const Answer = graphql(`
  mutation AnswerDiagnostic($input: AnswerDiagnosticInput!, $setId: ID!) {
    answerDiagnostic(input: $input) {
      ect {
        id
        diagnostics {
          set(id: $setId) {
            ...AskedSet
          }
        }
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

type Props = { ectId: string; set: FragmentType<typeof AskedSet>; sitting: number; onReload: () => void };

/** One question after the other; each answer is kept as it is given. It begins where the ECT stopped. */
export function Answering({ ectId, sitting, onReload, ...props }: Props) {
  const set = readFragment(AskedSet, props.set);
  const { questions } = set;
  const [position, setPosition] = useState(() => firstOpen(questions, sitting));
  // Nothing takes the focus from the page's heading until somebody has gone on.
  const [moved, setMoved] = useState(false);
  const { send, busy, problems, setProblems } = useChange(Answer, (data) => data.answerDiagnostic);
  const question = questions[position];
  if (!question) return <AllAnswered set={set} />;

  const answered = isAnswered(question, sitting);

  function goTo(next: number) {
    setProblems([]);
    setMoved(true);
    setPosition(next);
  }

  async function keep(said: Said) {
    if (!question) return;
    const kept = await send({ ectId, setId: set.id, questionId: question.id, sitting, ...said }, { setId: set.id });
    if (!kept) return;
    if (question.kind === 'CHOICE') setMoved(true);
    else goTo(position + 1);
  }

  return (
    <Stack gap="md" className="asking">
      <div>
        <PageTitle>{set.title}</PageTitle>
        {position === 0 && !answered && <Text>{set.about}</Text>}
      </div>
      <div>
        <Text className="quiet" role="status">{`Question ${position + 1} of ${questions.length}`}</Text>
        <progress className="asked-so-far" value={position} max={questions.length} aria-hidden />
      </div>
      <ErrorSummary problems={problems} />
      {problems.some(({ path }) => path.length > 1) && (
        <Button variant="default" onClick={onReload}>
          Open it again
        </Button>
      )}
      {answered && question.kind === 'CHOICE' ? (
        <>
          <ChoiceAnswered {...question} chosen={question.answer?.option} focused={moved} />
          <Button size="md" fullWidth onClick={() => goTo(position + 1)}>
            {position + 1 === questions.length ? 'Finish' : 'Next question'}
          </Button>
        </>
      ) : (
        <QuestionForm key={question.id} question={answered ? question : { ...question, answer: null }} busy={busy} focused={moved} onSaid={(said) => void keep(said)} />
      )}
      {position > 0 && (
        <Button variant="subtle" onClick={() => goTo(position - 1)}>
          Back to question {position}
        </Button>
      )}
    </Stack>
  );
}
