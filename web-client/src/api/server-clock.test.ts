import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hearServerTime, serverNow, timedFetch } from './server-clock';

const NINE = Date.parse('2026-09-14T09:00:00Z');
const httpDate = (time: number) => new Date(time).toUTCString();
const off = () => serverNow() - Date.now();

beforeEach(() => {
  vi.useFakeTimers({ now: NINE });
  hearServerTime(httpDate(NINE), NINE, NINE);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the clock of the service', () => {
  it.each([
    ['a device ten minutes behind', 600_000],
    ['a device ten minutes ahead', -600_000],
  ])('is kept by %s', (_name, difference) => {
    hearServerTime(httpDate(NINE + difference), NINE, NINE + 80);
    expect(Math.abs(off() - difference)).toBeLessThanOrEqual(2000);
  });

  it('does not jump with a header that is only coarse or a response that was slow', () => {
    const before = off();
    hearServerTime(httpDate(NINE - 1000), NINE, NINE + 50);
    hearServerTime(httpDate(NINE + 4000), NINE, NINE + 9000);
    expect(off()).toBe(before);
  });

  it.each([null, 'soon'])('is left alone by the header %s', (header) => {
    const before = off();
    hearServerTime(header, NINE, NINE);
    expect(off()).toBe(before);
  });

  it('is heard from responses', async () => {
    vi.stubGlobal('fetch', async () => new Response('', { headers: { Date: httpDate(NINE + 3_600_000) } }));
    await timedFetch('/graphql');
    expect(Math.abs(off() - 3_600_000)).toBeLessThanOrEqual(2000);
  });
});
