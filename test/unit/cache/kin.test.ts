import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { putFound } from '#lib/cache/apply.ts';
import { resetCache } from '#lib/cache/cache.ts';
import { type CacheDb, openCacheDb } from '#lib/cache/cache-db.ts';
import { findKin, knownDomains } from '#lib/cache/find-kin.ts';
import { makeKin } from '#lib/cache/kin.ts';
import { kinOfLine, mailboxOf, nameOf } from '#lib/cache/kin-keys.ts';
import { tidy } from '#lib/cache/tidy.ts';
import { recordLine } from '#lib/contract/page.ts';
import { begin, finish, holding, load, openCache, pageOf, person, pull } from './pages.ts';

let db: CacheDb;
beforeEach(() => {
  db = openCache();
});
afterEach(() => db.delete());

const settle = async () => {
  while (await tidy(db));
};
const named = (id: string, name: string, addresses: string[], seq = 1) => {
  const record = person(id, seq, addresses);
  return { ...record, profile: { ...record.profile, name } };
};
type Asked = { address?: string; names?: string[]; domain?: string | null };
const find = async ({ address = 'x@nowhere.example', names = [], domain = null }: Asked, most = 5) => {
  const { mailbox, name, domain: at } = await findKin(db, { address, names, domain }, most);
  const ids = (list: { id: string }[]) => list.map(({ id }) => id).sort();
  return { mailbox: ids(mailbox), name: ids(name), domain: ids(at) };
};

const maria = named('maria', 'Maria Jensen', ['maria@cafe.example']);
const olga = named('olga', 'Olga Berg', ['olga@mail.cafe.example']);
const ana = named('ana', 'Ana Lim', ['ana+shop@gmail.com']);
const jo = named('jo', 'Jo', ['jo@notcafe.example', 'jo.lim@gmail.com']);

describe('whoever is not in the cache under their very address', () => {
  beforeEach(async () => {
    await holding(db, [maria, olga, ana, jo]);
    await settle();
  });

  it('is told by the domain, and those below it', async () => {
    expect((await find({ domain: 'cafe.example' })).domain).toEqual(['maria', 'olga']);
    expect((await find({ domain: 'mail.cafe.example' })).domain).toEqual(['olga']);
    expect((await find({ domain: 'afe.example' })).domain).toEqual([]);
    expect((await find({ domain: 'cafe.example' }, 1)).domain).toHaveLength(1);
  });

  it('is told by the name, however it is written, but not by a first name', async () => {
    for (const name of ['Maria Jensen', 'JENSEN, Maria', 'María  Jensen', 'maria jensen'])
      expect((await find({ names: [name] })).name).toEqual(['maria']);
    expect((await find({ names: ['Jo'] })).name).toEqual([]);
    expect((await find({ names: ['Maria', ''] })).name).toEqual([]);
    expect((await find({ names: ['Nobody Here', 'Olga Berg'] })).name).toEqual(['olga']);
  });

  it('is told by another spelling of the mailbox', async () => {
    for (const address of ['ana@gmail.com', 'ana+news@gmail.com', 'a.na@googlemail.com'])
      expect((await find({ address })).mailbox).toEqual(['ana']);
    expect((await find({ address: 'jolim@gmail.com' })).mailbox).toEqual(['jo']);
    expect((await find({ address: 'maria+x@cafe.example' })).mailbox).toEqual(['maria']);
    expect((await find({ address: 'm.aria@cafe.example' })).mailbox).toEqual([]);
  });

  it('has the domains of everybody to be compared with, the same list until something changes', async () => {
    const list = await knownDomains(db);
    expect([...list].sort()).toEqual(['cafe.example', 'gmail.com', 'mail.cafe.example', 'notcafe.example']);
    expect(await knownDomains(db)).toBe(list);
    await pull(db, pageOf([named('new', 'New One', ['new@bakery.example'], 5)], 5));
    expect(await knownDomains(db)).toContain('bakery.example');
  });

  it('goes by what is in force: who has changed, moved on or gone is not told any more', async () => {
    await pull(db, pageOf([named('maria', 'Maria Berg', ['maria@tea.example'], 5)], 5, { gone: ['olga'] }));
    expect(await find({ names: ['Maria Jensen', 'Olga Berg'], domain: 'cafe.example' })).toMatchObject({
      ...{ name: [], domain: [] },
    });
    expect(await find({ names: ['Maria Berg'], domain: 'tea.example' })).toMatchObject({
      ...{ name: ['maria'], domain: ['maria'] },
    });
  });

  it('is told by somebody who was only looked up, too', async () => {
    await putFound(db, pageOf([named('li', 'Li Wei', ['li@wei.example'])], 1), 9);
    expect((await find({ address: 'li+x@wei.example' })).mailbox).toEqual(['li']);
    expect(await find({ names: ['Wei Li'], domain: 'wei.example' })).toMatchObject({
      ...{ name: ['li'], domain: ['li'] },
    });
  });
});

describe('what packs are found by', () => {
  const many = Array.from({ length: 1_300 }, (_, i) =>
    named(`c${i}`, `Person Number${i}`, [`c${i}@firm${i % 40}.example`]),
  );

  it('is made after the load, a few packs at a time, and once', async () => {
    await begin(db);
    await load(db, pageOf(many.slice(0, 600), 1), 'c599');
    expect(await makeKin(db)).toBe(false);
    await finish(db, pageOf(many.slice(600), 1));
    expect(await db.kin.count()).toBe(0);
    expect(await makeKin(db)).toBe(true);
    expect(await db.kin.count()).toBe(2);
    await settle();
    expect(await db.kin.count()).toBe(await db.packs.count());
    expect(await makeKin(db)).toBe(false);
    expect((await find({ names: ['Number777 Person'], domain: 'firm7.example' }, 100)).domain).toHaveLength(
      33,
    );
  });

  it('goes with its pack, and is made for the packs that take its place', async () => {
    await holding(db, many);
    await settle();
    await pull(
      db,
      pageOf(
        many.map((one) => ({ ...one, seq: '4' })),
        4,
      ),
    );
    await settle();
    const packs = await db.packs.toCollection().primaryKeys();
    expect(await db.kin.toCollection().primaryKeys()).toEqual(packs);
    expect((await find({ names: ['Person Number5'] })).name).toEqual(['c5']);
    await resetCache(db);
    expect(await db.kin.count()).toBe(0);
    expect(await knownDomains(db)).toEqual([]);
  });

  it('is nothing where a pack cannot be read, and is not tried for ever', async () => {
    await holding(db, many.slice(0, 3));
    const [pack] = await db.packs.toArray();
    await db.packs.put({ n: pack?.n ?? 0, text: 'not a line\n\nnor this' });
    await settle();
    expect(await db.kin.count()).toBe(1);
    expect(await find({ names: ['Person Number1'], domain: 'firm1.example' })).toMatchObject({
      ...{ name: [], domain: [] },
    });
  });
});

describe('a cache of the version before', () => {
  it('keeps all that it has, and is found by the same as a new one', async () => {
    const name = db.name;
    await holding(db, [maria]);
    await pull(db, pageOf([olga], 5));
    const [packs, heads, rows, meta] = [
      await db.packs.toArray(),
      await db.heads.toArray(),
      await db.rows.toArray(),
      await db.meta.toArray(),
    ];
    await db.delete();
    const old = new Dexie(name);
    old.version(1).stores({
      ...{ packs: 'n', heads: 'n, gen', rows: '[gen+id], *addresses, gen, usedAt', meta: 'key' },
      ...{ decisions: 'key, state, at', history: '[customer+before], usedAt', filter: 'key' },
    });
    await old.table('packs').bulkAdd(packs);
    await old.table('heads').bulkAdd(heads);
    await old.table('rows').bulkAdd(rows.map(({ kin, ...row }) => row));
    await old.table('meta').bulkAdd(meta);
    old.close();
    db = openCacheDb(name);
    expect(await db.rows.toArray()).toEqual(rows);
    expect(await db.packs.toArray()).toEqual(packs);
    expect((await find({ domain: 'cafe.example' })).domain).toEqual(['olga']);
    await settle();
    expect((await find({ domain: 'cafe.example' })).domain).toEqual(['maria', 'olga']);
  });
});

describe('the keys', () => {
  it('of a mailbox are one for all its spellings', () => {
    expect(mailboxOf('ana+a+b@x.example')).toBe('ana@x.example');
    expect(mailboxOf('+6681@sms.example')).toBe('+6681@sms.example');
    expect(mailboxOf('a.n.a+x@googlemail.com')).toBe('ana@gmail.com');
  });

  it('of a name are none for what names nobody in particular', () => {
    expect(nameOf('Dela Cruz, José')).toBe('cruz dela jose');
    expect(nameOf('田中太郎')).not.toBe('');
    for (const name of ['', 'Maria', 'M.', 'J R', '•••']) expect(nameOf(name)).toBe('');
  });

  it('of a line are read whatever order the record is in', () => {
    const line = (record: object) => recordLine('a', '1', ['a@x.co.uk'], JSON.stringify(record));
    const keys = ['@x.co.uk', '@co.uk', '=berg olga'];
    expect(kinOfLine(line({ id: 'a', profile: { name: 'Olga "Berg' } }))).toEqual(keys);
    expect(kinOfLine(line({ profile: { addresses: [], name: 'Olga Berg' }, id: 'a' }))).toEqual(keys);
    expect(kinOfLine(line({ id: 'a' }))).toEqual(keys.slice(0, 2));
    // A mailbox only where it is not the address itself.
    const tagged = recordLine('a', '1', ['a+b@x.example'], '{}');
    expect(kinOfLine(tagged)).toEqual(['@x.example', 'a@x.example']);
    expect(kinOfLine('nothing')).toEqual([]);
  });
});
