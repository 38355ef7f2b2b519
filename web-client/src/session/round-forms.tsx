import { Button, Checkbox, Stack, Textarea } from '@mantine/core';
import type { FormEvent } from 'react';
import { errorAt, useChange } from '../api/use-change';
import { useDraft } from '../api/use-draft';
import { ErrorSummary } from '../components/error-summary';
import { GiveFeedback, LogRound } from '../cycle/cycle-mutations';
import { graphql, readFragment, type FragmentType } from '../gql';
import { useWaiting } from '../outbox/use-waiting';
import { WaitingChanges } from '../outbox/waiting-changes';

const Forms = graphql(`
  fragment RoundForms on CoachingCycle {
    id
    can
    step {
      criteria {
        id
        text
      }
    }
    rounds {
      id
      number
      feedback {
        givenAt
      }
    }
  }
`);

/** One form at a time: feedback on the last rehearsal if it waits for it, else the next rehearsal. */
export function RoundForms(props: { cycle: FragmentType<typeof Forms> }) {
  const cycle = readFragment(Forms, props.cycle);
  const waiting = useWaiting('logPracticeRound', 'giveFeedback').some((change) => change.state !== 'new');
  const last = cycle.rounds.at(-1);
  // The next go cannot be noted before the service has numbered this one.
  if (waiting) return <WaitingChanges of={['logPracticeRound', 'giveFeedback']} />;
  if (last && !last.feedback && cycle.can.includes('GIVE_FEEDBACK')) {
    return <FeedbackForm key={last.id} cycleId={cycle.id} roundId={last.id} number={last.number} />;
  }
  if (!cycle.can.includes('RUN_SESSION') || (last && !last.feedback)) return null;
  const number = (last?.number ?? 0) + 1;
  return <RoundForm key={number} cycleId={cycle.id} number={number} criteria={cycle.step?.criteria ?? []} primary={number <= 2} />;
}

type RoundDraft = { rehearsed: string; criteriaSeen: string[] };
const BLANK: RoundDraft = { rehearsed: '', criteriaSeen: [] };
type RoundFormProps = { cycleId: string; number: number; criteria: ReadonlyArray<{ id: string; text: string }>; primary: boolean };

function RoundForm({ cycleId, number, criteria, primary }: RoundFormProps) {
  const { value, set, clear } = useDraft(`${cycleId}.round-${number}`, BLANK);
  const { send, busy, problems } = useChange(LogRound, (data) => data.logPracticeRound);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (await send({ cycleId, ...value })) clear();
  }

  return (
    <form className="card" onSubmit={(event) => void submit(event)} aria-label={`Round ${number}`} noValidate>
      <Stack>
        <ErrorSummary problems={problems} fields={{ rehearsed: 'round-rehearsed' }} />
        <Textarea
          id="round-rehearsed"
          label={`What was rehearsed in round ${number}?`}
          maxLength={2000}
          value={value.rehearsed}
          error={errorAt(problems, 'rehearsed')}
          onChange={(event) => set({ ...value, rehearsed: event.target.value })}
        />
        <Checkbox.Group label="Success criteria seen" value={value.criteriaSeen} onChange={(criteriaSeen) => set({ ...value, criteriaSeen })}>
          <Stack gap="xs" mt="xs">
            {criteria.map((criterion) => (
              <Checkbox key={criterion.id} value={criterion.id} label={criterion.text} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Button type="submit" loading={busy} variant={primary ? 'filled' : 'default'} style={{ alignSelf: 'flex-start' }}>
          {`Log round ${number}`}
        </Button>
      </Stack>
    </form>
  );
}

function FeedbackForm({ cycleId, roundId, number }: { cycleId: string; roundId: string; number: number }) {
  const { value, set, clear } = useDraft(`${cycleId}.feedback-${roundId}`, '');
  const { send, busy, problems } = useChange(GiveFeedback, (data) => data.giveFeedback);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (await send({ cycleId, roundId, text: value })) clear();
  }

  return (
    <form className="card" onSubmit={(event) => void submit(event)} aria-label={`Feedback on round ${number}`} noValidate>
      <Stack>
        <ErrorSummary problems={problems} fields={{ text: 'round-feedback' }} />
        <Textarea
          id="round-feedback"
          label={`Feedback on round ${number}`}
          description="What worked, and what to change in the next go."
          maxLength={2000}
          value={value}
          error={errorAt(problems, 'text')}
          onChange={(event) => set(event.target.value)}
        />
        <Button type="submit" loading={busy} style={{ alignSelf: 'flex-start' }}>
          Give feedback
        </Button>
      </Stack>
    </form>
  );
}
