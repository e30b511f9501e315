import { expect, it } from 'vitest';
import { enqueue } from '#lib/cache/outbox.ts';
import { drainOutbox } from '#lib/sync/drain.ts';
import type { SyncError, Transport } from '#lib/sync/transport.ts';
import { makeOutbox } from '#test/unit/cache/deps.ts';

type Sent = { id: string; mid: number };
const fault = (status: number, code: SyncError['code'] = 'internal') =>
  ({ ok: false, error: { code, status, message: 'it broke', retryAfter: null } }) as const;
const HOUR = 3_600_000;

/**
 * An outbox with `n` clicks, and a server that settles one mutation after the other, answers what it has settled before one that it
 * fails at, and fails when that is the first.
 */
const open = async (n: number) => {
  const { deps, clock } = makeOutbox();
  const ids: string[] = [];
  for (let i = 0; i < n; i += 1)
    ids.push(await enqueue(deps, 'event.undo', 'ana', () => ({ customer: 'ana', event: `e${i}` })));
  const world = {
    bad: new Set<string>(),
    status: 500,
    sizes: [] as number[],
    applied: [] as string[],
    ids,
    clock,
    db: deps.db,
    restart: () => {
      world.sizes = [];
    },
    drain: () => drainOutbox({ outbox: deps, transport: { push }, epoch: 'first', now: () => clock.now }),
  };
  const push: Transport['push'] = async (_client, _epoch, _at, mutations) => {
    const sent = mutations as Sent[];
    world.sizes.push(sent.length);
    const end = sent.findIndex(({ id }) => world.bad.has(id));
    const settled = end < 0 ? sent : sent.slice(0, end);
    if (settled.length === 0)
      return fault(world.status, world.status === 503 ? 'busy' : world.status === 0 ? 'network' : 'internal');
    for (const { id } of settled) if (!world.applied.includes(id)) world.applied.push(id);
    const results = settled.map(({ id, mid }) => ({ status: 'applied', mid, id, seq: '1' }) as const);
    return {
      ok: true,
      value: { epoch: 'first', serverTime: 0, results, lmid: settled.at(-1)?.mid ?? 0 },
    };
  };
  return world;
};
const at = (list: string[], i: number): string => list[i] ?? '';
const parked = async ({ db }: Awaited<ReturnType<typeof open>>) =>
  (await db.mutations.where('state').equals('parked').toArray()).map((row) =>
    row.state === 'parked' ? [row.id, row.code] : [],
  );

it('[S16] what the server fails at eight times goes alone, and after a day makes way for what is behind it', async () => {
  const world = await open(5);
  const bad = at(world.ids, 2);
  world.bad.add(bad);
  // The good ones before it are settled with the first push, so that the count is its own.
  for (let i = 0; i < 8; i += 1) {
    expect(await world.drain()).toMatchObject({ ok: false });
    world.clock.now += 60_000;
  }
  expect(world.applied).toEqual(world.ids.slice(0, 2));
  expect(world.sizes).toEqual([5, 3, 3, 3, 3, 3, 3, 3, 3]);
  world.restart();
  for (let i = 0; i < 23; i += 1) {
    world.clock.now += HOUR;
    expect(await world.drain()).toMatchObject({ ok: false });
  }
  expect(new Set(world.sizes)).toEqual(new Set([1]));
  expect(await parked(world)).toEqual([]);
  world.clock.now += 2 * HOUR;
  expect(await world.drain()).toMatchObject({ ok: true, pushed: 2 });
  expect(await parked(world)).toEqual([[bad, 'stuck']]);
  expect(world.applied).toEqual(world.ids.filter((id) => id !== bad));
});

it('[S16] one that the server takes after all is forgiven, and the rest goes together again', async () => {
  const world = await open(4);
  world.bad.add(at(world.ids, 0));
  for (let i = 0; i < 9; i += 1) await world.drain();
  world.bad.clear();
  world.restart();
  expect(await world.drain()).toMatchObject({ ok: true, pushed: 4 });
  expect(world.sizes).toEqual([1, 3]);
  expect(await parked(world)).toEqual([]);
});

it.each([
  ['busy', 503],
  ['out of reach', 0],
])('[S16] a server that is %s for two days counts against nothing', async (_, status) => {
  const world = await open(2);
  world.bad.add(at(world.ids, 0));
  world.status = status;
  for (let i = 0; i < 48; i += 1) {
    world.clock.now += HOUR;
    await world.drain();
  }
  expect(new Set(world.sizes)).toEqual(new Set([2]));
  expect(await parked(world)).toEqual([]);
});

it('[S16] [S23] the count outlives a renumbering', async () => {
  const world = await open(3);
  const [first = '', second = ''] = world.ids;
  world.bad.add(first).add(second);
  for (let i = 0; i < 8; i += 1) await world.drain();
  world.clock.now += 25 * HOUR;
  // Parking the first renumbers; the second begins its own count there.
  await world.drain();
  for (let i = 0; i < 8; i += 1) await world.drain();
  world.clock.now += 25 * HOUR;
  expect(await world.drain()).toMatchObject({ ok: true, pushed: 1 });
  expect((await parked(world)).map(([id]) => id).sort()).toEqual([first, second].sort());
});
