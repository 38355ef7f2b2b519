import { Button, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { ErrorSummary } from '../components/error-summary';
import { PageTitle } from '../components/page-title';
import { signIn, type DemoPerson, type Refusal, type SessionState } from './session-api';

type Props = { demo: SessionState['demo']; notice?: string; onSignedIn: (session: SessionState) => void };

/** The way in: e-mail and password, or one click as one of the demo people. */
export function SignInPage({ demo, notice, onSignedIn }: Props) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [refusal, setRefusal] = useState<Refusal>();
  const [busy, setBusy] = useState(false);

  async function enter(as: { email: string; password: string }) {
    setBusy(true);
    const answer = await signIn(as.email.trim(), as.password);
    setBusy(false);
    if ('session' in answer) onSignedIn(answer.session);
    else setRefusal(answer.refusal);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!email.trim() || !password) {
      setRefusal({ code: 'EMPTY', message: 'Enter your e-mail address and your password.' });
      return;
    }
    void enter({ email, password });
  }

  return (
    <main className="page" id="main">
      <div className="narrow">
        <Stack gap="lg">
          <div>
            <Text fw={700} c="accent.7">
              Coachbench
            </Text>
            <PageTitle>Sign in</PageTitle>
          </div>
          {notice && <Text role="status">{notice}</Text>}
          <ErrorSummary problems={refusal ? [{ message: wordsFor(refusal), path: ['email'] }] : []} fields={{ email: 'sign-in-email' }} />
          <form onSubmit={submit} noValidate>
            <Stack>
              <TextInput
                id="sign-in-email"
                label="E-mail address"
                type="email"
                autoComplete="username"
                spellCheck={false}
                value={email}
                onChange={(event) => setEmail(event.target.value)}
              />
              <PasswordInput
                label="Password"
                autoComplete="current-password"
                value={password}
                onChange={(event) => setPassword(event.target.value)}
              />
              <Button type="submit" loading={busy}>
                Sign in
              </Button>
            </Stack>
          </form>
          {demo && <DemoPeople people={demo.people} busy={busy} onChoose={(person) => void enter({ email: person.email, password: demo.password })} />}
        </Stack>
      </div>
    </main>
  );
}

function DemoPeople({ people, busy, onChoose }: { people: DemoPerson[]; busy: boolean; onChoose: (person: DemoPerson) => void }) {
  return (
    <section aria-labelledby="demo-people">
      <Title order={2} id="demo-people">
        Look around as
      </Title>
      <Text className="quiet" mb="sm">
        This is a demonstration. Everybody in it is made up.
      </Text>
      <ul className="plain-list">
        {people.map((person) => (
          <li key={person.email}>
            <button type="button" className="card person-card" disabled={busy} onClick={() => onChoose(person)}>
              <strong>{person.name}</strong> <span className="quiet">{person.role}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function wordsFor(refusal: Refusal): string {
  switch (refusal.code) {
    case 'BAD_CREDENTIALS':
      return 'The e-mail address or the password is not right.';
    case 'LOCKED':
      return refusal.message || 'There were too many attempts. Wait a few minutes, then try again.';
    default:
      return refusal.message;
  }
}
