import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { errorAt, useChange } from '../api/use-change';
import { isoToday } from '../components/dates';
import { ErrorSummary } from '../components/error-summary';
import { graphql } from '../gql';
import type { WorkingPattern } from '../gql/graphql';
import { PATTERNS } from './people-words';
import { isOver } from './roll-rule';
import type { AtSchool } from './school-roll';
import { useAhead } from './use-ahead';

const LeaveSchool = graphql(`
  mutation LeaveSchool($input: LeaveSchoolInput!) {
    leaveSchool(input: $input) {
      person {
        id
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

const ChangeWorkingPattern = graphql(`
  mutation ChangeWorkingPattern($input: ChangeWorkingPatternInput!) {
    changeWorkingPattern(input: $input) {
      person {
        id
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

type Props = { at: AtSchool; schoolId: string };

/** Leaving the school, taking that back, and working less or more. */
export function LeavingPart({ at, schoolId }: Props) {
  const [open, setOpen] = useState(false);
  const stay = useChange(LeaveSchool, (data) => data.leaveSchool);
  const pattern = useChange(ChangeWorkingPattern, (data) => data.changeWorkingPattern);
  const chosen = useAhead(at.workingPattern, at.workingPattern ?? '');

  async function choose(workingPattern: WorkingPattern) {
    chosen.show(workingPattern);
    if (!(await pattern.send({ personId: at.person.id, schoolId, workingPattern }))) chosen.takeBack();
  }

  return (
    <Stack gap="sm">
      <ErrorSummary problems={[...stay.problems, ...pattern.problems]} />
      {!open && (
        <Group align="flex-end">
          {at.role === 'ECT' && !isOver(at, isoToday()) && (
            <NativeSelect
              label="Working pattern"
              value={chosen.value ?? ''}
              onChange={(event) => void choose(event.target.value as WorkingPattern)}
              data={[
                ...(at.workingPattern ? [] : [{ value: '', label: 'Not known', disabled: true }]),
                ...Object.entries(PATTERNS).map(([value, label]) => ({ value, label })),
              ]}
            />
          )}
          <Button variant="default" onClick={() => setOpen(true)}>
            {at.finishedOn ? 'Change the last day' : 'Record that they leave'}
          </Button>
          {at.finishedOn && (
            <Button
              variant="subtle"
              loading={stay.busy}
              onClick={() => void stay.send({ personId: at.person.id, schoolId, role: at.role, finishedOn: null })}
            >
              They stay after all
            </Button>
          )}
        </Group>
      )}
      {open && <LeaveForm at={at} schoolId={schoolId} onClose={() => setOpen(false)} />}
    </Stack>
  );
}

function LeaveForm({ at, schoolId, onClose }: Props & { onClose: () => void }) {
  const [finishedOn, setFinishedOn] = useState(at.finishedOn ?? isoToday());
  const { send, busy, problems } = useChange(LeaveSchool, (data) => data.leaveSchool);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (await send({ personId: at.person.id, schoolId, role: at.role, finishedOn })) onClose();
  }

  return (
    <form className="card" onSubmit={(event) => void submit(event)} noValidate aria-label="Record that they leave">
      <Stack maw={480}>
        <ErrorSummary problems={problems} fields={{ finishedOn: 'leave-on' }} />
        <TextInput
          id="leave-on"
          type="date"
          maw={240}
          label="Last day at the school"
          autoFocus
          value={finishedOn}
          error={errorAt(problems, 'finishedOn')}
          onChange={(event) => setFinishedOn(event.target.value)}
        />
        <Text className="quiet">
          {at.role === 'ECT'
            ? 'Their mentorship ends the same day. If they go on at another school with Coachbench, its tutor transfers them instead.'
            : 'Their mentorships here end the same day.'}
        </Text>
        <Group>
          <Button type="submit" loading={busy} disabled={finishedOn === ''}>
            Record the last day
          </Button>
          <Button variant="subtle" onClick={onClose}>
            Not now
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
