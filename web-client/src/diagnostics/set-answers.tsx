import { Text } from '@mantine/core';
import { dayOf, dayText } from '../components/dates';
import { graphql, readFragment, type FragmentType } from '../gql';
import type { SetAnswersFragment } from '../gql/graphql';

const Answers = graphql(`
  fragment SetAnswers on DiagnosticSet {
    id
    kind
    title
    state
    completedOn
    questions {
      id
      kind
      asks
      options {
        text
      }
      answer {
        sitting
        at
        option
        line
        right
      }
      earlier {
        sitting
        at
        option
        line
        right
      }
    }
  }
`);

type Question = SetAnswersFragment['questions'][number];
type Given = NonNullable<Question['answer']>;

/** What an ECT said in a set, the newest first, to be opened. */
export function SetAnswers(props: { set: FragmentType<typeof Answers> }) {
  const set = readFragment(Answers, props.set);
  return (
    <details>
      <summary>{set.completedOn && set.state === 'COMPLETE' ? `${set.title} (${dayText(set.completedOn)})` : `${set.title} (begun)`}</summary>
      <dl className="said">
        {set.questions
          .filter((question) => question.answer ?? question.earlier.length > 0)
          .map((question) => (
            <div key={question.id}>
              <dt>{question.asks}</dt>
              {question.answer && <dd>{given(question, question.answer)}</dd>}
              {question.earlier.map((answer) => (
                <dd key={answer.sitting} className="quiet">
                  {`${dayOf(answer.at)}: `}
                  {given(question, answer)}
                </dd>
              ))}
            </div>
          ))}
      </dl>
    </details>
  );
}

function given(question: Question, answer: Given) {
  const text = answer.option == null ? answer.line || 'Left out' : (question.options[answer.option]?.text ?? '');
  return (
    <Text span className="typed">
      {answer.right === false ? `${text} (another answer fits better)` : text}
    </Text>
  );
}
