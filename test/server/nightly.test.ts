import { describe, expect, it } from 'vitest';
import { CDNOW } from '#lib/lifecycle/value/bg-nbd.ts';
import { isNightlyDue, runNightly } from '#server/jobs/nightly.ts';
import type { Log } from '#server/log.ts';
import { useImports } from './importer.ts';
import { pageOf, START, strictEngines } from './world.ts';

const DAY = 86_400_000;
const dayOf = (at: number): string => new Date(at).toISOString();

/** What somebody ordered: days before the start, and what it came to. */
type Orders = { customer: string; days: number; amount?: number; currency?: string }[];

describe.each(strictEngines)('the work of a night, on %s', (engine) => {
  const imports = useImports(engine);
  const run = (more: { log?: Log; signal?: AbortSignal } = {}) =>
    runNightly({ ...imports.server().deps, log: () => {}, signal: new AbortController().signal, ...more });
  const pull = async (cursor = '0') => pageOf(await imports.mia().pull(cursor));
  /** Time goes by, and the device has been there meanwhile: it has a token that holds. */
  const wait = async (days: number) => {
    const { clock, store } = imports.server();
    clock.now += days * DAY;
    await store.write((tx) =>
      tx
        .updateTable('devices')
        .set({ token_until: clock.now + DAY, last_seen_at: clock.now })
        .execute(),
    );
  };
  const model = async () => (await pull()).playbook?.model;
  const person = async (id: string) => {
    const { rows } = await pull();
    return rows.find((row) => row.id === id);
  };
  const changes = () =>
    imports
      .server()
      .store.read((tx) =>
        tx
          .selectFrom('events')
          .select(['customer_id', 'data'])
          .where('type', '=', 'Stage Changed')
          .orderBy('at')
          .execute(),
      );
  const stages = async (id: string) =>
    (await changes()).filter((row) => row.customer_id === id).map(({ data }) => JSON.parse(data).to);

  const ordered = async (orders: Orders) => {
    const names = [...new Set(orders.map(({ customer }) => customer))];
    await imports.load(
      'customers',
      `Customer ID,Name,Email\n${names.map((name) => `${name},${name},${name}@shop.example`).join('\n')}`,
    );
    const lines = orders.map(
      ({ customer, days, amount = 20, currency = 'EUR' }, i) =>
        `o${i},${customer},Order Completed,${dayOf(START - days * DAY)},${amount},${currency},o${i}`,
    );
    const { rejects } = await imports.load(
      'events',
      `Event ID,Customer ID,Event,Date,Amount,Currency,Order ID\n${lines.join('\n')}`,
    );
    expect(rejects).toEqual([]);
  };
  /** Sixty people: each third one came back twice. */
  const shop = (): Orders =>
    Array.from({ length: 60 }, (_, i) => i).flatMap((i) => [
      { customer: `c${i}`, days: 300 - i, amount: 10 + i },
      ...(i % 3 === 0
        ? [
            { customer: `c${i}`, days: 200 - i, amount: 12 + i },
            { customer: `c${i}`, days: 90 - i, amount: 9 + i },
          ]
        : []),
    ]);

  it('[ST9] writes down who lapsed while nothing happened, and lets everybody pull it', async () => {
    await ordered([{ customer: 'ana', days: 60 }]);
    expect(await stages('ana')).toEqual(['engage']);
    const { cursor } = await pull();
    await wait(150);
    expect(await run()).toMatchObject({ read: 1, buyers: 1, moved: 1 });
    expect(await stages('ana')).toEqual(['engage', 'lapsed']);
    const page = await pull(cursor);
    expect(page.rows.map(({ id }) => id)).toEqual(['ana']);
    expect(page.rows[0]?.timeline[0]).toMatchObject({ type: 'Stage Changed', data: { to: 'lapsed' } });
    expect(await run()).toMatchObject({ moved: 0 });
    expect(await stages('ana')).toEqual(['engage', 'lapsed']);
  });

  it('writes nothing for people of whom there is no event', async () => {
    await imports.load('customers', 'Customer ID,Name,Email\nben,Ben,ben@shop.example');
    expect(await run()).toMatchObject({ read: 1, buyers: 0, moved: 0 });
    expect((await person('ben'))?.events).toBe(0);
  });

  it('[V7] puts the model of the workspace into the playbook that everybody pulls', async () => {
    await ordered(shop());
    const { cursor } = await pull();
    expect(await run()).toMatchObject({ read: 60, buyers: 60, quality: 'low', published: true });
    const page = await pull(cursor);
    expect(page.playbook?.model).toMatchObject({
      fittedAt: START,
      customers: 60,
      repeaters: 20,
      quality: 'low',
    });
    expect(page.playbook?.model?.bgnbd).not.toEqual(CDNOW);
    expect(page.playbook?.model?.spend.EUR?.n).toBe(20);
    expect(page.playbook?.model?.rfm?.frequency).toEqual([1, 1, 1, 3]);
  });

  it('sends the model again only when it says something else', async () => {
    await ordered(shop());
    expect((await run()).published).toBe(true);
    const { cursor } = await pull();
    imports.server().clock.now += 60_000;
    expect((await run()).published).toBe(false);
    expect((await pull(cursor)).playbook).toBeUndefined();
    await wait(60);
    expect((await run()).published).toBe(true);
  });

  it('is due a day after it ended, and after it was cut off; a second run makes up for the first', async () => {
    await ordered([...shop(), { customer: 'ana', days: 60 }]);
    const { deps, clock } = imports.server();
    clock.now = START + 150 * DAY;
    expect(await isNightlyDue(deps)).toBe(true);
    const stop = new AbortController();
    const cut = run({ signal: stop.signal, log: () => stop.abort(new Error('killed')) });
    await expect(cut).rejects.toThrow('killed');
    expect(await isNightlyDue(deps)).toBe(true);
    expect(await stages('ana')).toEqual(['engage']);
    expect(await run()).toMatchObject({ read: 61 });
    expect(await stages('ana')).toEqual(['engage', 'lapsed']);
    expect(await isNightlyDue(deps)).toBe(false);
    clock.now += DAY - 1;
    expect(await isNightlyDue(deps)).toBe(false);
    clock.now += 1;
    expect(await isNightlyDue(deps)).toBe(true);
  });

  it('two at once write each change once', async () => {
    await ordered([...shop(), { customer: 'ana', days: 60 }]);
    await wait(150);
    const [one, two] = await Promise.all([run(), run()]);
    expect(await stages('ana')).toEqual(['engage', 'lapsed']);
    expect(await changes()).toHaveLength(61 + one.moved + two.moved);
  });

  it('lets reps write while it works, to the same customers', async () => {
    await ordered(Array.from({ length: 40 }, (_, i) => ({ customer: `c${i}`, days: 60 })));
    await wait(150);
    const mia = imports.mia();
    const night = run();
    for (let i = 0; i < 40; i++) {
      const answer = await mia.push([mia.recording(`c${i}`, 'late')]);
      expect(await answer.json()).toMatchObject({ results: [{ status: 'applied' }] });
    }
    expect((await night).read).toBe(40);
    // Each has lapsed, once, whoever came first.
    for (let i = 0; i < 40; i++) expect((await stages(`c${i}`)).slice(0, 2)).toEqual(['engage', 'lapsed']);
  });

  it('may be asked for over the control route, by who has the token', async () => {
    const server = imports.server();
    expect((await server.send('/control/nightly', { method: 'POST' })).status).toBe(401);
    const answer = await server.send('/control/nightly', { method: 'POST', token: server.controlToken });
    expect(await answer.json()).toEqual({ read: 0, buyers: 0, quality: 'prior', published: true, moved: 0 });
  });

  it.each<[string, Orders]>([
    ['nobody at all', []],
    ['one customer', [{ customer: 'ana', days: 30 }]],
    ['nobody who came back', Array.from({ length: 40 }, (_, i) => ({ customer: `c${i}`, days: i }))],
    [
      'orders at one and the same moment, all at one price',
      Array.from({ length: 90 }, (_, i) => ({ customer: `c${i % 30}`, days: 10, amount: 5 })),
    ],
    [
      'absurd amounts',
      Array.from({ length: 90 }, (_, i) => ({
        customer: `c${i % 30}`,
        days: i,
        amount: i % 7 === 0 ? 8.9e12 : i % 5 === 0 ? 0.001 : 0,
      })),
    ],
  ])('[V7] gives a model of finite numbers for %s', async (_, orders) => {
    if (orders.length > 0) await ordered(orders);
    await run();
    // The contract refuses what is not finite, and JSON would have made null of it.
    expect(await model()).toMatchObject({ fittedAt: START, quality: orders.length > 50 ? 'low' : 'prior' });
  });
});
