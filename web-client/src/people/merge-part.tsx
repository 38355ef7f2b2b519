import { Button, Group, Stack, TextInput, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { errorAt, useChange, type ShownProblem } from '../api/use-change';
import { ErrorSummary } from '../components/error-summary';
import { graphql } from '../gql';
import { usePersonByEmail, type FoundPerson } from './use-person-by-email';

const MergePeople = graphql(`
  mutation MergePeople($input: MergePeopleInput!) {
    mergePeople(input: $input) {
      person {
        id
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

const FIELDS = { email: 'merge-email' };

type Props = { person: FoundPerson; schoolId: string };

/** For administrators: somebody was registered twice, and becomes one record again. */
export function MergePart({ person, schoolId }: Props) {
  const [open, setOpen] = useState(false);
  const [closed, setClosed] = useState(false);
  const [other, setOther] = useState<FoundPerson>();

  function close() {
    setOther(undefined);
    setOpen(false);
    setClosed(true);
  }

  return (
    <section aria-labelledby="merge">
      <Stack gap="sm">
        <Title order={2} id="merge">
          Registered twice?
        </Title>
        {other ? (
          <Confirm one={person} other={other} schoolId={schoolId} onClose={close} />
        ) : open ? (
          <FindForm person={person} onFound={setOther} onClose={close} />
        ) : (
          <Button variant="default" style={{ alignSelf: 'flex-start' }} autoFocus={closed} onClick={() => setOpen(true)}>
            Merge with another record
          </Button>
        )}
      </Stack>
    </section>
  );
}

function FindForm({ person, onFound, onClose }: { person: FoundPerson; onFound: (other: FoundPerson) => void; onClose: () => void }) {
  const [email, setEmail] = useState('');
  const [problems, setProblems] = useState<ShownProblem[]>([]);
  const find = usePersonByEmail();

  async function submit(event: FormEvent) {
    event.preventDefault();
    const found = await find(email);
    if (found.person && found.person.id !== person.id) {
      onFound(found.person);
      return;
    }
    const message = found.person ? 'This is the record that you are looking at. Enter the address of the other one.' : 'Nobody is registered with this address. Check it.';
    setProblems(found.problems.length > 0 ? found.problems : [{ message, path: ['email'] }]);
  }

  return (
    <form className="card" onSubmit={(event) => void submit(event)} noValidate aria-label="Merge with another record">
      <Stack maw={480}>
        <ErrorSummary problems={problems} fields={FIELDS} />
        <TextInput
          id={FIELDS.email}
          type="email"
          label="Email address of the other record"
          description="You see whose it is before anything is merged."
          maxLength={254}
          spellCheck={false}
          autoComplete="off"
          autoFocus
          value={email}
          error={errorAt(problems, 'email')}
          onChange={(event) => setEmail(event.target.value)}
        />
        <Group>
          <Button type="submit" disabled={email.trim() === ''}>
            Find the record
          </Button>
          <Button variant="subtle" onClick={onClose}>
            Not now
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

type ConfirmProps = { one: FoundPerson; other: FoundPerson; schoolId: string; onClose: () => void };

function Confirm({ one, other, schoolId, onClose }: ConfirmProps) {
  const [swapped, setSwapped] = useState(false);
  const { send, busy, problems } = useChange(MergePeople, (data) => data.mergePeople);
  const navigate = useNavigate();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const [kept, double] = swapped ? [other, one] : [one, other];

  async function merge() {
    if (!(await send({ keepId: kept.id, doubleId: double.id }))) return;
    if (swapped) await navigate({ to: '/people/$personId', params: { personId: kept.id }, search: { school: schoolId } });
    onClose();
  }

  return (
    <div className="card">
      <Stack maw={560}>
        <Title order={3} fz="lg" ref={heading} tabIndex={-1}>
          Make one record of these two?
        </Title>
        <ErrorSummary problems={problems} />
        <dl className="facts" aria-live="polite">
          <div className="fact">
            <dt>Stays</dt>
            <dd>
              <Named person={kept} />
            </dd>
          </div>
          <div className="fact">
            <dt>Goes</dt>
            <dd>
              <Named person={double} />
            </dd>
          </div>
        </dl>
        <Button variant="default" style={{ alignSelf: 'flex-start' }} onClick={() => setSwapped(!swapped)}>
          Keep the other one
        </Button>
        <ul className="bullets">
          <li>Times at schools, mentorships and offices of the record that goes move to the one that stays.</li>
          <li>They sign in with the account of the record that stays. If it has none, the other account is kept.</li>
          <li>A record with coaching is the one to keep.</li>
          <li>This cannot be taken back.</li>
        </ul>
        <Group>
          <Button color="red.9" loading={busy} onClick={() => void merge()}>
            Merge the records
          </Button>
          <Button variant="subtle" onClick={onClose}>
            Not now
          </Button>
        </Group>
      </Stack>
    </div>
  );
}

function Named({ person }: { person: FoundPerson }) {
  return (
    <>
      <strong>{person.name}</strong>
      <br />
      {[person.email, person.trn && `TRN ${person.trn}`].filter(Boolean).join(', ')}
    </>
  );
}
