import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { errorAt, type ShownProblem } from '../api/use-change';
import { TextLink } from '../components/button-link';
import { ErrorSummary } from '../components/error-summary';
import { PageTitle } from '../components/page-title';
import { usePersonByEmail } from './use-person-by-email';

const FIELDS = { email: 'find-email' };

/** For administrators: people who were never at a school, such as coaches and trust leads, are found by their address. */
export function FindToErasePage() {
  const [email, setEmail] = useState('');
  const [problems, setProblems] = useState<ShownProblem[]>([]);
  const find = usePersonByEmail();
  const navigate = useNavigate();

  async function submit(event: FormEvent) {
    event.preventDefault();
    const found = await find(email);
    if (found.person) {
      await navigate({ to: '/people/$personId/erase', params: { personId: found.person.id } });
      return;
    }
    setProblems(found.problems.length > 0 ? found.problems : [{ message: 'Nobody is registered with this address. Check it.', path: ['email'] }]);
  }

  return (
    <Stack gap="lg" maw={480}>
      <div>
        <TextLink to="/people">People</TextLink>
        <PageTitle>Data of a person</PageTitle>
        <Text>Take what is held about somebody, or erase it. You see whose it is before anything happens.</Text>
      </div>
      <form onSubmit={(event) => void submit(event)} noValidate aria-label="Find a person">
        <Stack>
          <ErrorSummary problems={problems} fields={FIELDS} />
          <TextInput
            id={FIELDS.email}
            type="email"
            label="Email address"
            maxLength={254}
            spellCheck={false}
            autoComplete="off"
            value={email}
            error={errorAt(problems, 'email')}
            onChange={(event) => setEmail(event.target.value)}
          />
          <Button type="submit" style={{ alignSelf: 'flex-start' }} disabled={email.trim() === ''}>
            Find the record
          </Button>
        </Stack>
      </form>
    </Stack>
  );
}
