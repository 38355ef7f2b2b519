import { useOutboxState } from './outbox-context';

/** The cycles that were begun on this device and that the service does not have yet. */
export const useBegunOffline = () => useOutboxState().changes.filter((change) => change.kind === 'startCycle' && change.state !== 'new');
