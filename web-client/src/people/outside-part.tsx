import { Checkbox, Stack, Text, Title } from '@mantine/core';
import { useChange } from '../api/use-change';
import { dayText } from '../components/dates';
import { ErrorSummary } from '../components/error-summary';
import { graphql } from '../gql';
import type { OutsideTask } from '../gql/graphql';
import { CHANGES, TASKS } from './people-words';
import type { AtSchool } from './school-roll';
import { useAhead } from './use-ahead';

const TickOutsideTask = graphql(`
  mutation TickOutsideTask($input: TickOutsideTaskInput!) {
    tickOutsideTask(input: $input) {
      person {
        id
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

/** What must also be done outside of Coachbench, which nobody else reminds of. */
export function OutsidePart({ at, schoolId }: { at: AtSchool; schoolId: string }) {
  const { send, problems } = useChange(TickOutsideTask, (data) => data.tickOutsideTask);
  const tick = async (task: OutsideTask, done: boolean) => Boolean(await send({ personId: at.person.id, schoolId, role: at.role, task, done }));
  return (
    <section aria-label="To do outside of Coachbench">
      <Stack gap="sm">
        <Title order={3} fz="lg">
          To do outside of Coachbench
        </Title>
        <ErrorSummary problems={problems} />
        {at.outside.map((check) => (
          <Task key={check.task} check={check} onTick={(done) => tick(check.task, done)} />
        ))}
        <Text className="quiet" fz="sm">
          A ticked task opens again when something changes that has to be told there too.
        </Text>
      </Stack>
    </section>
  );
}

type Check = AtSchool['outside'][number];

function Task({ check, onTick }: { check: Check; onTick: (done: boolean) => Promise<boolean> }) {
  const ticked = useAhead(check.done, JSON.stringify(check));

  async function tick(done: boolean) {
    ticked.show(done);
    if (!(await onTick(done))) ticked.takeBack();
  }

  return (
    <Checkbox
      label={TASKS[check.task]}
      description={descriptionOf(check)}
      checked={ticked.value}
      onChange={(event) => void tick(event.target.checked)}
    />
  );
}

function descriptionOf({ done, doneOn, doneBy, changedSince }: Check): string | undefined {
  if (!doneOn) return undefined;
  const by = doneBy ? ` by ${doneBy.name}` : '';
  if (done) return `Done on ${dayText(doneOn)}${by}`;
  return `To be told again: ${changedSince.map((change) => CHANGES[change]).join(', ')}. Last done on ${dayText(doneOn)}${by}`;
}
