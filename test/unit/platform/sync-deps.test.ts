import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { openCacheDb } from '#lib/cache/cache-db.ts';
import { enqueue } from '#lib/cache/outbox.ts';
import { openOutboxDb } from '#lib/cache/outbox-db.ts';

// The polyfill takes what is there for the browser, if it looks like one.
const kept = new Map<string, unknown>();
const pause = () => new Promise((resolve) => setTimeout(resolve, 1));
const local = {
  get: async (key: string | null) => {
    await pause();
    return structuredClone(key === null ? Object.fromEntries(kept) : { [key]: kept.get(key) });
  },
  set: async (values: object) => {
    await pause();
    for (const [key, value] of Object.entries(values)) kept.set(key, structuredClone(value));
  },
  remove: async (keys: string | string[]) => {
    for (const key of [keys].flat()) kept.delete(key);
  },
};
vi.stubGlobal('chrome', { runtime: { id: 'suki' } });
vi.stubGlobal('browser', { runtime: { id: 'suki' }, storage: { local } });
const { accessTo, outboxDeps } = await import('#lib/platform/sync-deps.ts');
const { readSettings, writeSettings } = await import('#lib/platform/settings.ts');

const member = { id: 'm1', name: 'Mia', role: 'rep' as const };
const connection = {
  ...{ server: 'https://suki.example', token: 'first', device: 'd1', label: 'Chrome', workspace: '' },
  member,
};
const open = (n = crypto.randomUUID()) => ({
  cache: openCacheDb(`deps-cache-${n}`),
  outbox: openOutboxDb(`deps-outbox-${n}`),
});
const never = new AbortController().signal;

beforeEach(async () => {
  kept.clear();
  await writeSettings({ connection });
});

it('[S56] a new token is not written over by a page that notes names at the same moment', async () => {
  const { home } = accessTo(open(), connection, never);
  const rename = (name: string) =>
    writeSettings((now) =>
      now.connection ? { connection: { ...now.connection, member: { ...member, name } } } : {},
    );
  await Promise.all([rename('Mia T'), home?.replace('first', 'second'), rename('Mia Tan')]);
  expect((await readSettings()).connection).toMatchObject({ token: 'second', member: { name: 'Mia Tan' } });
  expect(await home?.read()).toBe('second');
});

it('[S20] a token goes only to the device that it was made for', async () => {
  const { home } = accessTo(open(), connection, never);
  await writeSettings({ connection: { ...connection, device: 'd2', token: 'of another' } });
  await home?.replace('first', 'second');
  expect(await home?.read()).toBeNull();
  expect((await readSettings()).connection?.token).toBe('of another');
});

it('[S28] signed out by an admin: customers and token are gone, what was not sent is parked, and it is noted', async () => {
  const dbs = open();
  await dbs.cache.meta.put({ key: 'members', members: [member] });
  const click = await enqueue(outboxDeps(dbs.outbox), 'event.undo', 'ana', () => ({
    ...{ customer: 'ana', event: 'e1' },
  }));
  await accessTo(dbs, connection, never).onRevoked?.();
  expect(await dbs.cache.meta.get('members')).toBeUndefined();
  expect(await dbs.outbox.mutations.get(click)).toMatchObject({ state: 'parked', code: 'revoked' });
  expect(await readSettings()).toMatchObject({ connection: null, revokedAt: expect.any(Number) });
});

it('[S28] a late answer to who was here before wipes nothing of who is here now', async () => {
  const dbs = open();
  await dbs.cache.meta.put({ key: 'members', members: [member] });
  const { onRevoked } = accessTo(dbs, connection, never);
  await writeSettings({ connection: { ...connection, device: 'd2', token: 'of another' } });
  await onRevoked?.();
  expect(await dbs.cache.meta.get('members')).toMatchObject({ members: [member] });
  expect((await readSettings()).connection?.device).toBe('d2');
});
