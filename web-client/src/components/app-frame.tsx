import { Link, Outlet } from '@tanstack/react-router';
import { NoticeBell } from '../notices/notice-bell';
import { NoticesProvider } from '../notices/notices-provider';
import { SignOutButton } from '../outbox/sign-out-button';
import { StatusBar } from '../outbox/status-bar';
import { useSession } from '../sign-in/session-context';

/** What surrounds every page after sign-in: the skip link, the way around, who is signed in. */
export function AppFrame() {
  const { session, leave } = useSession();
  return (
    <NoticesProvider>
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
            <Link to="/programme" className="nav-link">
              Programme
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
          <NoticeBell />
          <span className="person-name">{session.person.name}</span>
          <SignOutButton onLeave={leave} />
        </div>
      </header>
      <StatusBar />
      <main className="page" id="main" tabIndex={-1}>
        <Outlet />
      </main>
    </NoticesProvider>
  );
}
