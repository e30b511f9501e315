import { beforeEach, describe, expect, it } from 'vitest';
import { HelloAnswer, WIRE } from '#lib/contract/sync.ts';
import { AuditPage, auditActions } from '#lib/contract/team.ts';
import { AUDIT_DAYS, audit, OPERATOR } from '#server/audit.ts';
import { purge } from '#server/jobs/purge.ts';
import { createReadings } from '#server/readings.ts';
import { createDevice, type Device, engines, START, serverForTest, type TestServer } from './world.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe.each(engines)('[S57] the audit trail on %s', (engine) => {
  let server: TestServer;
  let ada: Device;
  let ben: Device;
  beforeEach(async () => {
    server = await serverForTest(engine);
    ada = await createDevice(server, 'Ada', 'admin');
    ben = await createDevice(server, 'Ben', 'rep');
  });
  const page = async (query = ''): Promise<AuditPage> =>
    AuditPage.parse(await (await ada.get(`/v1/audit${query}`)).json());
  const said = async (query = ''): Promise<unknown[]> =>
    (await page(query)).entries.map(({ action, detail, member, customer }) => [
      ...[member?.name ?? 'operator', action, detail],
      ...(customer ? [customer.name] : []),
    ]);
  const call = (method: string, path: string, body?: unknown) =>
    server.send(path, { token: ada.token, method, body });
  const tick = () => {
    server.clock.now += 1;
  };
  const sessionOf = ({ device, member }: Device) => ({ device, member, tokenUntil: 0 });

  it('tells who let whom in and out, who changed a role, and what the operator did', async () => {
    tick();
    await call('PUT', `/v1/team/members/${ben.member.id}`, { role: 'founder', teams: ['North'] });
    tick();
    await call('PUT', '/v1/team/scoping', { on: true });
    tick();
    await call('DELETE', `/devices/${ben.device}`);
    tick();
    await call('POST', '/v1/invites', { name: 'Ben' });
    tick();
    await call('DELETE', `/v1/team/members/${ben.member.id}`);
    tick();
    await server.send('/control/nightly', { token: server.controlToken, method: 'POST' });
    expect((await said()).slice(0, 6)).toEqual([
      ['operator', 'nightly', {}],
      ['Ada', 'member-removed', { of: 'Ben', devices: 0 }],
      ['Ada', 'invite-made', { of: 'Ben' }],
      ['Ada', 'device-revoked', { of: 'Ben', name: 'Chrome' }],
      ['Ada', 'scoping-changed', { on: true }],
      ['Ada', 'member-changed', { of: 'Ben', role: 'founder', teams: ['North'] }],
    ]);
    expect(await said('?action=paired')).toEqual([
      [expect.stringMatching(/Ada|Ben/), 'paired', {}],
      [expect.stringMatching(/Ada|Ben/), 'paired', {}],
    ]);
  });

  it('does not tell of what changed nothing, nor of a token that was renewed', async () => {
    const before = await said();
    await call('PUT', `/v1/team/members/${ben.member.id}`, { role: 'rep', teams: [] });
    await call('PUT', '/v1/team/scoping', { on: false });
    await call('POST', '/devices/self/token');
    await call('DELETE', '/devices/nobody');
    expect(await said()).toEqual(before);
  });

  it('sums up what a device was sent in an hour, from several processes too', async () => {
    const other = createReadings({ store: server.store, now: () => server.clock.now, onError: () => {} });
    server.readings.sent(sessionOf(ben), 500);
    server.readings.sent(sessionOf(ben), 200);
    other.sent(sessionOf(ben), 7);
    await Promise.all([server.readings.flush(), other.flush()]);
    server.readings.sent(sessionOf(ben), 1);
    server.readings.sent(sessionOf(ben), 0);
    await server.readings.flush();
    server.clock.now += HOUR;
    server.readings.sent(sessionOf(ben), 3);
    server.readings.sent(sessionOf(ada), 0);
    await other.close();
    await server.readings.flush();
    expect(await said('?action=read')).toEqual([
      ['Ben', 'read', { customers: 3 }],
      ['Ben', 'read', { customers: 708 }],
    ]);
  });

  it('names each customer who was looked up, opened or asked for older history of', async () => {
    await ben.push([ben.creating('ana', 'ana@shop.example')]);
    server.readings.looked(sessionOf(ben), 'found', 'ana');
    server.readings.looked(sessionOf(ben), 'history-read', 'ana');
    server.readings.looked(sessionOf(ben), 'history-read', 'ana');
    server.readings.looked(sessionOf(ben), 'customer-read', 'somebody-gone');
    await server.readings.flush();
    expect(new Set(await said('?customer=ana'))).toEqual(
      new Set([
        ['Ben', 'found', { times: 1 }, 'ana'],
        ['Ben', 'history-read', { times: 2 }, 'ana'],
        ['Ben', 'changed', { mutation: 'customer.create' }, 'ana'],
      ]),
    );
    expect(await said('?customer=somebody-gone')).toEqual([
      ['Ben', 'customer-read', { times: 1 }, 'somebody-gone'],
    ]);
  });

  it('notes by itself what devices are sent, open and read', async () => {
    await ben.push([ben.creating('ana', 'ana@shop.example'), ben.creating('bo', 'bo@shop.example')]);
    const hello = await ben.post('/sync/hello', { clientId: ben.clientId, wire: WIRE.version });
    const { scopes } = HelloAnswer.parse(await hello.json());
    await ben.get('/sync/snapshot?scope=all');
    await ben.post('/sync/pull', { clientId: ben.clientId, epoch: ben.epoch, cursor: '0', scopes });
    await ben.get('/customers/ana');
    await ben.get('/customers/ana/events');
    await ben.get('/customers/nobody');
    await server.readings.flush();
    expect(await said('?member=Ben&action=read')).toEqual([['Ben', 'read', { customers: 4 }]]);
    expect(await said('?action=customer-read')).toEqual([['Ben', 'customer-read', { times: 1 }, 'ana']]);
    expect(await said('?action=history-read')).toEqual([['Ben', 'history-read', { times: 1 }, 'ana']]);
  });

  it('a reader changes nothing, and nothing is told of what was refused', async () => {
    const eve = await createDevice(server, 'Eve', 'read-only');
    const pushed = await (await eve.push([eve.creating('ana', 'ana@shop.example')])).json();
    expect(pushed.results).toMatchObject([{ status: 'rejected', code: 'not-yours' }]);
    expect(await said('?member=Eve&action=changed')).toEqual([]);
  });

  it('tells who published a version of the playbook, and who put which one back', async () => {
    const { playbook } = await (await ada.get('/v1/playbook')).json();
    const draft = { plays: playbook.plays.slice(1), policy: playbook.policy, personas: playbook.personas };
    const { version } = playbook;
    await ada.post('/v1/playbook', { base: version, draft, note: 'One play less' });
    await ada.post('/v1/playbook/revert', { base: version + 1, to: version });
    expect(new Set(await said('?member=Ada'))).toEqual(
      new Set([
        ['Ada', 'paired', {}],
        ['Ada', 'playbook-published', { version: version + 1 }],
        ['Ada', 'playbook-reverted', { version: version + 2, to: version }],
      ]),
    );
  });

  it('keeps what it could not write, and writes it with the next', async () => {
    let broken = true;
    const errors: unknown[] = [];
    const store = {
      ...server.store,
      write: ((work) =>
        broken
          ? Promise.reject(new Error('no disk'))
          : server.store.write(work)) as typeof server.store.write,
    };
    const readings = createReadings({ store, now: () => server.clock.now, onError: (e) => errors.push(e) });
    readings.sent(sessionOf(ben), 5);
    await readings.flush();
    readings.sent(sessionOf(ben), 6);
    broken = false;
    await readings.close();
    expect(errors).toHaveLength(1);
    expect(await said('?action=read')).toEqual([['Ben', 'read', { customers: 11 }]]);
  });

  it('goes by pages of 100, newest first, without a gap or a double, also within one millisecond', async () => {
    await server.store.write(async (tx) => {
      for (let i = 0; i < 250; i += 1)
        await audit(tx, {
          ...{ id: `x:${i}`, at: START + Math.floor(i / 60), by: OPERATOR },
          ...{ action: 'backup', detail: {} },
        });
    });
    const ids: string[] = [];
    let before: string | undefined;
    do {
      const next = await page(`?action=backup${before ? `&before=${before}` : ''}`);
      expect(next.entries.length).toBeLessThanOrEqual(100);
      ids.push(...next.entries.map(({ id }) => id));
      before = next.before;
    } while (before);
    expect(ids).toHaveLength(250);
    expect(new Set(ids).size).toBe(250);
    expect((await ada.get('/v1/audit?before=x')).status).toBe(422);
    expect((await ada.get('/v1/audit?action=dance')).status).toBe(422);
  });

  it('is asked by member, by name or id, and since when', async () => {
    server.clock.now += DAY;
    await call('PUT', '/v1/team/scoping', { on: true });
    const since = `since=${server.clock.now}`;
    expect(await said(`?member=Ada&${since}`)).toEqual([['Ada', 'scoping-changed', { on: true }]]);
    expect(await said(`?member=${ada.member.id}&${since}`)).toHaveLength(1);
    expect(await said(`?member=Ben&${since}`)).toEqual([]);
  });

  it('is kept for 400 days, or as long as the operator says', async () => {
    const all = (await page()).entries.length;
    expect(all).toBeGreaterThan(0);
    await purge(server.store, START + AUDIT_DAYS * DAY);
    expect((await page()).entries).toHaveLength(all);
    await purge(server.store, START + 31 * DAY, 30);
    expect((await page()).entries).toEqual([]);
  });

  it('can be changed by nobody over the network', () => {
    const routes = server.app.routes.filter(({ path, method }) => path.includes('audit') && method !== 'ALL');
    expect(new Set(routes.map(({ method }) => method))).toEqual(new Set(['GET']));
  });

  it('has no word that somebody wrote in it', async () => {
    await ben.push([ben.creating('ana', 'ana.secret@shop.example'), ben.recording('ana', 'my diagnosis')]);
    const rows = await server.store.read((tx) => tx.selectFrom('audit').selectAll().execute());
    const text = JSON.stringify(rows);
    expect(text).toContain('Complaint Raised');
    for (const secret of ['secret', 'diagnosis']) expect(text).not.toContain(secret);
  });

  it('knows its own actions', () => {
    expect(auditActions).toContain('changed');
    expect(new Set(auditActions).size).toBe(auditActions.length);
  });
});
