import { Button, Group, Modal, NativeSelect, NumberInput, Stack, Text, Textarea, Title } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useQuery } from 'urql';
import { errorAt, useChange } from '../api/use-change';
import { TextLink } from '../components/button-link';
import { dayOf, dayText, isoToday } from '../components/dates';
import { ErrorSummary } from '../components/error-summary';
import { Failed, Loading } from '../components/page-states';
import { PageTitle } from '../components/page-title';
import { graphql } from '../gql';
import type { KeptContent, SchoolRetentionQuery } from '../gql/graphql';
import { WithSchool, type AtSchool } from './school-roll';

const SchoolRetention = graphql(`
  query SchoolRetention($schoolId: ID!) {
    schoolRetention(schoolId: $schoolId) {
      periods {
        content
        months
        countsFrom
        formerMonths
        usualMonths
        nextOn
        nextEcts
        removed
        lastRemovedOn
      }
      holds {
        id
        reason
        since
        person {
          id
          name
        }
        by {
          id
          name
        }
      }
      setBy {
        id
        name
      }
      setAt
    }
  }
`);

const SetRetention = graphql(`
  mutation SetRetention($input: SetRetentionInput!) {
    setRetention(input: $input) {
      retention {
        setAt
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

const SetHold = graphql(`
  mutation SetHold($input: SetHoldInput!) {
    setHold(input: $input) {
      retention {
        setAt
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

const EndHold = graphql(`
  mutation EndHold($input: EndHoldInput!) {
    endHold(input: $input) {
      ended
      problems {
        ...ProblemParts
      }
    }
  }
`);

export const CONTENTS: Record<KeptContent, string> = {
  COACHING: 'Coaching',
  DIAGNOSTICS: 'Diagnostics',
  MESSAGES: 'Messages',
  PASTORAL: 'Pastoral notes',
};

const WHAT: Record<KeptContent, string> = {
  COACHING: 'Drop-ins, steps, plans, feedback, notes, reflections, comments, and what a tutor wrote after a visit.',
  DIAGNOSTICS: 'An ECT’s answers.',
  MESSAGES: 'Nudges and praise that an ECT received.',
  PASTORAL: 'Notes of pastoral meetings. Keep them the shortest: they are often about health and home.',
};

const FIELDS = { reason: 'hold-reason', personId: 'hold-person' };

type Retention = NonNullable<SchoolRetentionQuery['schoolRetention']>;
type Period = Retention['periods'][number];

/** For a school's tutors and administrators: how long content of ECTs is kept, and what keeps it longer. */
export function RetentionPage() {
  const { school: chosen } = useSearch({ from: '/people/retention' });
  return (
    <WithSchool chosen={chosen}>
      {({ school, roll }) => (
        <Stack gap="xl" maw={720}>
          <div>
            <TextLink to="/people/school" search={{ school: school.id }}>
              {school.name}
            </TextLink>
            <PageTitle>How long content is kept</PageTitle>
            <Text>
              Counted from the last day of an ECT’s programme: on which they left, or the planned one. Then content goes for good; dates and figures stay. The
              ECT sees the days under My data.
            </Text>
          </div>
          <Parts key={school.id} schoolId={school.id} roll={roll} />
        </Stack>
      )}
    </WithSchool>
  );
}

function Parts({ schoolId, roll }: { schoolId: string; roll: readonly AtSchool[] }) {
  const [{ data, error, fetching }, ask] = useQuery({ query: SchoolRetention, variables: { schoolId }, requestPolicy: 'cache-and-network' });
  const retention = data?.schoolRetention;
  const again = () => ask({ requestPolicy: 'network-only' });
  if (!retention) {
    if (error && !fetching) return <Failed error={error} onRetry={again} />;
    return <Loading />;
  }
  return (
    <>
      <PeriodsForm retention={retention} schoolId={schoolId} onSet={again} />
      <HoldsPart retention={retention} schoolId={schoolId} roll={roll} onChanged={again} />
    </>
  );
}

const DAYS_OF_GRACE = 7;

function PeriodsForm({ retention, schoolId, onSet }: { retention: Retention; schoolId: string; onSet: () => void }) {
  const [months, setMonths] = useState<Partial<Record<KeptContent, number | string>>>({});
  const [asking, setAsking] = useState(false);
  const [sent, setSent] = useState<KeptContent[]>([]);
  const [said, setSaid] = useState('');
  const { send, busy, problems } = useChange(SetRetention, (data) => data.setRetention);
  const numberOf = (period: Period) => months[period.content] ?? period.months;
  // The others stay as they are: somebody else may have set them meanwhile.
  const changed = retention.periods.filter((period) => Number(numberOf(period)) !== period.months);
  const shorter = changed.filter((period) => Number(numberOf(period)) >= 1 && Number(numberOf(period)) < inForce(period));

  function submit(event: FormEvent) {
    event.preventDefault();
    if (changed.length === 0) setSaid('No number was changed.');
    else if (shorter.length > 0) setAsking(true);
    else void save();
  }

  async function save() {
    setAsking(false);
    setSent(changed.map((period) => period.content));
    const periods = changed.map((period) => ({ content: period.content, months: Number(numberOf(period)) }));
    if (await send({ schoolId, periods })) {
      setMonths({});
      setSaid('Saved.');
      onSet();
    }
  }

  return (
    <form onSubmit={submit} noValidate aria-label="How long content is kept">
      <Stack gap="lg">
        <ErrorSummary problems={problems} />
        {retention.periods.map((period) => (
          <div key={period.content}>
            <NumberInput
              label={`${CONTENTS[period.content]}, months`}
              description={WHAT[period.content]}
              min={1}
              max={84}
              allowDecimal={false}
              maw={480}
              value={numberOf(period)}
              error={errorAt(problems, 'periods', String(sent.indexOf(period.content)), 'months')}
              onChange={(value) => {
                setSaid('');
                setMonths({ ...months, [period.content]: value });
              }}
            />
            <Text mt={4} className="quiet">
              {meaning(period)}
            </Text>
          </div>
        ))}
        <Group>
          <Button type="submit" loading={busy}>
            Save
          </Button>
          <Text role="status">{problems.length === 0 ? said : ''}</Text>
        </Group>
        <Text className="quiet">
          {retention.setAt ? `Last set on ${dayOf(retention.setAt)}${retention.setBy ? ` by ${retention.setBy.name}` : ''}.` : 'These are the usual times; nobody set others.'}
        </Text>
      </Stack>
      <Modal opened={asking} onClose={() => setAsking(false)} title="Keep it shorter?" closeButtonProps={{ 'aria-label': 'Not now' }}>
        {shorter.map((period) => (
          <Text key={period.content} fw={600}>
            {CONTENTS[period.content]}: {numberOf(period)} instead of {inForce(period)} months.
          </Text>
        ))}
        <Text my="md">
          A smaller number counts from {dayText(isoToday(DAYS_OF_GRACE))}. Until then you can set it back; then what is older goes for good.
        </Text>
        <Group>
          <Button onClick={() => void save()}>Keep it shorter</Button>
          <Button variant="default" onClick={() => setAsking(false)}>
            Not now
          </Button>
        </Group>
      </Modal>
    </form>
  );
}

/** The months that count today. */
const inForce = (period: Period) => period.formerMonths ?? period.months;

/** What a period means today, as it is saved. */
function meaning(period: Period) {
  const from = period.countsFrom ? `Counts from ${dayText(period.countsFrom)}; until then ${inForce(period)} months. ` : '';
  const next = period.nextOn ? `Next: on ${dayText(period.nextOn)} content of ${ects(period.nextEcts)}.` : 'Nothing is due: no ECT’s programme is over, or a hold keeps it.';
  const gone = period.lastRemovedOn ? ` Gone already: of ${ects(period.removed)}, last on ${dayText(period.lastRemovedOn)}.` : '';
  return from + (period.nextOn || !gone ? next : 'Nothing more is due.') + gone;
}

const ects = (count: number) => (count === 1 ? '1 ECT' : `${count} ECTs`);

type HoldsProps = { retention: Retention; schoolId: string; roll: readonly AtSchool[]; onChanged: () => void };

function HoldsPart({ retention, schoolId, roll, onChanged }: HoldsProps) {
  const [open, setOpen] = useState(false);
  const [ending, setEnding] = useState<Retention['holds'][number]>();
  const end = useChange(EndHold, (data) => data.endHold);

  async function endHold(holdId: string) {
    setEnding(undefined);
    if (await end.send({ holdId })) onChanged();
  }

  return (
    <section aria-labelledby="holds">
      <Stack>
        <div>
          <Title order={2} id="holds">
            Holds
          </Title>
          <Text>
            A hold keeps everything as it is, for example while a complaint is open: nothing goes when its time is over, and nobody is erased. Who it is about
            sees that there is one, and not why.
          </Text>
        </div>
        <ErrorSummary problems={end.problems} />
        {retention.holds.length === 0 && <Text>There are none.</Text>}
        {retention.holds.map((hold) => (
          <div className="card" key={hold.id}>
            <Text fw={600}>{hold.person ? hold.person.name : 'The whole school'}</Text>
            <Text>{hold.reason}</Text>
            <Text className="quiet">
              Since {dayOf(hold.since)}
              {hold.by && `, by ${hold.by.name}`}.
            </Text>
            <Button
              mt="sm"
              variant="default"
              loading={end.busy}
              aria-label={`End the hold on ${hold.person ? hold.person.name : 'the whole school'}`}
              onClick={() => setEnding(hold)}
            >
              End the hold
            </Button>
          </div>
        ))}
        {open ? (
          <HoldForm
            schoolId={schoolId}
            roll={roll}
            onClose={(changed) => {
              setOpen(false);
              if (changed) onChanged();
            }}
          />
        ) : (
          <Button variant="default" style={{ alignSelf: 'flex-start' }} onClick={() => setOpen(true)}>
            Set a hold
          </Button>
        )}
        <Modal opened={Boolean(ending)} onClose={() => setEnding(undefined)} title="End this hold?" closeButtonProps={{ 'aria-label': 'Keep the hold' }}>
          {ending && (
            <>
              <Text mb="md">
                It is on {ending.person ? ending.person.name : 'the whole school'}. What became due while it lasted goes within a day, for good, unless another
                hold keeps it.
              </Text>
              <Group>
                <Button onClick={() => void endHold(ending.id)}>End it</Button>
                <Button variant="default" onClick={() => setEnding(undefined)}>
                  Keep the hold
                </Button>
              </Group>
            </>
          )}
        </Modal>
      </Stack>
    </section>
  );
}

function HoldForm({ schoolId, roll, onClose }: { schoolId: string; roll: readonly AtSchool[]; onClose: (changed: boolean) => void }) {
  const [personId, setPersonId] = useState('');
  const [reason, setReason] = useState('');
  const { send, busy, problems } = useChange(SetHold, (data) => data.setHold);
  const people = new Map(roll.map((at) => [at.person.id, at.person.name]));

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (await send({ schoolId, personId: personId || null, reason })) onClose(true);
  }

  return (
    <form className="card" onSubmit={(event) => void submit(event)} noValidate aria-label="Set a hold">
      <Stack maw={480}>
        <ErrorSummary problems={problems} fields={FIELDS} />
        <NativeSelect
          id={FIELDS.personId}
          label="On whom"
          autoFocus
          value={personId}
          error={errorAt(problems, 'personId')}
          data={[{ value: '', label: 'The whole school' }, ...[...people].map(([value, label]) => ({ value, label }))]}
          onChange={(event) => setPersonId(event.currentTarget.value)}
        />
        <Textarea
          id={FIELDS.reason}
          label="Why"
          description="Tutors of the school and administrators read it."
          autosize
          minRows={2}
          maxLength={500}
          value={reason}
          error={errorAt(problems, 'reason')}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group>
          <Button type="submit" loading={busy} disabled={reason.trim() === ''}>
            Set the hold
          </Button>
          <Button variant="subtle" onClick={() => onClose(false)}>
            Not now
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
