import { Button } from '@mantine/core';
import { Link, Outlet } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
import { useSession } from '../sign-in/session-context';

/** What surrounds every page after sign-in: the skip link, the way around, who is signed in. */
export function AppFrame() {
  const { session, leave } = useSession();
  const online = useOnline();
  return (
    <>
      <a className="skip-link" href="#main">
        Skip to main content
      </a>
      <header className="top-bar">
        <div>
          <Link to="/" className="brand">
            Coachbench
          </Link>
          <nav aria-label="Main">
            <Link to="/" className="nav-link" activeOptions={{ exact: true }}>
              Home
            </Link>
            <Link to="/history" className="nav-link">
              History
            </Link>
            <Link to="/banks" className="nav-link">
              Step banks
            </Link>
            {session.administrator && (
              <Link to="/people" className="nav-link">
                People and schools
              </Link>
            )}
          </nav>
          <span>{session.person.name}</span>
          <Button variant="subtle" size="compact-md" onClick={leave}>
            Sign out
          </Button>
        </div>
      </header>
      {!online && (
        <div className="status-bar" role="status">
          You are offline. What you type is kept on this device and sent when you are back.
        </div>
      )}
      <main className="page" id="main" tabIndex={-1}>
        <Outlet />
      </main>
    </>
  );
}

function useOnline() {
  return useSyncExternalStore(
    (changed) => {
      addEventListener('online', changed);
      addEventListener('offline', changed);
      return () => {
        removeEventListener('online', changed);
        removeEventListener('offline', changed);
      };
    },
    () => navigator.onLine,
  );
}
