import { Button, PasswordInput, Stack, Text } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { ErrorSummary } from '../components/error-summary';
import { PageTitle } from '../components/page-title';
import { changePassword, type SessionState } from './session-api';

/** Where a one-time password is replaced before anything else can be done. */
export function ChangePasswordPage({ name, onChanged, onLeave }: { name: string; onChanged: (session: SessionState) => void; onLeave: () => void }) {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [problem, setProblem] = useState<{ field: 'current' | 'next'; message: string }>();
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!current) return setProblem({ field: 'current', message: 'Enter the password that you were given.' });
    if (!next) return setProblem({ field: 'next', message: 'Enter a new password.' });
    setBusy(true);
    const answer = await changePassword(current, next);
    setBusy(false);
    if ('session' in answer) return onChanged(answer.session);
    setProblem({ field: answer.refusal.code === 'BAD_CREDENTIALS' ? 'current' : 'next', message: answer.refusal.message });
  }

  return (
    <main className="page" id="main">
      <div className="narrow">
        <Stack gap="lg">
          <PageTitle>Choose your own password</PageTitle>
          <Text>{name}, the password you signed in with works once. Choose one that only you know.</Text>
          <ErrorSummary
            problems={problem ? [{ message: problem.message, path: [problem.field] }] : []}
            fields={{ current: 'password-current', next: 'password-new' }}
          />
          <form onSubmit={(event) => void submit(event)} noValidate>
            <Stack>
              <PasswordInput
                id="password-current"
                label="Current password"
                autoComplete="current-password"
                value={current}
                error={problem?.field === 'current' && problem.message}
                onChange={(event) => setCurrent(event.target.value)}
              />
              <PasswordInput
                id="password-new"
                label="New password"
                description="Several words that you can remember are better than one with tricks."
                autoComplete="new-password"
                value={next}
                error={problem?.field === 'next' && problem.message}
                onChange={(event) => setNext(event.target.value)}
              />
              <Button type="submit" loading={busy}>
                Change password
              </Button>
              <Button variant="subtle" onClick={onLeave}>
                Sign out
              </Button>
            </Stack>
          </form>
        </Stack>
      </div>
    </main>
  );
}
