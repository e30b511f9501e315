import { beforeEach, describe, expect, it } from 'vitest';
import type { Profile } from '#lib/contract/customer.ts';
import { digestOf } from '#lib/contract/digest.ts';
import { Digest, type Member } from '#lib/contract/sync.ts';
import { changeMember } from '#server/auth/members.ts';
import { setScoping } from '#server/auth/scoping.ts';
import { createDevice, type Device, engines, pageOf, serverForTest, type TestServer } from './world.ts';

const BY = { member: null, device: null };

describe.each(engines)('what a device follows, on %s', (engine) => {
  let server: TestServer;
  let ada: Device;
  let mia: Device;
  let made = 0;

  /** With room for so many customers on a device. */
  const open = async (kept?: number) => {
    server = await serverForTest(engine, undefined, undefined, undefined, kept);
    ada = await createDevice(server, 'Ada', 'admin');
    mia = await createDevice(server, 'Mia', 'rep');
  };
  beforeEach(() => open());

  const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).sort();
  const create = async (id: string, profile: Partial<Profile> = {}) => {
    const mutation = ada.creating(id, `${id}.${made++}@shop.example`);
    if (mutation.name !== 'customer.create') throw new Error();
    Object.assign(mutation.args.profile, profile);
    const answer = await (await ada.push([mutation])).json();
    expect(answer.results[0]).toMatchObject({ status: 'applied' });
  };
  const byTeams = () =>
    setScoping(server.store, { now: () => server.clock.now, uuid: () => crypto.randomUUID() }, true, BY);
  const inTeams = (device: Device, teams: string[], role: Member['role'] = 'rep') =>
    changeMember(
      server.store,
      { now: () => server.clock.now, uuid: () => crypto.randomUUID() },
      device.member.id,
      { teams, role },
      BY,
    );
  const assign = async (
    customer: string,
    to: { owner: string | null; team: string | null },
    device = ada,
  ) => {
    const { mid, id, v, at } = device.recording(customer, '');
    const { profile } = (await (await ada.get(`/customers/${customer}`)).json()).customer;
    const base = { owner: profile.owner ?? null, team: profile.team ?? null };
    const answer = await device.push([
      { mid, id, v, at, name: 'customer.assign', args: { customer, to, base } },
    ]);
    return (await answer.json()).results[0];
  };
  const snapshot = async (device: Device, scope: string, more = '') =>
    pageOf(await device.get(`/sync/snapshot?scope=${encodeURIComponent(scope)}${more}`));
  const loaded = async (device: Device) => {
    const all = new Set<string>();
    for (const scope of (await device.hello()).scopes)
      for (const { id } of (await snapshot(device, scope)).rows) all.add(id);
    return [...all].sort();
  };
  const code = async (response: Response) => [response.status, (await response.json()).error.code];

  it('[S70] is everybody, while nobody is kept apart, whatever their teams', async () => {
    await create('a', { team: 'North' });
    await create('b');
    await inTeams(mia, ['South']);
    expect(await mia.hello()).toMatchObject({ scopes: ['all'], whole: true, customers: 2 });
    expect(await loaded(mia)).toEqual(['a', 'b']);
  });

  it('[S70] is the own teams, nobody’s, and the own customers, for reps and readers of a split workspace', async () => {
    await create('north', { team: 'North' });
    await create('south', { team: 'South' });
    await create('nobodys');
    await create('own', { team: 'South', owner: mia.member.id });
    await byTeams();
    await inTeams(mia, ['North']);
    const scopes = ['team:North', 'team:', `owner:${mia.member.id}`];
    expect(await mia.hello()).toMatchObject({ scopes, whole: true });
    expect(await loaded(mia)).toEqual(['nobodys', 'north', 'own']);
    expect(ids((await mia.pullAll({ scopes })).rows.values().toArray())).toEqual(['nobodys', 'north', 'own']);
    await inTeams(mia, ['North'], 'read-only');
    expect(await loaded(mia)).toEqual(['nobodys', 'north', 'own']);
    for (const role of ['admin', 'founder'] as const) {
      await inTeams(mia, ['North'], role);
      expect(await mia.hello()).toMatchObject({ scopes: ['all'], whole: true });
      expect(await loaded(mia)).toHaveLength(4);
    }
  });

  it('[S29] another list than the device believes in is refused, so that it greets again', async () => {
    await create('a', { team: 'North' });
    expect((await mia.pull('0')).status).toBe(200);
    await byTeams();
    const changed = [409, 'scopes-changed'];
    expect(await code(await mia.pull('0'))).toEqual(changed);
    expect(await code(await mia.get('/sync/snapshot?scope=all'))).toEqual(changed);
    expect(await code(await mia.get('/sync/snapshot?scope=team%3ANorth'))).toEqual(changed);
    const { scopes } = await mia.hello();
    expect((await mia.pull('0', { scopes })).status).toBe(200);
    await inTeams(mia, ['North']);
    expect(await code(await mia.pull('0', { scopes }))).toEqual(changed);
  });

  it('[S72] [S73] one cursor goes through all changes, and who moved out of sight is gone', async () => {
    await create('a', { team: 'North' });
    await create('b', { team: 'South' });
    await byTeams();
    await inTeams(mia, ['North']);
    const { scopes } = await mia.hello();
    const { cursor } = await mia.pullAll({ scopes });
    const pull = async (at: string) => pageOf(await mia.pull(at, { scopes }));
    await ada.push([ada.recording('b', 'late')]);
    const quiet = await pull(cursor);
    expect(quiet).toMatchObject({ rows: [], more: false });
    expect(quiet.gone).toBeUndefined();
    expect(Number(quiet.cursor)).toBeGreaterThan(Number(cursor));
    await assign('a', { owner: null, team: 'South' });
    await assign('b', { owner: null, team: 'North' });
    const moved = await pull(quiet.cursor);
    expect(moved).toMatchObject({ gone: ['a'], rows: [{ id: 'b' }] });
    // What happens to them elsewhere later is no news.
    await ada.push([ada.recording('a', 'late')]);
    const later = await pull(moved.cursor);
    expect(later.gone).toBeUndefined();
    // Who moves and changes again is gone also when a page ends in between.
    await create('c', { team: 'North' });
    await assign('b', { owner: null, team: 'South' });
    await ada.push([ada.recording('c', 'late'), ada.recording('b', 'late')]);
    const short = await pageOf(await mia.pull(later.cursor, { scopes, limit: 1 }));
    expect(short).toMatchObject({ gone: ['b'], rows: [{ id: 'c' }], more: true });
  });

  it('[S72] many changes that a device does not follow are gone through in steps, none of them lost', async () => {
    await create('mine', { team: 'North' });
    await byTeams();
    await inTeams(mia, ['North']);
    const { scopes } = await mia.hello();
    const { cursor } = await mia.pullAll({ scopes });
    const others = 5_400;
    await server.store.write(async (tx) => {
      const [row] = await tx.selectFrom('customers').selectAll().execute();
      if (!row) throw new Error();
      const standing = await tx.selectFrom('sync_stream').select('head').executeTakeFirstOrThrow();
      for (let i = 0; i < others; i += 300)
        await tx
          .insertInto('customers')
          .values(
            Array.from({ length: 300 }, (_, n) => ({
              ...{ ...row, id: `other ${i + n}`, team: 'South' },
              ...{ seq: standing.head + i / 300 + 1, scope_seq: 0 },
            })),
          )
          .execute();
      await tx
        .updateTable('sync_stream')
        .set({ head: standing.head + others / 300 })
        .execute();
    });
    await ada.push([ada.recording('mine', 'late')]);
    const first = await pageOf(await mia.pull(cursor, { scopes }));
    expect(first).toMatchObject({ rows: [], more: true });
    const second = await pageOf(await mia.pull(first.cursor, { scopes }));
    expect(second).toMatchObject({ rows: [{ id: 'mine' }], more: false });
    // A device that waits is not woken by what it does not follow, and its cursor has gone on.
    expect(Number(second.cursor)).toBeGreaterThan(Number(first.cursor));
  });

  it('[S71] more than a device holds: its own, the newest changed, and those looked up', async () => {
    // Of sixty, three may be there for having changed lately.
    await open(60);
    await create('b', { owner: mia.member.id });
    await ada.push(Array.from({ length: 69 }, (_, i) => ada.creating(`c${i}`, `c${i}@shop.example`)));
    const hello = await mia.hello();
    const scopes = [`owner:${mia.member.id}`, 'recent', `pin:${mia.clientId}`];
    expect(hello).toMatchObject({ scopes, whole: false, customers: 4 });
    expect(hello.filter).toBeUndefined();
    expect(ids((await snapshot(mia, `owner:${mia.member.id}`)).rows)).toEqual(['b']);
    expect((await snapshot(mia, 'recent')).rows.map(({ id }) => id)).toEqual(['c68', 'c67', 'c66']);
    expect((await snapshot(mia, `pin:${mia.clientId}`)).rows).toEqual([]);
    // Page by page, each once.
    const first = await snapshot(mia, 'recent', '&limit=2');
    const rest = await snapshot(mia, 'recent', `&limit=4&after=${first.after}&token=${first.cursor}`);
    expect([...first.rows, ...rest.rows].map(({ id }) => id)).toEqual(['c68', 'c67', 'c66']);
    expect(rest.after).toBeUndefined();
    expect(await code(await mia.pull('0'))).toEqual([409, 'scopes-changed']);
    // A pull leaves out none whom the device may have.
    expect((await mia.pullAll({ scopes })).rows.size).toBe(70);
  });

  it('[S71] near the limit both lists are good, so that nobody loads anew for one customer more', async () => {
    await open(20);
    for (let i = 0; i < 21; i += 1) await create(`c${i}`);
    expect((await mia.hello()).whole).toBe(false);
    const part = [`owner:${mia.member.id}`, 'recent', `pin:${mia.clientId}`];
    expect((await mia.pull('0')).status).toBe(200);
    expect((await mia.pull('0', { scopes: part })).status).toBe(200);
    for (let i = 21; i < 24; i += 1) await create(`c${i}`);
    expect((await mia.pull('0')).status).toBe(409);
  });

  it('[S71] a device that was away long gets its own and the newest, of those who are in sight', async () => {
    await open(3);
    const { cursor } = await mia.pullAll();
    await create('own', { owner: mia.member.id });
    await create('other');
    const part = [`owner:${mia.member.id}`, 'recent', `pin:${mia.clientId}`];
    await server.store.write(async (tx) => {
      const row = await tx
        .selectFrom('customers')
        .selectAll()
        .where('id', '=', 'other')
        .executeTakeFirstOrThrow();
      for (let i = 0; i < 5_100; i += 300)
        await tx
          .insertInto('customers')
          .values(
            Array.from({ length: 300 }, (_, n) => ({
              ...row,
              id: `new ${i + n}`,
              seq: row.seq + i / 300 + 1,
            })),
          )
          .execute();
      await tx
        .updateTable('sync_stream')
        .set({ head: row.seq + 17 })
        .execute();
    });
    let at = cursor;
    const seen = new Set<string>();
    for (;;) {
      const page = await pageOf(await mia.pull(at, { scopes: part, limit: 1_000 }));
      for (const { id } of page.rows) seen.add(id);
      at = page.cursor;
      if (!page.more) break;
    }
    expect(seen.has('own')).toBe(true);
    expect(seen.has('other')).toBe(false);
    expect(seen.size).toBeGreaterThanOrEqual(5_000);
  });

  it('[S30] those who need something soon come first, with the playbook', async () => {
    for (const id of ['a', 'b', 'c', 'd']) await create(id);
    await ada.push([ada.recording('c', 'late')]);
    server.clock.now += 60_000;
    await ada.push([ada.recording('a', 'broken')]);
    const first = await snapshot(mia, 'due', '&limit=1');
    expect(first.rows.map(({ id }) => id)).toEqual(['c']);
    expect(first.playbook?.plays.length).toBeGreaterThan(0);
    const second = await snapshot(mia, 'due', `&limit=1&after=${first.after}&token=${first.cursor}`);
    expect(second.rows.map(({ id }) => id)).toEqual(['a']);
    expect(second.playbook).toBeUndefined();
    expect(second.after).toBeUndefined();
    expect(second.cursor).toBe(first.cursor);
    expect(await code(await mia.get('/sync/snapshot?scope=due&after=x'))).toEqual([422, 'invalid']);
  });

  it('[S30] of those who need something soon, a device gets whom it follows', async () => {
    await create('north', { team: 'North' });
    await create('south', { team: 'South' });
    await ada.push([ada.recording('north', 'late'), ada.recording('south', 'late')]);
    await byTeams();
    await inTeams(mia, ['North']);
    expect(ids((await snapshot(mia, 'due')).rows)).toEqual(['north']);
  });

  it('[S74] somebody out of sight does not exist, wherever one asks', async () => {
    await create('far', { team: 'South' });
    await create('near', { team: 'North' });
    await byTeams();
    await inTeams(mia, ['North']);
    for (const path of ['/customers/far', '/customers/far/events', '/customers/nobody'])
      expect(await code(await mia.get(path)), path).toEqual([404, 'not-found']);
    expect((await mia.get('/customers/near')).status).toBe(200);
    const tags = mia.recording('far', '');
    const { mid, id, v, at } = tags;
    const unknown = { status: 'rejected', code: 'unknown-customer' };
    const answer = await mia.push([
      { mid, id, v, at, name: 'customer.tags', args: { customer: 'far', add: ['x'], remove: [] } },
      mia.recording('far', 'late'),
      mia.undoing('far', id),
    ]);
    expect((await answer.json()).results).toMatchObject([unknown, unknown, unknown]);
    expect(await assign('far', { owner: mia.member.id, team: 'North' }, mia)).toMatchObject(unknown);
    const sum = Digest.parse(await (await mia.get(`/sync/digest?clientId=${mia.clientId}`)).json());
    expect(sum.count).toBe(1);
  });

  it('[S38] the digest is over what is followed', async () => {
    await open(3);
    for (const id of ['a', 'b', 'c', 'd', 'e']) await create(id, id === 'b' ? { owner: mia.member.id } : {});
    const [own] = (await snapshot(mia, `owner:${mia.member.id}`)).rows;
    const digest = Digest.parse(await (await mia.get(`/sync/digest?clientId=${mia.clientId}`)).json());
    expect(digest).toMatchObject(digestOf([{ id: 'b', seq: own?.seq ?? '' }]));
  });
});
