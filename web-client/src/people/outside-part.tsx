import { Checkbox, Stack, Text, Title } from '@mantine/core';
import { useChange } from '../api/use-change';
import { dayText } from '../components/dates';
import { ErrorSummary } from '../components/error-summary';
import { graphql } from '../gql';
import { CHANGES, TASKS } from './people-words';
import type { AtSchool } from './school-roll';

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
  return (
    <section aria-label="To do outside of Coachbench">
      <Stack gap="sm">
        <Title order={3} fz="lg">
          To do outside of Coachbench
        </Title>
        <ErrorSummary problems={problems} />
        {at.outside.map((check) => (
          <Checkbox
            key={check.task}
            label={TASKS[check.task]}
            description={descriptionOf(check)}
            checked={check.done}
            onChange={(event) =>
              void send({ personId: at.person.id, schoolId, role: at.role, task: check.task, done: event.target.checked })
            }
          />
        ))}
        <Text className="quiet" fz="sm">
          A ticked task opens again when something changes that has to be told there too.
        </Text>
      </Stack>
    </section>
  );
}

function descriptionOf({ done, doneOn, doneBy, changedSince }: AtSchool['outside'][number]): string | undefined {
  if (!doneOn) return undefined;
  const by = doneBy ? ` by ${doneBy.name}` : '';
  if (done) return `Done on ${dayText(doneOn)}${by}`;
  return `To be told again: ${changedSince.map((change) => CHANGES[change]).join(', ')}. Last done on ${dayText(doneOn)}${by}`;
}
