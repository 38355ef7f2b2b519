import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { errorAt, useChange } from '../api/use-change';
import { dayText, isoToday } from '../components/dates';
import { ErrorSummary } from '../components/error-summary';
import { graphql, readFragment, type FragmentType } from '../gql';

const Ect = graphql(`
  fragment LogPastoralMeetingWith on Person {
    id
    name
    cadence {
      due
      dueBy
    }
  }
`);

const Log = graphql(`
  mutation LogPastoralMeeting($input: LogPastoralMeetingInput!) {
    logPastoralMeeting(input: $input) {
      ect {
        id
        cadence {
          ...CadenceLine
          ...WeekStrip
        }
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

const DAYS_BACK = 60;

/** Where the next meeting may be a pastoral one, its mentor says here that it took place. */
export function LogPastoralMeeting(props: { ect: FragmentType<typeof Ect> }) {
  const { id, name, cadence } = readFragment(Ect, props.ect);
  const [open, setOpen] = useState(false);
  const [loggedOn, setLoggedOn] = useState<string>();
  const offered = Boolean(cadence?.dueBy) && !cadence?.due;
  if (open) {
    return (
      <LogForm
        ectId={id}
        name={name}
        onLogged={(on) => {
          setLoggedOn(on);
          setOpen(false);
        }}
        onBack={() => setOpen(false)}
      />
    );
  }
  return (
    <>
      {loggedOn && <Logged on={loggedOn} />}
      {offered && (
        <Button
          variant="default"
          style={{ alignSelf: 'flex-start' }}
          aria-label={`Log a pastoral meeting with ${name}`}
          onClick={() => {
            setLoggedOn(undefined);
            setOpen(true);
          }}
        >
          Log a pastoral meeting
        </Button>
      )}
    </>
  );
}

/** It takes the focus, as the form that had it is gone. */
function Logged({ on }: { on: string }) {
  const text = useRef<HTMLParagraphElement>(null);
  useEffect(() => text.current?.focus(), []);
  return (
    <Text ref={text} tabIndex={-1} role="status">
      {`The pastoral meeting on ${dayText(on)} is logged.`}
    </Text>
  );
}

type FormProps = { ectId: string; name: string; onLogged: (on: string) => void; onBack: () => void };

function LogForm({ ectId, name, onLogged, onBack }: FormProps) {
  const [on, setOn] = useState(isoToday());
  const { send, busy, problems } = useChange(Log, (data) => data.logPastoralMeeting);
  const field = `pastoral-${ectId}`;

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (await send({ ectId, on })) onLogged(on);
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate aria-label={`Log a pastoral meeting with ${name}`}>
      <Stack gap="sm">
        <ErrorSummary problems={problems} fields={{ on: field }} />
        <TextInput
          id={field}
          type="date"
          maw={320}
          label="Day of the pastoral meeting"
          description="Only that you met is kept, nothing of what was said."
          autoFocus
          min={isoToday(-DAYS_BACK)}
          max={isoToday()}
          value={on}
          error={errorAt(problems, 'on')}
          onChange={(event) => setOn(event.target.value)}
        />
        <Group>
          <Button type="submit" loading={busy} disabled={on === ''}>
            Log it
          </Button>
          <Button variant="subtle" onClick={onBack}>
            Not now
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
