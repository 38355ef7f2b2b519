let offset = 0;

// The Date header counts whole seconds and may be a second old when it is sent.
const COARSE = 2000;

/** The service's time of this moment, in milliseconds. What the device's own clock says does not matter. */
export function serverNow(): number {
  return Date.now() + offset;
}

/**
 * Takes in the Date header of a response, between whose request and arrival (by the device's clock) it was written.
 * The offset moves only as far as the header proves it wrong, so that times on the screen do not jump with each response.
 */
export function hearServerTime(date: string | null, sentAt: number, arrivedAt: number) {
  const heard = Date.parse(date ?? '');
  // A device's clock that was set while the request was under way proves nothing.
  if (Number.isNaN(heard) || arrivedAt < sentAt) return;
  offset = Math.min(Math.max(offset, heard - arrivedAt), heard + COARSE - sentAt);
}

/** A request without an answer for so long counts as failed; the service itself gives up after half of it. */
const PATIENCE = 60_000;

/** `fetch` that listens to the service's clock, and does not wait for ever. */
export const timedFetch: typeof fetch = async (input, init) => {
  const sentAt = Date.now();
  const response = await fetch(input, { ...init, signal: withPatience(init?.signal) });
  hearServerTime(response.headers.get('Date'), sentAt, Date.now());
  return response;
};

function withPatience(signal: AbortSignal | null | undefined): AbortSignal {
  const patience = AbortSignal.timeout(PATIENCE);
  if (!signal) return patience;
  // Not in browsers of before 2024.
  return 'any' in AbortSignal ? AbortSignal.any([signal, patience]) : signal;
}
