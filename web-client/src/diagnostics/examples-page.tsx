import { Button, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useChange } from '../api/use-change';
import { TextLink } from '../components/button-link';
import { ErrorSummary } from '../components/error-summary';
import { Empty, Failed, Loading } from '../components/page-states';
import { PageTitle } from '../components/page-title';
import { graphql } from '../gql';
import type { ExamplesPageQuery, SchoolPhase } from '../gql/graphql';

const Examples = graphql(`
  query ExamplesPage {
    exampleQuestions {
      title
      about
      asksPhase
      phases {
        phase
        text
      }
      asksSubject
      families {
        text
      }
      asksNeed
      needs {
        id
        text
      }
    }
    viewer {
      person {
        id
        diagnostics {
          example {
            phase
            family {
              text
            }
            need {
              id
              text
            }
          }
        }
      }
    }
  }
`);

const Check = graphql(`
  mutation CheckExamples($input: CheckExamplesInput!) {
    checkExamples(input: $input) {
      ect {
        id
        diagnostics {
          example {
            ...ExampleLine
            ...SuitsExample
          }
        }
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

/** Three questions, after which the models of steps that suit come first. */
export function ExamplesPage() {
  const [{ data, error, fetching }, ask] = useQuery({ query: Examples, requestPolicy: 'cache-and-network' });
  if (!data) {
    if (error && !fetching) return <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />;
    return <Loading />;
  }
  const { person } = data.viewer;
  if (!person.diagnostics) {
    return (
      <Empty title="Only ECTs are asked these questions.">
        <PageTitle>Not for you</PageTitle>
        <TextLink to="/">Go to your home page</TextLink>
      </Empty>
    );
  }
  return <CheckForm ectId={person.id} questions={data.exampleQuestions} said={person.diagnostics.example ?? undefined} />;
}

type Said = NonNullable<NonNullable<ExamplesPageQuery['viewer']['person']['diagnostics']>['example']>;
type FormProps = { ectId: string; questions: ExamplesPageQuery['exampleQuestions']; said: Said | undefined };

function CheckForm({ ectId, questions, said }: FormProps) {
  const [phase, setPhase] = useState<string>(said?.phase ?? '');
  const [family, setFamily] = useState(said?.family.text ?? '');
  const [needId, setNeedId] = useState(said?.need?.id ?? '');
  const { send, busy, problems, setProblems } = useChange(Check, (data) => data.checkExamples);
  const navigate = useNavigate();

  async function keep() {
    const missing = [
      ...(phase ? [] : [{ message: 'Choose whom you teach.', path: ['input', 'phase'] }]),
      ...(family ? [] : [{ message: 'Choose what you teach.', path: ['input', 'family'] }]),
    ];
    if (missing.length > 0) setProblems(missing);
    else if (await send({ ectId, phase: phase as SchoolPhase, family, needId: needId || null })) void navigate({ to: '/diagnostics' });
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <Stack gap="lg" className="asking">
        <div>
          <PageTitle>{questions.title}</PageTitle>
          <Text>{questions.about}</Text>
        </div>
        <ErrorSummary problems={problems} fields={{ phase: 'phase-0', family: 'family-0', needId: 'need-0' }} />
        <Choice name="phase" asks={questions.asksPhase} options={questions.phases.map((one) => ({ value: one.phase, text: one.text }))} value={phase} onChange={setPhase} />
        <Choice name="family" asks={questions.asksSubject} options={questions.families.map(({ text }) => ({ value: text, text }))} value={family} onChange={setFamily} />
        <Choice
          name="need"
          asks={questions.asksNeed}
          options={[{ value: '', text: 'No particular pupil' }, ...questions.needs.map(({ id, text }) => ({ value: id, text }))]}
          value={needId}
          onChange={setNeedId}
        />
        <Button type="submit" size="md" loading={busy} fullWidth>
          Keep this
        </Button>
      </Stack>
    </form>
  );
}

type ChoiceProps = { name: string; asks: string; options: ReadonlyArray<{ value: string; text: string }>; value: string; onChange: (value: string) => void };

function Choice({ name, asks, options, value, onChange }: ChoiceProps) {
  return (
    <fieldset className="question">
      <legend className="asks">{asks}</legend>
      {options.map((option, index) => (
        <label key={option.value} className="answer">
          <input id={`${name}-${index}`} type="radio" name={name} value={option.value} checked={value === option.value} onChange={() => onChange(option.value)} />
          <span>{option.text}</span>
        </label>
      ))}
    </fieldset>
  );
}
