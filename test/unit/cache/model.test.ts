import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyPage, putFound } from '#lib/cache/apply.ts';
import { resetCache } from '#lib/cache/cache.ts';
import { type CacheDb, openCacheDb } from '#lib/cache/cache-db.ts';
import { findByAddress, readRecord } from '#lib/cache/find.ts';
import { ownDigest } from '#lib/cache/own-digest.ts';
import { tidy } from '#lib/cache/tidy.ts';
import type { CustomerRecord } from '#lib/contract/customer.ts';
import { digestOf } from '#lib/contract/digest.ts';
import { createLife } from '#test/server/client/life.ts';
import { begin, EPOCH, pageOf, person, progressOf } from './pages.ts';

/** So few that they meet often, and so many that there is more than one pack of them. */
const IDS = 90;
/** A change of this many at once is packed; a lesser one becomes rows. */
const PAGE = 60;

type Change = { from: number; many: boolean; gone: number; spread: number };
const id = fc.nat(IDS - 1);
const change = fc.record({ from: id, many: fc.boolean(), gone: fc.nat(3), spread: fc.nat(2) });
const steps = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ do: fc.constant('change' as const), change }) },
    { weight: 5, arbitrary: fc.record({ do: fc.constant('pull' as const) }) },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('find' as const),
        id,
        overtaken: fc.boolean(),
        many: fc.boolean(),
        gone: fc.nat(1),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant('reload' as const), pages: fc.integer({ min: 1, max: 3 }) }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('broken-off' as const) }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('tidy' as const) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('forget' as const) }) },
  ),
  { minLength: 16, maxLength: 24, size: 'max' },
);

/** The server as a plain Map: the state of everybody, and when it came to be so. */
const createModel = () => {
  let head = 1;
  const now = new Map<string, CustomerRecord>();
  const changedAt = new Map<string, number>();
  const name = (n: number) => `c${String(n % IDS).padStart(3, '0')}`;
  return {
    get head() {
      return head;
    },
    now,
    change: ({ from, many, gone, spread }: Change) => {
      head += 1;
      for (let i = 0; i < (many ? PAGE : 2); i += 1) {
        const one = name(from + i);
        // Addresses move from one to another, as they do when somebody leaves a company.
        const addresses = [`${name(from + i + spread)}-${spread}@shop.example`];
        now.set(one, person(one, head, addresses));
        changedAt.set(one, head);
      }
      for (let i = 0; i < gone; i += 1) {
        const one = name(from + i * 7);
        now.delete(one);
        changedAt.set(one, head);
      }
    },
    since: (cursor: number) => {
      const ids = [...changedAt].flatMap(([one, at]) => (at > cursor ? [one] : []));
      return {
        records: ids.flatMap((one) => now.get(one) ?? []),
        gone: ids.filter((one) => !now.has(one)),
      };
    },
  };
};
type Model = ReturnType<typeof createModel>;

/** One device: it may die at any request to its database, and then begins again with what was committed. */
const createDevice = (name: string) => {
  let life = createLife();
  const open = (): CacheDb => {
    const db = openCacheDb(name);
    life = createLife();
    life.watch(db);
    return db;
  };
  let db = open();
  return {
    get db() {
      return db;
    },
    /** Does it, and dies on the way. */
    doomed: async (fuse: number, work: () => Promise<unknown>): Promise<void> => {
      life.dieIn(fuse);
      await work().catch(() => {});
      life.dieIn(0);
      db.close();
      db = open();
    },
  };
};

const loadAll = async (db: CacheDb, model: Model, pages: number): Promise<void> => {
  await begin(db);
  const all = [...model.now.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const size = Math.ceil(all.length / pages) || 1;
  for (let i = 0; i < pages; i += 1) {
    const from = await progressOf(db);
    const page = pageOf(all.slice(i * size, (i + 1) * size), model.head);
    const cursor = page.head.cursor;
    const load = { scope: 1, after: String(i), cursor, loaded: 0 };
    const last = { cursor, load: null, counted: false };
    await applyPage(db, from, page, i === pages - 1 ? last : { load });
  }
};

const pullAll = async (db: CacheDb, model: Model): Promise<void> => {
  const from = await progressOf(db);
  if (from.cursor === null) return loadAll(db, model, 2);
  const { records, gone } = model.since(Number(from.cursor));
  await applyPage(db, from, pageOf(records, model.head, { gone }), { cursor: String(model.head) });
};

/** In step with the server, the cache is the Map; by id, by address, by its sum and by its count. */
const expectSame = async (db: CacheDb, model: Model): Promise<void> => {
  for (let n = 0; n < IDS; n += 1) {
    const one = `c${String(n).padStart(3, '0')}`;
    expect(await readRecord(db, one), one).toEqual(model.now.get(one) ?? null);
  }
  const addresses = new Set([...model.now.values()].flatMap(({ profile }) => profile.addresses));
  for (const address of [...addresses].slice(0, 10)) {
    const owners = [...model.now.values()].filter(({ profile }) => profile.addresses.includes(address));
    const { records, bad } = await findByAddress(db, [address]);
    expect(bad).toEqual([]);
    expect(records.map((record) => record.id).sort(), address).toEqual(
      owners.map((owner) => owner.id).sort(),
    );
  }
  const sum = digestOf([...model.now.values()].map((record) => ({ id: record.id, seq: record.seq ?? '' })));
  expect(await ownDigest(db)).toMatchObject(sum);
};

let made = 0;
it('is a plain Map of the newest records, whatever pages, look-ups, packings and loadings came, and wherever it died', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(steps, fc.array(fc.nat(40), { minLength: 24, maxLength: 24 }), async (list, fuses) => {
      made += 1;
      const device = createDevice(`model-${made}`);
      const model = createModel();
      model.change({ from: 0, many: true, gone: 0, spread: 0 });
      await loadAll(device.db, model, 2);
      for (const [i, step] of list.entries()) {
        const run = async (): Promise<unknown> => {
          const { db } = device;
          switch (step.do) {
            case 'change':
              return model.change(step.change);
            case 'pull':
              return pullAll(db, model);
            case 'find': {
              const one = model.now.get(`c${String(step.id).padStart(3, '0')}`);
              const asOf = model.head;
              if (step.overtaken) {
                // The answer is still on its way when a change that came after it is pulled.
                model.change({ from: step.id, many: step.many, gone: step.gone, spread: 0 });
                await pullAll(db, model);
              }
              return one && putFound(db, pageOf([one], asOf), i + 1);
            }
            case 'reload':
              return loadAll(db, model, step.pages);
            case 'broken-off':
              return begin(db);
            case 'tidy':
              return tidy(db);
            case 'forget':
              await resetCache(db);
              return begin(db);
          }
        };
        // Every third step is cut off somewhere.
        if (i % 3 === 2 && step.do !== 'change') await device.doomed(fuses[i] ?? 0, run);
        else if (step.do === 'forget' || step.do === 'change' || (await device.db.meta.get('progress')))
          await run();
        else await begin(device.db);
      }
      const { db } = device;
      if (!(await db.meta.get('progress'))) await begin(db);
      await pullAll(db, model);
      expect(await progressOf(db)).toMatchObject({ epoch: EPOCH, cursor: String(model.head) });
      await expectSame(db, model);
      for (let step = 0; step < 50; step += 1) if (!(await tidy(db))) break;
      await expectSame(db, model);
      const { customers, counted } = await progressOf(db);
      expect(counted ? customers : model.now.size).toBe(model.now.size);
      await db.delete();
    }),
    { numRuns: 25 },
  );
});
