import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { errorAt, useChange } from '../api/use-change';
import { ErrorSummary } from '../components/error-summary';
import { graphql } from '../gql';
import type { AtSchool } from './school-roll';

const CorrectPerson = graphql(`
  mutation CorrectPerson($input: CorrectPersonInput!) {
    correctPerson(input: $input) {
      person {
        id
        name
        email
        trn
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

const RenewOneTimePassword = graphql(`
  mutation RenewOneTimePassword($input: RenewOneTimePasswordInput!) {
    renewOneTimePassword(input: $input) {
      oneTimePassword
      problems {
        ...ProblemParts
      }
    }
  }
`);

const FIELDS = { name: 'correct-name', email: 'correct-email', trn: 'correct-trn' };

type Person = AtSchool['person'];

/** Name, address and number, and setting them right. Who has left is another school's to correct, and shows less here. */
export function DetailsPart({ person }: { person: Person }) {
  const [open, setOpen] = useState(false);
  const renew = useChange(RenewOneTimePassword, (data) => data.renewOneTimePassword);
  const [password, setPassword] = useState<string>();

  async function renewPassword() {
    const payload = await renew.send({ personId: person.id });
    setPassword(payload?.oneTimePassword ?? undefined);
  }

  if (!person.email) return <Text className="quiet">They are at your school no more: only their times here are shown.</Text>;
  if (open) return <CorrectForm person={person} email={person.email} onClose={() => setOpen(false)} />;
  return (
    <Stack gap="sm" align="flex-start">
      <dl className="facts">
        <dt>Email</dt>
        <dd>{person.email}</dd>
        <dt>TRN</dt>
        <dd>{person.trn ?? 'Not known'}</dd>
      </dl>
      <Group>
        <Button variant="default" onClick={() => setOpen(true)}>
          Correct the details
        </Button>
        <Button variant="subtle" loading={renew.busy} onClick={() => void renewPassword()}>
          New one-time password
        </Button>
      </Group>
      <ErrorSummary problems={renew.problems} />
      {password && (
        <Text role="status">
          They sign in with <code>{password}</code> and choose their own password then. It is shown this once.
        </Text>
      )}
    </Stack>
  );
}

function CorrectForm({ person, email, onClose }: { person: Person; email: string; onClose: () => void }) {
  const [entered, setEntered] = useState({ name: person.name, email, trn: person.trn ?? '' });
  const { send, busy, problems } = useChange(CorrectPerson, (data) => data.correctPerson);
  const enter = (part: Partial<typeof entered>) => setEntered({ ...entered, ...part });

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (await send({ personId: person.id, ...entered, trn: entered.trn.trim() || null })) onClose();
  }

  return (
    <form className="card" onSubmit={(event) => void submit(event)} noValidate aria-label="Correct the details">
      <Stack maw={480}>
        <ErrorSummary problems={problems} fields={FIELDS} />
        <TextInput
          id={FIELDS.name}
          label="Name"
          maxLength={70}
          autoFocus
          value={entered.name}
          error={errorAt(problems, 'name')}
          onChange={(event) => enter({ name: event.target.value })}
        />
        <TextInput
          id={FIELDS.email}
          type="email"
          label="Email address"
          description="They sign in with the new address and their password."
          maxLength={254}
          spellCheck={false}
          value={entered.email}
          error={errorAt(problems, 'email')}
          onChange={(event) => enter({ email: event.target.value })}
        />
        <TextInput
          id={FIELDS.trn}
          label="Teacher reference number (TRN)"
          inputMode="numeric"
          value={entered.trn}
          error={errorAt(problems, 'trn')}
          onChange={(event) => enter({ trn: event.target.value })}
        />
        <Group>
          <Button type="submit" loading={busy}>
            Save
          </Button>
          <Button variant="subtle" onClick={onClose}>
            Not now
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
