import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useId, useState, type FormEvent } from 'react';
import { errorAt, useChange, type ShownProblem } from '../api/use-change';
import { isoToday } from '../components/dates';
import { ErrorSummary } from '../components/error-summary';
import { graphql } from '../gql';
import type { Office } from '../gql/graphql';
import { OFFICES } from './people-words';
import { useAppointing } from './use-appointing';
import { usePersonByEmail } from './use-person-by-email';

const RegisterForOffice = graphql(`
  mutation RegisterForOffice($input: RegisterPersonInput!) {
    registerPerson(input: $input) {
      person {
        id
      }
      oneTimePassword
      problems {
        ...ProblemParts
      }
    }
  }
`);

const NOBODY: ShownProblem = {
  message: 'Nobody is registered with this address. Check it, or enter their name to register them.',
  path: ['email'],
};

type Props = {
  title: string;
  office: Office;
  placeId: string;
  /** Comes before the appointment, which may still be refused. */
  onRegistered: (registered: { name: string; oneTimePassword: string }) => void;
  onClose: () => void;
};

/** Appoints whoever has an address, and registers them first where nobody has. */
export function AppointForm({ title, office, placeId, onRegistered, onClose }: Props) {
  const [entered, setEntered] = useState({ email: '', name: '', startedOn: isoToday() });
  const [unknown, setUnknown] = useState(false);
  const [found, setFound] = useState<ShownProblem[]>([]);
  const find = usePersonByEmail();
  const register = useChange(RegisterForOffice, (data) => data.registerPerson);
  const { appoint, ...appointing } = useAppointing(office, placeId);
  const enter = (part: Partial<typeof entered>) => setEntered({ ...entered, ...part });
  const id = useId();
  const fields = { email: `${id}email`, personId: `${id}email`, name: `${id}name`, startedOn: `${id}from` };

  async function submit(event: FormEvent) {
    event.preventDefault();
    const { email, name, startedOn } = entered;
    register.setProblems([]);
    appointing.setProblems([]);
    const answer = await find(email);
    setUnknown(answer.person === null);
    if (answer.person) {
      setFound([]);
      if (await appoint({ personId: answer.person.id, startedOn })) onClose();
      return;
    }
    if (answer.problems.length > 0 || !unknown) {
      setFound(answer.person === null ? [NOBODY] : answer.problems);
      return;
    }
    setFound([]);
    const registered = await register.send({ email, name });
    if (!registered?.person) return;
    if (registered.oneTimePassword) onRegistered({ name, oneTimePassword: registered.oneTimePassword });
    if (await appoint({ personId: registered.person.id, startedOn })) onClose();
  }

  const problems = [...found, ...register.problems, ...appointing.problems];
  return (
    <form className="card" onSubmit={(event) => void submit(event)} noValidate aria-label={title}>
      <Stack maw={480}>
        <ErrorSummary problems={problems} fields={fields} />
        <TextInput
          id={fields.email}
          type="email"
          label="Email address"
          description={OFFICES[office].may}
          maxLength={254}
          spellCheck={false}
          autoComplete="off"
          autoFocus
          value={entered.email}
          error={errorAt(problems, 'email') ?? errorAt(problems, 'personId')}
          onChange={(event) => enter({ email: event.target.value })}
        />
        {unknown && (
          <TextInput
            id={fields.name}
            label="Name"
            maxLength={70}
            autoComplete="off"
            value={entered.name}
            error={errorAt(problems, 'name')}
            onChange={(event) => enter({ name: event.target.value })}
          />
        )}
        <TextInput
          id={fields.startedOn}
          type="date"
          maw={240}
          label="First day"
          value={entered.startedOn}
          error={errorAt(problems, 'startedOn')}
          onChange={(event) => enter({ startedOn: event.target.value })}
        />
        <Group>
          <Button type="submit" loading={register.busy || appointing.busy} disabled={entered.email.trim() === '' || entered.startedOn === ''}>
            {unknown ? 'Register and appoint' : 'Appoint'}
          </Button>
          <Button variant="subtle" onClick={onClose}>
            Not now
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
