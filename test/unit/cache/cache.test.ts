import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyPage, beginLoad, loadAnew, putFound } from '#lib/cache/apply.ts';
import { readPlaybook, readProgress, resetCache } from '#lib/cache/cache.ts';
import type { CacheDb } from '#lib/cache/cache-db.ts';
import { addressHash, PACK_LINES } from '#lib/cache/entry.ts';
import { findByAddress, readRecord } from '#lib/cache/find.ts';
import { noteUnreadable, readHealth, takeWanted } from '#lib/cache/health.ts';
import { ownDigest } from '#lib/cache/own-digest.ts';
import { letGo, MANY_ROWS, tidy } from '#lib/cache/tidy.ts';
import { noteUse } from '#lib/cache/uses.ts';
import type { CustomerRecord } from '#lib/contract/customer.ts';
import { digestOf } from '#lib/contract/digest.ts';
import { DAY, HOUR } from '#lib/contract/primitives.ts';
import { defaultPlaybook } from '#lib/playbook/default-playbook.ts';
import { begin, finish, holding, load, openCache, pageOf, person, progressOf, pull } from './pages.ts';

let db: CacheDb;
beforeEach(() => {
  db = openCache();
});
afterEach(() => db.delete());
const names = (records: readonly CustomerRecord[]) => records.map(({ profile }) => profile.name);
const find = async (...addresses: string[]) => names((await findByAddress(db, addresses)).records);
const settle = async () => {
  let steps = 0;
  while (await tidy(db)) steps += 1;
  return steps;
};
const many = (n: number, seq: number, from = 0) =>
  Array.from({ length: n }, (_, i) => person(`c${from + i}`, seq));

describe('[S36] the lines of a page', () => {
  it('are stored as they came, many in one pack, and found by address and by id', async () => {
    const records = many(1_100, 3);
    await holding(db, records);
    expect(await db.packs.count()).toBe(3);
    expect(await db.rows.count()).toBe(0);
    for (const i of [0, 511, 512, 1_099]) expect(await readRecord(db, `c${i}`)).toEqual(records[i]);
    expect(await find('c5@shop.example', 'nobody@shop.example', 'c2@shop.example')).toEqual(['c5 3', 'c2 3']);
    expect(await readRecord(db, 'nobody')).toBeNull();
  });

  it('are told apart when two addresses have one hash', async () => {
    const seen = new Map<number, string>();
    let pair: [string, string] | null = null;
    for (let i = 0; !pair; i += 1) {
      const address = `p${i}@shop.example`;
      const other = seen.get(addressHash(address));
      if (other) pair = [other, address];
      seen.set(addressHash(address), address);
    }
    const [one, other] = pair;
    await holding(db, [person('one', 1, [one]), person('other', 1, [other])]);
    expect(await find(one)).toEqual(['one 1']);
    expect(await find(other)).toEqual(['other 1']);
  });

  it('that are not of the contract are nobody, and are asked for again once a day', async () => {
    const broken = { ...person('ana', 2), facts: 'none' } as unknown as CustomerRecord;
    await holding(db, [broken, person('ben', 2)]);
    expect(await findByAddress(db, ['ana@shop.example', 'ben@shop.example'])).toMatchObject({
      records: [{ id: 'ben' }],
      bad: ['ana'],
    });
    expect(await readRecord(db, 'ana')).toBeNull();
    await noteUnreadable(db, ['ana']);
    expect(await readHealth(db)).toMatchObject({ odd: true });
    expect(await takeWanted(db, DAY)).toEqual(['ana']);
    await noteUnreadable(db, ['ana']);
    expect(await takeWanted(db, DAY + HOUR)).toEqual([]);
    await takeWanted(db, 3 * DAY);
    await noteUnreadable(db, ['ana']);
    expect(await takeWanted(db, 3 * DAY)).toEqual(['ana']);
    await putFound(db, pageOf([person('ana', 2)], 2), 0);
    expect(await find('ana@shop.example')).toEqual(['ana 2']);
  });
});

describe('what changed', () => {
  it('stands over what was there, also where an address has moved on', async () => {
    await holding(db, [person('ana', 1), person('ben', 1)]);
    await pull(db, pageOf([person('ana', 5, ['new@shop.example']), person('cara', 5)], 5, { gone: ['ben'] }));
    expect(await find('ana@shop.example')).toEqual([]);
    expect(await find('new@shop.example', 'cara@shop.example')).toEqual(['ana 5', 'cara 5']);
    expect(await find('ben@shop.example')).toEqual([]);
    expect(await progressOf(db)).toMatchObject({ cursor: '5' });
  });

  it('is packed at once when it is much', async () => {
    await holding(db, many(300, 1));
    await pull(db, pageOf(many(200, 4, 100), 4, { gone: ['c0'] }));
    expect(await db.rows.count()).toBe(0);
    expect([await readRecord(db, 'c0'), (await readRecord(db, 'c150'))?.seq]).toEqual([null, '4']);
    expect((await progressOf(db)).counted).toBe(false);
    await settle();
    expect(await progressOf(db)).toMatchObject({ customers: 299, counted: true });
  });

  it('is counted as it comes', async () => {
    await holding(db, many(10, 1));
    await settle();
    const count = async () => (await progressOf(db)).customers;
    expect(await count()).toBe(10);
    await pull(db, pageOf([person('c1', 2), person('new', 2)], 2, { gone: ['c2', 'never-here'] }));
    expect(await count()).toBe(10);
    await pull(db, pageOf([person('c2', 3)], 3, { gone: ['new'] }));
    expect(await count()).toBe(10);
    await pull(db, pageOf(many(60, 4, 100), 4));
    expect(await count()).toBe(70);
    await pull(db, pageOf(many(60, 5, 100), 5));
    expect(await count()).toBe(70);
  });

  it('[S37] never gives way to something older', async () => {
    await holding(db, [person('ana', 1)]);
    await pull(db, pageOf([person('ana', 8)], 8));
    // An answer to a look-up that was long on its way.
    await putFound(db, pageOf([person('ana', 4)], 6), 9);
    expect(await find('ana@shop.example')).toEqual(['ana 8']);
    await pull(db, pageOf([], 9, { gone: ['ana'] }));
    await putFound(db, pageOf([person('ana', 8)], 8), 9);
    expect(await find('ana@shop.example')).toEqual([]);
    // Moved out of sight and back, without a change.
    await putFound(db, pageOf([person('ana', 8)], 10), 9);
    expect(await find('ana@shop.example')).toEqual(['ana 8']);
    await putFound(db, pageOf([person('ana', 99)], 99, { epoch: '00000000-0000-4000-8000-0000000000ff' }), 9);
    expect(await find('ana@shop.example')).toEqual(['ana 8']);
  });

  it('[S33] is dropped when another runner has gone on meanwhile', async () => {
    await holding(db, [person('ana', 1)]);
    const from = await progressOf(db);
    expect(await pull(db, pageOf([person('ana', 3)], 3))).toBe(true);
    expect(await applyPage(db, from, pageOf([person('ana', 2)], 2), { cursor: '2' })).toBe(false);
    expect(await find('ana@shop.example')).toEqual(['ana 3']);
    expect(await progressOf(db)).toMatchObject({ cursor: '3' });
  });

  it('[S63] of the outcomes makes another playbook, and leaves the one before as it was', async () => {
    await holding(db, []);
    await pull(db, pageOf([], 2, { playbook: defaultPlaybook }));
    const before = await readPlaybook(db);
    const outcomes = { 'check_in/engage': { n: 3, s: 2 } };
    await pull(db, pageOf([], 3, { outcomes }));
    expect(await readPlaybook(db)).toEqual({ ...defaultPlaybook, outcomes });
    expect(before).toEqual(defaultPlaybook);
  });
});

describe('[S35] loading anew', () => {
  it('shows what was there until the new is whole, and then only the new', async () => {
    await holding(db, [person('ana', 1), person('ben', 1)]);
    await pull(db, pageOf([person('ben', 2)], 2));
    await loadAnew(db);
    expect(await find('ana@shop.example', 'ben@shop.example')).toEqual(['ana 1', 'ben 2']);
    await begin(db);
    // Older numbers: of a server that was restored.
    await load(db, pageOf([person('ana', 0)], 0), 'ana');
    expect(await find('ana@shop.example', 'ben@shop.example')).toEqual(['ana 0', 'ben 2']);
    expect(await settle()).toBe(0);
    await finish(db, pageOf([person('cara', 0)], 0));
    expect(await find('ana@shop.example', 'ben@shop.example', 'cara@shop.example')).toEqual([
      'ana 0',
      'cara 0',
    ]);
    expect(await settle()).toBeGreaterThan(0);
    expect([await db.packs.count(), await db.rows.count()]).toEqual([2, 0]);
    expect(await find('ana@shop.example', 'ben@shop.example', 'cara@shop.example')).toEqual([
      'ana 0',
      'cara 0',
    ]);
  });

  it('that was broken off shows what was whole before, not what had come of it', async () => {
    await holding(db, [person('ana', 1)]);
    await begin(db);
    await load(db, pageOf([person('ana', 7), person('ben', 7)], 7), 'ben');
    await begin(db);
    expect(await find('ana@shop.example', 'ben@shop.example')).toEqual(['ana 1']);
    await settle();
    expect(await db.packs.count()).toBe(1);
    await finish(db, pageOf([person('ben', 8)], 8));
    await settle();
    expect(await find('ana@shop.example', 'ben@shop.example')).toEqual(['ben 8']);
  });

  it('is not begun twice by two runners', async () => {
    await holding(db, [person('ana', 1)]);
    const before = await progressOf(db);
    const first = await begin(db);
    await beginLoad(db, before, { epoch: first.epoch, scopes: ['all'], expected: 1 });
    expect(await progressOf(db)).toEqual(first);
  });
});

describe('[S39] keeping order', () => {
  it('packs rows when they are many, and packs anew when much is in the way', {
    timeout: 30_000,
  }, async () => {
    await holding(db, many(700, 1));
    await settle();
    const first = await db.packs.toCollection().first();
    for (let round = 0; round < 36; round += 1) {
      await pull(db, pageOf(many(45, round + 2, (round % 18) * 45), round + 2));
      await settle();
    }
    expect(await db.rows.count()).toBeLessThanOrEqual(MANY_ROWS);
    let lines = 0;
    for (const { ids } of await db.heads.toArray()) lines += ids.length;
    expect(lines - 810).toBeLessThanOrEqual(Math.max(PACK_LINES, lines / 3));
    expect(await db.packs.get(first?.n ?? 0)).toBeUndefined();
    expect(await progressOf(db)).toMatchObject({ customers: 810 });
    for (const i of [0, 44, 45, 699, 809])
      expect((await readRecord(db, `c${i}`))?.seq).toBe(String(Math.floor(i / 45) + 20));
  });

  it('does not bring back who is gone', async () => {
    await holding(db, many(1_200, 1));
    await pull(db, pageOf(many(200, 2), 2, { gone: many(600, 2, 600).map(({ id }) => id) }));
    await settle();
    expect(await progressOf(db)).toMatchObject({ customers: 600 });
    for (const i of [600, 1_199]) expect(await readRecord(db, `c${i}`)).toBeNull();
    let lines = 0;
    for (const { ids } of await db.heads.toArray()) lines += ids.length;
    expect(lines).toBeLessThan(1_400);
  });

  it('does not bring back who is gone for an answer that was long on its way', async () => {
    await holding(db, many(60, 1));
    await pull(
      db,
      pageOf(
        many(60, 5).filter(({ id }) => id !== 'c3'),
        5,
        { gone: ['c3'] },
      ),
    );
    await putFound(db, pageOf([person('c3', 1)], 4), 9);
    for (let seq = 6; seq < 20; seq += 1) await pull(db, pageOf(many(60, seq, 100), seq));
    expect(await settle()).toBeGreaterThan(0);
    expect(await readRecord(db, 'c3')).toBeNull();
  });

  it('[S71] lets go of those who were looked up longest ago, unless they are here for another reason', async () => {
    await holding(db, [person('own', 1)]);
    for (const [i, id] of ['own', 'ana', 'ben'].entries())
      await putFound(db, pageOf([person(id, 2)], 2), 10 + i);
    await noteUse(db, ['ana'], 10 + 2 * HOUR);
    expect(await letGo(db, () => 1)).toBe(true);
    expect(await find('own@shop.example', 'ana@shop.example', 'ben@shop.example')).toEqual([
      'own 2',
      'ana 2',
    ]);
    expect(await readHealth(db)).toMatchObject({ letGo: true });
    expect(await letGo(db, () => 1)).toBe(false);
  });
});

describe('[S38] the sum over what is held', () => {
  it('is that of the customers in force, wherever their lines lie', async () => {
    expect(await ownDigest(db)).toBeNull();
    await holding(db, many(700, 1));
    await pull(db, pageOf(many(60, 2), 2, { gone: ['c100'] }));
    await pull(db, pageOf([person('c101', 3), person('new', 3)], 3, { gone: ['c59'] }));
    const expected = [...many(59, 2), ...many(640, 1, 60), person('new', 3)]
      .filter(({ id }) => id !== 'c100')
      .map((record) => (record.id === 'c101' ? person('c101', 3) : record));
    const sum = digestOf(expected.map(({ id, seq = '' }) => ({ id, seq })));
    expect(await ownDigest(db)).toMatchObject({ cursor: '3', ...sum });
    await settle();
    expect(await ownDigest(db)).toMatchObject({ cursor: '3', ...sum });
    await begin(db);
    expect(await ownDigest(db)).toBeNull();
  });

  it('changes when a pack was damaged', async () => {
    await holding(db, many(3, 1));
    const before = await ownDigest(db);
    await db.packs.toCollection().modify((pack) => {
      pack.text = pack.text.replace('"1"', '"2"');
    });
    expect((await ownDigest(db))?.xor).not.toBe(before?.xor);
  });
});

describe('[S28] forgetting everything', () => {
  it('leaves nobody, also for a page that has read the heads before', async () => {
    await holding(db, [person('ana', 1)]);
    await pull(db, pageOf([person('ben', 2)], 2));
    expect(await find('ana@shop.example', 'ben@shop.example')).toHaveLength(2);
    await resetCache(db);
    expect(await find('ana@shop.example', 'ben@shop.example')).toEqual([]);
    expect(await readProgress(db)).toBeNull();
    for (const table of db.tables)
      expect(await table.count(), table.name).toBe(table.name === 'meta' ? 1 : 0);
    await holding(db, [person('cara', 1)]);
    expect(await find('ana@shop.example', 'cara@shop.example')).toEqual(['cara 1']);
  });
});
