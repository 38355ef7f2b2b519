import { Button, Stack, Text } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { useQuery } from 'urql';
import { useChange, type ShownProblem } from '../api/use-change';
import { useDraft } from '../api/use-draft';
import { ErrorSummary } from '../components/error-summary';
import { Empty, Failed, Loading } from '../components/page-states';
import { PageTitle } from '../components/page-title';
import { graphql } from '../gql';
import { LESSON_FIELDS, LessonFields, type LessonText } from './lesson-fields';

const StartDropIn = graphql(`
  query StartDropIn($ectId: ID!) {
    node(id: $ectId) {
      __typename
      id
      ... on Person {
        name
        coachingCycles(first: 1) {
          edges {
            node {
              id
              observation {
                lesson {
                  subject
                  className
                }
              }
            }
          }
        }
      }
    }
  }
`);

const StartCycle = graphql(`
  mutation StartCycle($input: StartCycleInput!) {
    startCycle(input: $input) {
      cycle {
        id
        ...LiveCycle
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

/** Begins a cycle: which lesson is visited. Subject and class of the last time are filled in. */
export function StartDropInPage() {
  const { ectId } = useParams({ from: '/ects/$ectId/drop-in' });
  const [{ data, error, fetching }, ask] = useQuery({ query: StartDropIn, variables: { ectId } });
  if (fetching && !data) return <Loading />;
  if (error && !data) return <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />;
  if (data?.node?.__typename !== 'Person') {
    return (
      <Empty title="There is no such person, or they are not yours to see.">
        <PageTitle>Not found</PageTitle>
      </Empty>
    );
  }
  const last = data.node.coachingCycles.edges[0]?.node.observation?.lesson;
  return <StartForm ectId={ectId} name={data.node.name} suggested={{ subject: last?.subject ?? '', className: last?.className ?? '', topic: '' }} />;
}

function StartForm({ ectId, name, suggested }: { ectId: string; name: string; suggested: LessonText }) {
  const { value, set, clear } = useDraft(`${ectId}.start`, suggested);
  const { send, busy, problems, setProblems } = useChange(StartCycle, (data) => data.startCycle);
  const navigate = useNavigate();

  async function submit(event: FormEvent) {
    event.preventDefault();
    const missing = missingParts(value);
    if (missing.length > 0) return setProblems(missing);
    const payload = await send({ ectId, lesson: value });
    if (!payload?.cycle) return;
    clear();
    const id = (payload.cycle as { id: string }).id;
    await navigate({ to: '/cycles/$cycleId/observation', params: { cycleId: id } });
  }

  return (
    <Stack gap="lg" maw={560}>
      <PageTitle>{`Start a drop-in with ${name}`}</PageTitle>
      <Text>A drop-in takes 10 to 15 minutes. It is there to help, not to judge.</Text>
      <ErrorSummary problems={problems} fields={LESSON_FIELDS} />
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack>
          <LessonFields value={value} problems={problems} onChange={set} />
          <Button type="submit" loading={busy} style={{ alignSelf: 'flex-start' }}>
            Start drop-in
          </Button>
        </Stack>
      </form>
    </Stack>
  );
}

function missingParts(lesson: LessonText): ShownProblem[] {
  const problems: ShownProblem[] = [];
  if (!lesson.subject.trim()) problems.push({ message: 'Enter the subject.', path: ['input', 'lesson', 'subject'] });
  if (!lesson.className.trim()) problems.push({ message: 'Enter the class.', path: ['input', 'lesson', 'className'] });
  return problems;
}
