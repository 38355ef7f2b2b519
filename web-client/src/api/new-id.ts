/** A random id for `clientMutationId`. `crypto.randomUUID` is not there on plain http, which a school's own network may use. */
export function newId(): string {
  return randomHex(16);
}

/** An id for a cycle that the service may not hear of for a while; it says when it was made. */
export function newCycleId(now: number): string {
  return `cycle_${Math.floor(now / 1000).toString(16).padStart(8, '0')}${randomHex(8)}`;
}

function randomHex(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
