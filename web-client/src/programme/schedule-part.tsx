import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useQuery } from 'urql';
import { dayText } from '../components/dates';
import { Failed, Loading } from '../components/page-states';
import { graphql } from '../gql';
import type { EctScheduleQuery } from '../gql/graphql';
import { BreakForm } from './break-form';
import { PlanProgrammeForm } from './plan-programme-form';
import { RhythmForm } from './rhythm-form';
import { RHYTHMS, SCHEDULES } from './words';

const EctSchedule = graphql(`
  query EctSchedule($ectId: ID!) {
    node(id: $ectId) {
      __typename
      id
      ... on Person {
        programme {
          startedOn
          schedule
          endsOn
          agreedEnd
          year
          breaks {
            startedOn
            finishedOn
          }
          rhythms {
            from
            rhythm
          }
        }
      }
    }
  }
`);

export type Programme = NonNullable<Extract<NonNullable<EctScheduleQuery['node']>, { __typename: 'Person' }>['programme']>;

/** When an ECT is on the programme, when on a break, and how often they meet: what holds, and changing it. */
export function SchedulePart({ ectId }: { ectId: string }) {
  const [{ data, error, fetching }, ask] = useQuery({ query: EctSchedule, variables: { ectId }, requestPolicy: 'cache-and-network' });
  const programme = data?.node?.__typename === 'Person' && data.node.id === ectId ? data.node.programme : undefined;
  return (
    <section aria-label="Schedule">
      <Stack gap="sm">
        <Title order={3} fz="lg">
          Schedule
        </Title>
        {programme ? (
          <Shown programme={programme} ectId={ectId} />
        ) : fetching ? (
          <Loading lines={1} />
        ) : error ? (
          <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />
        ) : (
          <Text>It is their school’s tutor of today who sets this.</Text>
        )}
      </Stack>
    </section>
  );
}

function Shown({ programme, ectId }: { programme: Programme; ectId: string }) {
  // One form at a time: of the schedule, of the rhythm, of a new break, or of the break that began on a day.
  const [open, setOpen] = useState<string>();
  // The button of a form that was closed takes the focus back.
  const [closed, setClosed] = useState<string>();

  function close() {
    setClosed(open);
    setOpen(undefined);
  }

  const opener = (form: string) => ({ autoFocus: form === closed, onClick: () => setOpen(form) });
  if (open === 'schedule') return <PlanProgrammeForm programme={programme} ectId={ectId} onClose={close} />;
  if (open === 'rhythm') return <RhythmForm ectId={ectId} onClose={close} />;
  if (open) {
    const changed = programme.breaks.find((one) => one.startedOn === open);
    return <BreakForm changed={changed} ectId={ectId} onClose={close} />;
  }
  return (
    <>
      <dl className="facts">
        <dt>Schedule</dt>
        <dd>{SCHEDULES[programme.schedule]}</dd>
        <dt>First day</dt>
        <dd>{dayText(programme.startedOn)}</dd>
        <dt>Last day</dt>
        <dd>
          {dayText(programme.endsOn)}
          {programme.agreedEnd && programme.schedule !== 'PERSONALISED' && ', as agreed'}
        </dd>
        <dt>Today</dt>
        <dd>Year {programme.year}</dd>
      </dl>
      {programme.breaks.length > 0 && (
        <ul className="rows" aria-label="Breaks">
          {programme.breaks.map((one) => (
            <li key={one.startedOn}>
              <Group justify="space-between" gap="xs">
                <span>
                  Break from {dayText(one.startedOn)}
                  {one.finishedOn ? ` to ${dayText(one.finishedOn)}` : ', no last day yet'}
                </span>
                <Button variant="subtle" size="sm" aria-label={`${lastDayText(one)} of the break from ${dayText(one.startedOn)}`} {...opener(one.startedOn)}>
                  {lastDayText(one)}
                </Button>
              </Group>
            </li>
          ))}
        </ul>
      )}
      {programme.rhythms.length > 0 && (
        <ul className="rows" aria-label="Rhythms">
          {programme.rhythms.map((one) => (
            <li key={one.from}>
              From {dayText(one.from)}: {one.rhythm ? RHYTHMS[one.rhythm] : 'as the schedule has it'}
            </li>
          ))}
        </ul>
      )}
      <Group>
        <Button variant="default" {...opener('schedule')}>
          Change the schedule
        </Button>
        <Button variant="default" {...opener('break')}>
          Record a break
        </Button>
        <Button variant="default" {...opener('rhythm')}>
          Change how often they meet
        </Button>
      </Group>
    </>
  );
}

const lastDayText = (one: Programme['breaks'][number]) => (one.finishedOn ? 'Change the last day' : 'Enter the last day');
