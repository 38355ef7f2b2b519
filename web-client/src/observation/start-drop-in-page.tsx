import { Button, Stack, Text } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { useQuery } from 'urql';
import { newCycleId } from '../api/new-id';
import { serverNow } from '../api/server-clock';
import { useChange, type ShownProblem } from '../api/use-change';
import { useDraft } from '../api/use-draft';
import { ButtonLink } from '../components/button-link';
import { ErrorSummary } from '../components/error-summary';
import { Empty, Failed, Loading } from '../components/page-states';
import { PageTitle } from '../components/page-title';
import { StartCycle } from '../cycle/cycle-mutations';
import { useBegunOffline } from '../outbox/use-begun-offline';
import { StartDropIn } from './start-drop-in';
import { LESSON_FIELDS, LessonFields, type LessonText } from './lesson-fields';

/** Begins a cycle: which lesson is visited. Subject and class of the last time are filled in. */
export function StartDropInPage() {
  const { ectId } = useParams({ from: '/ects/$ectId/drop-in' });
  const [{ data, error, fetching }, ask] = useQuery({ query: StartDropIn, variables: { ectId } });
  const begun = useBegunOffline().find((start) => start.input.ectId === ectId);
  if (begun) {
    return (
      <Stack align="flex-start">
        <PageTitle>{begun.about ? `Drop-in with ${begun.about}` : 'Drop-in'}</PageTitle>
        <Text>You started this drop-in on this device. It is sent as soon as the service can be reached.</Text>
        <ButtonLink to="/cycles/$cycleId/observation" params={{ cycleId: begun.cycleId }}>
          Continue the drop-in
        </ButtonLink>
      </Stack>
    );
  }
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
    const now = serverNow();
    const cycleId = newCycleId(now);
    if (!(await send({ cycleId, ectId, lesson: value, observedAt: new Date(now).toISOString() }))) return;
    clear();
    await navigate({ to: '/cycles/$cycleId/observation', params: { cycleId } });
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
