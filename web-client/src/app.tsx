import { RouterProvider } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { Provider } from 'urql';
import { createClient } from './api/client';
import { DraftOwner } from './api/use-draft';
import { NotesProvider } from './notes/notes-provider';
import { createOutbox } from './outbox/outbox';
import { OutboxContext } from './outbox/outbox-context';
import { createAppRouter } from './router';
import { ChangePasswordPage } from './sign-in/change-password-page';
import { readSession, signOut, type Refusal, type SessionState } from './sign-in/session-api';
import { SessionContext, type SignedIn } from './sign-in/session-context';
import { SignInPage } from './sign-in/sign-in-page';
import { Button, Stack, Text, Title } from '@mantine/core';

/** Decides between sign-in, a new password and the workbench. */
export function App() {
  const [session, setSession] = useState<SessionState>();
  const [refusal, setRefusal] = useState<Refusal>();
  const [notice, setNotice] = useState<string>();

  const load = useCallback(async () => {
    const answer = await readSession();
    if ('session' in answer) {
      setSession(answer.session);
      setRefusal(undefined);
    } else setRefusal(answer.refusal);
  }, []);

  useEffect(() => {
    // The answer arrives later; nothing is set while rendering.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    void load();
  }, [load]);

  const leave = useCallback(async () => {
    await signOut().catch(() => {});
    history.replaceState(null, '', '/');
    setNotice('You are signed out.');
    await load();
  }, [load]);

  const signedOut = useCallback(() => {
    setNotice('Your session has ended. Sign in again; what you typed is kept on this device.');
    void load();
  }, [load]);

  const enter = (entered: SessionState) => {
    setNotice(undefined);
    setSession(entered);
  };

  if (refusal) return <Unreachable refusal={refusal} onRetry={() => void load()} />;
  if (!session) return null;
  if (!session.person) return <SignInPage demo={session.demo} notice={notice} onSignedIn={enter} />;
  if (session.mustChangePassword) {
    return <ChangePasswordPage name={session.person.name} onChanged={enter} onLeave={() => void leave()} />;
  }
  return <Workbench key={session.person.id} session={session as SignedIn} leave={() => void leave()} onSignedOut={signedOut} />;
}

function Workbench({ session, leave, onSignedOut }: { session: SignedIn; leave: () => void; onSignedOut: () => void }) {
  const client = useMemo(() => createClient(onSignedOut), [onSignedOut]);
  const outbox = useMemo(() => createOutbox(client, session.person.id), [client, session.person.id]);
  useEffect(() => outbox.start(), [outbox]);
  const router = useMemo(() => createAppRouter(), []);
  const context = useMemo(() => ({ session, leave }), [session, leave]);
  return (
    <SessionContext value={context}>
      <DraftOwner value={session.person.id}>
        <Provider value={client}>
          <OutboxContext value={outbox}>
            <NotesProvider>
              <RouterProvider router={router} />
            </NotesProvider>
          </OutboxContext>
        </Provider>
      </DraftOwner>
    </SessionContext>
  );
}

function Unreachable({ refusal, onRetry }: { refusal: Refusal; onRetry: () => void }) {
  return (
    <main className="page" id="main">
      <Stack align="flex-start">
        <Title order={1}>Coachbench cannot be reached</Title>
        <Text role="alert">{refusal.message}</Text>
        <Button onClick={onRetry}>Try again</Button>
      </Stack>
    </main>
  );
}
