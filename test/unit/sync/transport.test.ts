import { expect, it } from 'vitest';
import { createTransport, type Fetch } from '#lib/sync/transport.ts';

const signal = new AbortController().signal;
const transport = (fetch: Fetch) =>
  createTransport({ fetch, server: 'https://suki.example/', token: 'secret', signal });
const json = (body: unknown, init?: ResponseInit) => async () => Response.json(body, init);
const hello = (fetch: Fetch) => transport(fetch).hello('00000000-0000-4000-8000-000000000001');

it('says that there is no network, and does not throw', async () => {
  const answer = await hello(async () => {
    throw new TypeError('Failed to fetch');
  });
  expect(answer).toMatchObject({ ok: false, error: { code: 'network', status: 0 } });
});

it('refuses an answer that is not of the contract', async () => {
  expect(await hello(json({ epoch: 'yesterday' }))).toMatchObject({ ok: false, error: { code: 'garbled' } });
  expect(await hello(async () => new Response('<html>a login page</html>'))).toMatchObject({ ok: false });
});

it('reads the code and the pause of an error', async () => {
  const body = { error: { code: 'busy', message: 'one moment' } };
  expect(await hello(json(body, { status: 503, headers: { 'retry-after': '3' } }))).toMatchObject({
    ok: false,
    error: { code: 'busy', status: 503, retryAfter: 3_000 },
  });
  expect(await hello(async () => new Response('bad gateway', { status: 502 }))).toMatchObject({
    ok: false,
    error: { code: 'unavailable', status: 502 },
  });
});

it('sends the token as a header only, and no cookies', async () => {
  const seen: [string, RequestInit][] = [];
  await hello(async (url, init) => {
    seen.push([url, init]);
    return Response.json({});
  });
  const [url, init] = seen[0] ?? ['', {}];
  expect(url).toBe('https://suki.example/sync/hello');
  expect(url + String(init.body)).not.toContain('secret');
  expect(new Headers(init.headers).get('authorization')).toBe('Bearer secret');
  expect(init.credentials).toBe('omit');
});
