/** A random id for `clientMutationId`. `crypto.randomUUID` is not there on plain http, which a school's own network may use. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
