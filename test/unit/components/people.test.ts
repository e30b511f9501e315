import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CacheDb } from '#lib/cache/cache-db.ts';
import { openOutboxDb } from '#lib/cache/outbox-db.ts';
import { tidy } from '#lib/cache/tidy.ts';
import type { Frames } from '#lib/detect/frames.ts';
import type { PageReading } from '#lib/detect/types.ts';
import type { Party } from '#lib/detect/who.ts';
import { holding, openCache, pageOf, person, progressOf, pull } from '#test/unit/cache/pages.ts';

// The polyfill takes what is there for the browser, if it looks like one.
const kept = new Map<string, unknown>();
const local = {
  get: async (key: string) => structuredClone({ [key]: kept.get(key) }),
  set: async (values: object) => {
    for (const [key, value] of Object.entries(values)) kept.set(key, structuredClone(value));
  },
};
vi.stubGlobal('chrome', { runtime: { id: 'suki' } });
vi.stubGlobal('browser', { runtime: { id: 'suki' }, storage: { local } });
const { createPeople } = await import('#components/hooks/people.ts');
const { createLearner } = await import('#components/hooks/learner.ts');
const { readSettings, writeSettings } = await import('#lib/platform/settings.ts');
type Answer = Parameters<Parameters<typeof createPeople>[1]>[0];

const connection = {
  ...{ server: 'https://suki.example', token: 'first', device: 'd1', label: 'Chrome', workspace: '' },
  member: { id: 'm1', name: 'Mia', role: 'rep' as const },
};
const named = (id: string, name: string, addresses: string[], company?: string) => {
  const record = person(id, 1, addresses);
  return { ...record, profile: { ...record.profile, name, ...(company && { company }) } };
};
const customers = [
  named('maria', 'Maria Jensen', ['maria@harbour-cafe.com'], 'Harbour Café'),
  named('olga', 'Olga Berg', ['olga@harbour-cafe.com'], 'Harbour Café'),
  named('ana', 'Ana Lim', ['ana+shop@gmail.com']),
  named('bo', 'Bo Lindqvist', ['bo.lindqvist@gmail.com']),
  named('relay', 'Rosa Diaz', ['support+rosa@relay-desk.com']),
  ...Array.from({ length: 4 }, (_, i) => named(`same${i}`, 'Jan Novak', [`jan${i}@novak${i}.example`])),
];

let cache: CacheDb;
let life: AbortController;
let n = 0;
const dbs = () => ({ cache, outbox: openOutboxDb(`people-${++n}`) });
beforeEach(async () => {
  kept.clear();
  life = new AbortController();
  cache = openCache();
  await holding(cache, customers);
  while (await tidy(cache));
  await writeSettings({ connection });
});
afterEach(async () => {
  life.abort();
  await cache.delete();
});

const party = (address: string, name = ''): Party => ({
  person: { address, name, role: 'sender', confidence: 'sure', from: 'here' },
  address,
  warnings: [],
});
const own = { addresses: ['rita@mail.example'], domains: ['our-bakery.com'] };

/** Asks, and waits until what is said fulfils `done`. */
const ask = async (parties: Party[], done: (answer: Answer) => boolean, suspects: string[] = []) => {
  let said: Answer = {};
  const found: string[] = [];
  await new Promise<void>((resolve) => {
    const people = createPeople(
      dbs(),
      (change) => {
        said = { ...said, ...change };
        if (done(said)) resolve();
      },
      (suspect) => {
        found.push(suspect);
        resolve();
      },
      life.signal,
    );
    people.ask({ parties, suspects, own });
  });
  return { said, found };
};
const acquaintance = async (address: string, name = '') => {
  const { said } = await ask(
    [party(address, name)],
    ({ acquainted, inquired }) => !!acquainted && !!inquired,
  );
  return said.acquainted?.get(address) ?? expect.fail('nothing told');
};
const known = async (address: string) => {
  const { said } = await ask([party(address)], ({ people }) => people?.has(address) === true);
  const { record, as } = said.people?.get(address) ?? expect.fail('nobody');
  return { id: record.id, as };
};

describe('taken for the same person', () => {
  it('is whoever only adds a tag to their address', async () => {
    expect(await known('maria@harbour-cafe.com')).toEqual({ id: 'maria', as: undefined });
    const as = 'maria@harbour-cafe.com';
    expect(await known('maria+orders@harbour-cafe.com')).toEqual({ id: 'maria', as });
  });

  it('is whoever leaves the tag away, where a mailbox is one person’s', async () => {
    for (const address of ['ana@gmail.com', 'ana+news@gmail.com'])
      expect(await known(address)).toEqual({ id: 'ana', as: 'ana+shop@gmail.com' });
  });

  it('is nobody at a company, where each tag can be another person: that is only offered', async () => {
    const { same, perhaps } = await acquaintance('support@relay-desk.com');
    expect(same).toBeNull();
    expect(perhaps).toMatchObject([{ address: 'support+rosa@relay-desk.com', by: 'mailbox' }]);
  });

  it('is nobody for Gmail’s dots: that is only offered', async () => {
    const { same, perhaps } = await acquaintance('bolindqvist@gmail.com');
    expect(same).toBeNull();
    expect(perhaps).toMatchObject([
      { address: 'bo.lindqvist@gmail.com', by: 'mailbox', customer: { id: 'bo' } },
    ]);
  });
});

describe('what customers tell of a stranger', () => {
  it('is whom the rep knows by that name, unless many are called so', async () => {
    const { perhaps, company } = await acquaintance('maria.j@gmail.com', 'Jensen, Maria');
    expect(perhaps).toMatchObject([{ address: 'maria@harbour-cafe.com', by: 'name' }]);
    expect(company).toBeNull();
    expect((await acquaintance('jan@novak9.example', 'Jan Novak')).perhaps).toEqual([]);
  });

  it('is told anew when those who came last can be found by their names, too', async () => {
    await cache.kin.clear();
    const address = 'maria.j@gmail.com';
    const told: number[] = [];
    const people = createPeople(
      dbs(),
      ({ acquainted }) => {
        const one = acquainted?.get(address);
        if (one) told.push(one.perhaps.length);
      },
      () => {},
      life.signal,
    );
    people.ask({ parties: [party(address, 'Maria Jensen')], suspects: [], own });
    await vi.waitFor(() => expect(told).toEqual([0]));
    while (await tidy(cache));
    await vi.waitFor(() => expect(told).toEqual([0, 1]));
  });

  it('is whom the rep knows by that name, also when it is spelled with letters that look alike', async () => {
    const { perhaps } = await acquaintance('x91@throwaway.example', 'Mаriа Jensen');
    expect(perhaps).toMatchObject([{ customer: { id: 'maria' } }]);
  });

  it('is who else is at their company, and what it is called', async () => {
    const { company, warnings } = await acquaintance('new@mail.harbour-cafe.com');
    expect(company).toEqual({
      ...{ domain: 'harbour-cafe.com', name: 'Harbour Café', more: false },
      others: ['Maria Jensen', 'Olga Berg'],
    });
    expect(warnings).toEqual([]);
  });

  it('is that their domain only looks like one that is known, and then no company', async () => {
    const { company, warnings } = await acquaintance('maria@harbuor-cafe.com', 'Maria Jensen');
    expect(company).toBeNull();
    expect(warnings).toMatchObject([
      { code: 'look-alike', domain: 'harbuor-cafe.com', like: 'harbour-cafe.com' },
    ]);
  });

  it('is that their domain only looks like the team’s own', async () => {
    expect((await acquaintance('boss@our-bakery.co')).warnings).toEqual([
      { code: 'look-alike', domain: 'our-bakery.co', like: 'our-bakery.com', whose: null },
    ]);
  });

  it('can be looked at, as they are now, under the address that they are known by', async () => {
    const address = 'maria.j@gmail.com';
    const { said } = await ask(
      [party(address, 'Maria Jensen')],
      ({ people }) => people?.has('maria@harbour-cafe.com') === true,
    );
    expect(said.people?.get('maria@harbour-cafe.com')?.record.id).toBe('maria');
    expect(said.people?.has(address)).toBe(false);
  });
});

it('an address that was taken for the rep’s is told to be a customer’s', async () => {
  const { found } = await ask([party('nobody@x.example')], () => false, ['maria@harbour-cafe.com']);
  expect(found).toEqual(['maria@harbour-cafe.com']);
});

describe('who the rep is, as pages tell', () => {
  const reading = (self: string[], host = 'roundcube'): PageReading => ({
    ...{ host, version: '1', self, kind: 'people', conversation: 'c' },
    people: [{ address: 'x@y.example', name: '', role: 'sender', confidence: 'sure', from: 'here' }],
  });
  const tell = async (self: string[], host?: string) => {
    const one = reading(self, host);
    const frames: Frames = { 0: { document: 'document', at: 1, reading: one } };
    await createLearner(dbs(), life.signal)(frames, one, 'https://mail.example/?id=1', await readSettings());
  };
  const learned = async () => (await readSettings()).learned.map(({ address }) => address);

  it('is kept with where and when, but never a customer’s address', async () => {
    await tell(['maria@harbour-cafe.com', 'rita@mail.example']);
    expect(await learned()).toEqual(['rita@mail.example']);
    expect((await readSettings()).learned[0]).toMatchObject({ host: 'roundcube', site: 'mail.example' });
  });

  it('is not kept of somebody who may be a customer that is not here', async () => {
    await cache.meta.put({ ...(await progressOf(cache)), part: true });
    await tell(['rita@mail.example']);
    expect(await learned()).toEqual([]);
    await cache.meta.put({ ...(await progressOf(cache)), part: false });
    await tell(['rita@mail.example']);
    expect(await learned()).toEqual(['rita@mail.example']);
  });

  it('is not kept while no customers are known, nor again after the rep took it back', async () => {
    await writeSettings({ connection: null });
    await tell(['rita@mail.example']);
    expect(await learned()).toEqual([]);
    await writeSettings({ connection, unlearned: ['mia@mail.example'] });
    await tell(['mia@mail.example', 'carl@mail.example']);
    expect(await learned()).toEqual(['carl@mail.example']);
  });

  it('holds no longer of whoever has become a customer', async () => {
    await pull(cache, pageOf([named('rita', 'Rita', ['rita@mail.example'])], 5));
    const { found } = await ask([party('nobody@x.example')], () => false, ['rita@mail.example']);
    expect(found).toEqual(['rita@mail.example']);
  });
});
