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
import { forgetSession, remember, rememberedSession } from './sign-in/remembered-session';
import { readSession, signOut, type Refusal, type SessionState } from './sign-in/session-api';
import { SessionContext, type SignedIn } from './sign-in/session-context';
import { SignInPage } from './sign-in/sign-in-page';
import { Button, Stack, Text, Title } from '@mantine/core';

/** In milliseconds. */
const BETWEEN_QUESTIONS = 5_000;

/** Decides between sign-in, a new password and the workbench. */
export function App() {
  const [session, setSession] = useState<SessionState>();
  const [refusal, setRefusal] = useState<Refusal>();
  const [notice, setNotice] = useState<string>();
  const [unanswered, setUnanswered] = useState(false);

  const load = useCallback(async () => {
    const answer = await readSession();
    const remembered = rememberedSession();
    if ('session' in answer) {
      await remember(answer.session);
      setSession(answer.session);
    } else if (remembered) setSession((present) => present ?? remembered);
    setUnanswered('refusal' in answer);
    setRefusal('session' in answer || remembered ? undefined : answer.refusal);
  }, []);

  useEffect(() => {
    // The answer arrives later; nothing is set while rendering.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    void load();
  }, [load]);

  // Whether the sign-in still holds is asked until the service answers.
  useEffect(() => {
    if (!unanswered) return;
    const again = () => void load();
    const timer = setInterval(again, BETWEEN_QUESTIONS);
    addEventListener('online', again);
    return () => {
      clearInterval(timer);
      removeEventListener('online', again);
    };
  }, [unanswered, load]);

  const leaving = session?.person?.id;
  const leave = useCallback(async () => {
    const told = await signOut();
    history.replaceState(null, '', '/');
    setNotice(told ? 'You are signed out.' : 'You are signed out on this device. The service is told as soon as it can be reached.');
    setSession(undefined);
    if (leaving) await forgetSession(leaving);
    await load();
  }, [load, leaving]);

  const signedOut = useCallback(() => {
    setNotice('Your session has ended. Sign in again; what you typed is kept on this device.');
    void load();
  }, [load]);

  const enter = (entered: SessionState) => {
    void remember(entered);
    setNotice(undefined);
    setSession(entered);
  };

  if (refusal) return <Unreachable refusal={refusal} notice={notice} onRetry={() => void load()} />;
  if (!session) return null;
  if (!session.person) return <SignInPage demo={session.demo} notice={notice} onSignedIn={enter} />;
  if (session.mustChangePassword) {
    return <ChangePasswordPage name={session.person.name} onChanged={enter} onLeave={() => void leave()} />;
  }
  return <Workbench key={session.person.id} session={session as SignedIn} reached={!unanswered} leave={() => void leave()} onSignedOut={signedOut} />;
}

type WorkbenchProps = { session: SignedIn; reached: boolean; leave: () => void; onSignedOut: () => void };

function Workbench({ session, reached, leave, onSignedOut }: WorkbenchProps) {
  const { client, ready } = useMemo(() => createClient(session.person.id, onSignedOut), [session.person.id, onSignedOut]);
  const [isReady, setReady] = useState(false);
  useEffect(() => void ready.then(() => setReady(true)), [ready]);
  const outbox = useMemo(() => createOutbox(client, session.person.id), [client, session.person.id]);
  useEffect(() => (isReady ? outbox.start() : undefined), [outbox, isReady]);
  const router = useMemo(() => createAppRouter(), []);
  const context = useMemo(() => ({ session, reached, leave, onSignedOut }), [session, reached, leave, onSignedOut]);
  if (!isReady) return null;
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

function Unreachable({ refusal, notice, onRetry }: { refusal: Refusal; notice: string | undefined; onRetry: () => void }) {
  return (
    <main className="page" id="main">
      <Stack align="flex-start">
        <Title order={1}>Coachbench cannot be reached</Title>
        {notice && <Text>{notice}</Text>}
        <Text role="alert">{refusal.message}</Text>
        <Button onClick={onRetry}>Try again</Button>
      </Stack>
    </main>
  );
}
