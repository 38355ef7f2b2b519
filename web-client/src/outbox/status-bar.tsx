import { useSyncExternalStore } from 'react';
import { TextLink } from '../components/button-link';
import { useOutboxState } from './outbox-context';
import { counted } from './counted';
import { isSetAside } from './waiting-change';
import { useSession } from '../sign-in/session-context';

/** Says on every page that the device is offline, and what waits to be sent or decided. */
export function StatusBar() {
  const online = useOnline();
  const { reached } = useSession();
  const { changes, lasting } = useOutboxState();
  const waiting = changes.filter((change) => change.state === 'waiting').length;
  const setAside = changes.filter(isSetAside).length;
  const missing = !online ? 'You are offline.' : !reached && 'The service cannot be reached.';
  if (!missing && waiting + setAside === 0) return null;
  const sentences = [
    missing,
    missing && lasting && 'What you do is kept on this device and sent when it can be.',
    waiting > 0 && `${counted(waiting, 'change waits', 'changes wait')} to be sent.`,
    waiting > 0 && !lasting && 'This window cannot keep changes: leave it open until they are sent.',
    setAside > 0 && `${counted(setAside, 'change needs', 'changes need')} your decision.`,
  ];
  return (
    <div className="status-bar" role="status">
      {sentences.filter(Boolean).join(' ')} {waiting + setAside > 0 && <TextLink to="/waiting">{waiting + setAside === 1 ? 'Look at it' : 'Look at them'}</TextLink>}
    </div>
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
