import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { DAY } from '#lib/contract/primitives.ts';
import { type Report, ReportAnswer, ReportStored, ReportsAnswer } from '#lib/contract/report.ts';
import { AuditPage } from '#lib/contract/team.ts';
import { backupLines } from '#server/backup/lines.ts';
import { LIMITS } from '#server/http/rate-limit.ts';
import { COUNTS_KEPT, MOST_REPORTS, REPORTS_KEPT, readReports } from '#server/ingest/reports.ts';
import { purge } from '#server/jobs/purge.ts';
import { damage, lookThrough } from './examined.ts';
import {
  createDevice,
  type Device,
  engines,
  type Place,
  placeForTest,
  START,
  serverForTest,
  type TestServer,
} from './world.ts';

const report = (change: Partial<Report> = {}): Report => ({
  id: randomUUID(),
  code: 'layout-unknown',
  host: 'roundcube',
  version: '2026-11-21',
  extension: '0.1.0',
  browser: 'chrome',
  documents: [{ elements: 3, left: 0, lines: ['html', ' head', ' body > p class=from,… "…address"'] }],
  unread: 0,
  ...change,
});

describe.each(engines)('reports of pages on a server on %s', (engine) => {
  let place: Place;
  let server: TestServer;
  let ada: Device;
  let mia: Device;
  beforeEach(async () => {
    place = await placeForTest(engine);
    server = await serverForTest(place);
    ada = await createDevice(server, 'Ada', 'admin');
    mia = await createDevice(server, 'Mia', 'rep');
  });
  const send = async (body: Report, by = mia): Promise<boolean> => {
    const response = await by.post('/v1/reports', body);
    expect(response.status).toBe(200);
    return ReportStored.parse(await response.json()).stored;
  };
  const seen = async () => ReportsAnswer.parse(await (await ada.get('/v1/reports')).json());
  const error = async (response: Response) => ({
    status: response.status,
    ...(await response.json()).error,
  });
  const allow = async () => {
    server.clock.now += 60_000;
  };

  it('are counted by host, version, reason and day, and an admin opens each as it was sent', async () => {
    const first = report();
    const older = report({ version: '2026-10-01', code: 'wrong-person' });
    await send(first);
    await send(report());
    await send(older);
    server.clock.now += DAY;
    await send(report());
    const { counts, reports } = await seen();
    const today = server.clock.now - (server.clock.now % DAY);
    expect(counts.map(({ day, n }) => [day, n])).toEqual([
      [today, 1],
      [today - DAY, expect.any(Number)],
      [today - DAY, expect.any(Number)],
    ]);
    expect(counts).toContainEqual({
      ...{ day: today - DAY, host: 'roundcube', version: '2026-11-21', code: 'layout-unknown' },
      ...{ n: 2, lastAt: START },
    });
    expect(reports).toHaveLength(4);
    expect(reports[0]?.at).toBe(START + DAY);
    const opened = ReportAnswer.parse(await (await ada.get(`/v1/reports/${older.id}`)).json());
    expect(opened).toMatchObject({ at: START, report: older });
    expect((await ada.get('/v1/reports/nothing')).status).toBe(404);
  });

  it('[S65] that are sent twice are kept and counted once', async () => {
    const one = report();
    expect([await send(one), await send(one)]).toEqual([true, false]);
    const { counts, reports } = await seen();
    expect([counts.map(({ n }) => n), reports.length]).toEqual([[1], 1]);
  });

  it('are taken from everybody who is signed in, and shown to admins alone', async () => {
    for (const role of ['founder', 'read-only'] as const) {
      const device = await createDevice(server, `A ${role}`, role);
      expect(await send(report(), device)).toBe(true);
      expect((await device.get('/v1/reports')).status).toBe(403);
    }
    expect((await server.send('/v1/reports', { body: report() })).status).toBe(401);
    expect((await seen()).reports).toHaveLength(2);
  });

  it('do not say who sent them; that somebody did is in the trail', async () => {
    await send(report());
    const rows = await server.store.read((tx) => tx.selectFrom('reports').selectAll().execute());
    for (const trace of ['Mia', mia.member.id, mia.device]) expect(JSON.stringify(rows)).not.toContain(trace);
    const trail = AuditPage.parse(await (await ada.get('/v1/audit?action=report-sent')).json());
    expect(trail.entries).toMatchObject([
      { member: { name: 'Mia' }, detail: { host: 'roundcube', code: 'layout-unknown' } },
    ]);
  });

  it.each([
    ['a word of the page', { documents: [{ elements: 1, left: 0, lines: ['p "Ana Reyes"'] }] }],
    ['an address', { documents: [{ elements: 1, left: 0, lines: ['p title=ana@shop.example'] }] }],
    ['a host that is an address', { host: 'mail.shop.example' }],
    ['something besides', { url: 'https://mail.shop.example/' }],
    [
      'more than 64 kB',
      { documents: [{ elements: 1, left: 0, lines: Array.from({ length: 300 }, () => 'div '.repeat(70)) }] },
    ],
  ])('with %s in them are refused', async (_, change) => {
    const refused = await error(await mia.post('/v1/reports', { ...report(), ...change }));
    expect([refused.status, refused.code]).toEqual([422, 'invalid']);
    expect((await seen()).reports).toEqual([]);
  });

  it('that are no reports at all are refused by their size', async () => {
    const large = { ...report(), unread: 'x'.repeat(140_000) };
    expect(await error(await mia.post('/v1/reports', large))).toMatchObject({
      status: 413,
      code: 'too-large',
    });
  });

  it('come one after another: many at once are told to wait, and nothing else is', async () => {
    const { burst } = LIMITS.report;
    for (let n = 0; n < burst; n += 1) await send(report());
    expect(await error(await mia.post('/v1/reports', report()))).toMatchObject({
      ...{ status: 429, code: 'too-many' },
    });
    expect((await mia.push([mia.creating('ana', 'ana@shop.example')])).status).toBe(200);
    expect(await send(report(), ada)).toBe(true);
    await allow();
    expect(await send(report())).toBe(true);
  });

  it('go after 90 days and are known as a count for longer; only the newest are kept', async () => {
    await send(report());
    const kept = () =>
      server.store.read(async (tx) => {
        const count = tx.selectFrom('report_counts').selectAll().execute();
        return [(await readReports(tx, START)).reports.length, (await count).length];
      });
    await purge(server.store, START + REPORTS_KEPT);
    expect(await kept()).toEqual([1, 1]);
    await purge(server.store, START + REPORTS_KEPT + 1);
    expect(await kept()).toEqual([0, 1]);
    await purge(server.store, START + COUNTS_KEPT + DAY);
    expect(await kept()).toEqual([0, 0]);

    await server.store.write(async (tx) => {
      const { id: _, documents, unread, ...row } = report();
      const body = JSON.stringify({ documents, unread });
      for (let n = 0; n < MOST_REPORTS; n += 1)
        await tx
          .insertInto('reports')
          .values({ ...row, id: `old-${n}`, at: START - 1 - n, body })
          .execute();
    });
    const last = report();
    await send(last);
    const { reports } = await seen();
    expect(reports).toHaveLength(MOST_REPORTS);
    expect(reports.map(({ id }) => id)).toContain(last.id);
    expect(reports.map(({ id }) => id)).not.toContain(`old-${MOST_REPORTS - 1}`);
  });

  it('are in a backup, and the doctor holds them against their counts', async () => {
    const one = report();
    await send(one);
    const lines = await server.store.read(async (tx) => {
      const all: string[] = [];
      for await (const line of backupLines(tx, server.store.kind, START, () => {})) all.push(line);
      return all.join('');
    });
    expect(lines).toContain(one.id);
    expect(lines).toContain('"table":"report_counts"');
    expect((await lookThrough(place)).wrong).toEqual([]);
    await damage(place, 'update report_counts set n = 0');
    expect((await lookThrough(place)).wrong).toEqual([
      'reports: reports of pages that were not counted: roundcube 2026-11-21 layout-unknown',
    ]);
  });
});
