import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { TextLink } from '../components/button-link';
import { dayOf, timeOf } from '../components/dates';
import { Empty } from '../components/page-states';
import { PageTitle } from '../components/page-title';
import { CHANGES } from './changes';
import { useOutbox, useOutboxState } from './outbox-context';
import { TwoVersions } from './two-versions';
import { isSetAside, type WaitingChange } from './waiting-change';
import { WaitingState } from './waiting-state';
import { WordsList } from './words-list';

/** Everything that the service does not have yet: what is on its way, and what the person has to decide. */
export function WaitingPage() {
  const { changes } = useOutboxState();
  const setAside = changes.filter(isSetAside);
  const waiting = changes.filter((change) => change.state === 'waiting');
  return (
    <Stack gap="lg">
      <PageTitle>Changes that wait</PageTitle>
      {setAside.length + waiting.length === 0 && (
        <Empty title="Nothing waits.">
          <Text>The service has everything that you did on this device.</Text>
        </Empty>
      )}
      {setAside.length > 0 && (
        <ChangeList title="For you to decide">
          {setAside.map((change) => (
            <ChangeCard key={change.id} change={change}>
              {change.state === 'conflict' ? <Conflict change={change} /> : <Refused change={change} />}
            </ChangeCard>
          ))}
        </ChangeList>
      )}
      {waiting.length > 0 && (
        <ChangeList title="On their way">
          {waiting.map((change) => (
            <ChangeCard key={change.id} change={change}>
              <WordsList words={change.mine} />
              <WaitingState change={change} />
            </ChangeCard>
          ))}
        </ChangeList>
      )}
    </Stack>
  );
}

function ChangeList({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <Title order={2} mb="sm">
        {title}
      </Title>
      <ol className="plain-list" aria-label={title}>
        {children}
      </ol>
    </section>
  );
}

function ChangeCard({ change, children }: { change: WaitingChange; children: ReactNode }) {
  return (
    <li className="card">
      <Stack gap="xs">
        <Group gap="xs" justify="space-between">
          <Title order={3}>{CHANGES[change.kind].name}</Title>
          <Text className="quiet">
            <time dateTime={change.madeAt}>
              {dayOf(change.madeAt)}, {timeOf(change.madeAt)}
            </time>
          </Text>
        </Group>
        {change.about && (
          <TextLink to="/cycles/$cycleId" params={{ cycleId: change.cycleId }}>
            {`Cycle with ${change.about}`}
          </TextLink>
        )}
        {children}
      </Stack>
    </li>
  );
}

function Conflict({ change }: { change: WaitingChange }) {
  const outbox = useOutbox();
  const { name } = CHANGES[change.kind];
  return (
    <>
      <Text>Somebody changed this meanwhile. What differs is underlined. Choose which version stays.</Text>
      <TwoVersions mine={change.mine} now={change.now ?? {}} />
      <Group>
        <Button aria-label={`Use mine: ${name}`} onClick={() => decided(outbox.sendAgain(change))}>
          Use mine
        </Button>
        <Button variant="default" aria-label={`Keep what is there: ${name}`} onClick={() => decided(outbox.discard(change))}>
          Keep what is there
        </Button>
      </Group>
    </>
  );
}

function Refused({ change }: { change: WaitingChange }) {
  const outbox = useOutbox();
  const { name } = CHANGES[change.kind];
  return (
    <>
      <WordsList words={change.mine} />
      <Text>Not saved: {change.problems.map((problem) => problem.message).join(' ')}</Text>
      <Group>
        <CopyText text={Object.values(change.mine).filter(Boolean).join('\n')} />
        <Button variant="default" aria-label={`Try again: ${name}`} onClick={() => decided(outbox.sendAgain(change))}>
          Try again
        </Button>
        <Button variant="subtle" color="red" aria-label={`Discard: ${name}`} onClick={() => decided(outbox.discard(change))}>
          Discard
        </Button>
      </Group>
    </>
  );
}

/** Not there on plain http, where browsers have no clipboard for pages. */
function CopyText({ text }: { text: string }) {
  const [copied, setCopied] = useState(false);
  if (!navigator.clipboard || !text) return null;
  return (
    <>
      <Button variant="default" onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}>
        Copy the text
      </Button>
      <Text role="status">{copied ? 'Copied.' : ''}</Text>
    </>
  );
}

/** The card goes away with the button that had the focus; what comes next is read from the top. */
async function decided(outcome: Promise<void>) {
  await outcome;
  document.querySelector<HTMLElement>('h1')?.focus();
}
