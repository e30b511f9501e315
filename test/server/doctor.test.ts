import { openSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { checks } from '#server/doctor/checks/index.ts';
import { foldVersion } from '#server/ingest/lifecycle.ts';
import { sampleWorkspace } from '#server/sample/workspace.ts';
import { seedWorkspace } from '#server/seed.ts';
import { damage, livedIn, lookThrough } from './examined.ts';
import { usePrograms } from './programs.ts';
import { engines, openAt, placeForTest, START } from './world.ts';

describe.each(engines)('the doctor of a store on %s', (engine) => {
  it('finds a sound store sound, beside the server that works with it', async () => {
    const place = await placeForTest(engine);
    await livedIn(place);
    const { found, wrong, refold, seen } = await lookThrough(place);
    expect(wrong).toEqual([]);
    expect(refold).toEqual([]);
    expect(new Set(found.map(({ name }) => name))).toEqual(new Set(checks.map(({ name }) => name)));
    expect(seen.at(-1)).toBe(1);
    expect(found.find(({ name }) => name === 'customers')?.says).toContain('201 customers of 201');
    expect(found.find(({ name }) => name === 'clicks')?.says).toContain('3 recorded events');
  });

  it('names each kind of damage, and is content again when that is mended', async () => {
    const place = await placeForTest(engine);
    const { mia, recorded } = await livedIn(place);
    const one = (table: string, where: string) => `update ${table} set ${where}`;
    const kinds: [says: RegExp, hurt: string, heal: string][] = [
      [
        /customers: 1 customer has a number of events.*: ana/,
        "update customers set events = events + 1 where id = 'ana'",
        "update customers set events = events - 1 where id = 'ana'",
      ],
      [
        /customers: 1 customer has a timeline.*: ana/,
        "update customers set gone = 0, timeline = replace(timeline, 'three', 'four') where id = 'ana'",
        "update customers set timeline = replace(timeline, 'four', 'three') where id = 'ana'",
      ],
      [
        /customers: 1 customer has facts.*: ana/,
        `update customers set facts = replace(facts, '"v":', '"w":1,"v":') where id = 'ana'`,
        `update customers set facts = replace(facts, '"w":1,"v":', '"v":') where id = 'ana'`,
      ],
      [
        /customers: 1 customer has facts or a timeline that cannot be read: ana/,
        "update customers set facts = '?' || facts where id = 'ana'",
        "update customers set facts = substr(facts, 2) where id = 'ana'",
      ],
      [
        /customers: 1 customer has an event that cannot be read: ana/,
        `update events set data = '?' || data where id = '${recorded}'`,
        `update events set data = substr(data, 2) where id = '${recorded}'`,
      ],
      [
        /version: of the tables of this version audit is missing/,
        'alter table audit rename to was_audit',
        'alter table was_audit rename to audit',
      ],
      [
        /customers: 1 customer has a profile that cannot be read: ana/,
        "update customers set profile = '?' || profile where id = 'ana'",
        "update customers set profile = substr(profile, 2) where id = 'ana'",
      ],
      [
        /customers: 1 customer has addresses.*: ana/,
        "update addresses set address = 'eve@shop.example' where address = 'ana@shop.example'",
        "update addresses set address = 'ana@shop.example' where address = 'eve@shop.example'",
      ],
      [
        /customers: 1 customer has another owner or team.*: ana/,
        "update customers set owner = 'Nobody' where id = 'ana'",
        "update customers set owner = null where id = 'ana'",
      ],
      [
        /history: the number of a customer, 999999, is above the head/,
        "update customers set seq = 999999 where id = 'ana'",
        "update customers set seq = 1 where id = 'ana'",
      ],
      [
        /history: the number of the playbook, 999999, is above/,
        one('playbooks', 'seq = 999999'),
        one('playbooks', 'seq = 1'),
      ],
      [
        /history: the history has no epoch/,
        one('sync_stream', "epoch = ''"),
        one('sync_stream', `epoch = '${mia.epoch}'`),
      ],
      [/history: the floor/, one('sync_stream', 'floor = head + 1'), one('sync_stream', 'floor = 0')],
      [
        /history: there is not one counter, but 2/,
        "insert into sync_stream (id, head, epoch, floor) values ('b', 0, '', 0)",
        "delete from sync_stream where id = 'b'",
      ],
      [
        /clicks: .*not on file, of 1 customer: ana/,
        `update events set id = 'gone' where id = '${recorded}'`,
        `update events set id = '${recorded}' where id = 'gone'`,
      ],
      [
        /devices: 1 browser profile with a gap/,
        'update client_mutations set mid = 99 where mid = 3',
        'update client_mutations set mid = 3 where mid = 99',
      ],
      [/devices: 1 browser profile with a gap/, one('clients', 'lmid = 6'), one('clients', 'lmid = 5')],
      [
        /playbook: version \d+ cannot be read/,
        one('playbooks', "body = '?' || body"),
        one('playbooks', 'body = substr(body, 2)'),
      ],
      [
        /references: 1 row of devices belongs/,
        "update devices set member_id = 'x' || member_id",
        'update devices set member_id = substr(member_id, 2)',
      ],
      [
        /references: 1 row of decisions belongs/,
        "insert into decisions (id, customer_id, at, body, playbook_version) values ('d', 'nobody', 1, '{}', 1)",
        "delete from decisions where id = 'd'",
      ],
      [
        /references: 1 answer about plays belongs/,
        "insert into outcomes (source, id, play, stage, helped) values ('s', 'o', 'p', 'engage', 0)",
        "delete from outcomes where id = 'o'",
      ],
      [
        /version: a newer Suki has written here \(9999-later\)/,
        "insert into migrations (name, applied_at) values ('9999-later', 1)",
        "delete from migrations where name = '9999-later'",
      ],
    ];
    for (const [says, hurt, heal] of kinds) {
      await damage(place, hurt);
      const { wrong } = await lookThrough(place);
      await damage(place, heal);
      expect(
        wrong.filter((line) => says.test(line)),
        `${says}: ${wrong.join('\n')}`,
      ).toHaveLength(1);
    }
    expect((await lookThrough(place)).wrong).toEqual([]);
  });

  it('looks at a sample only, when that is asked for', async () => {
    const place = await placeForTest(engine);
    await livedIn(place);
    const { found } = await lookThrough(place, 20);
    const looked = Number(
      found.find(({ name }) => name === 'customers')?.says.match(/^(\d+) customers of 201/)?.[1],
    );
    expect(looked).toBeGreaterThanOrEqual(20);
    expect(looked).toBeLessThan(40);
  });
});

describe('the doctor of a SQLite file', () => {
  it('of which pages were overwritten says so, and goes on with what can be read', async () => {
    const place = await placeForTest('sqlite');
    const store = await openAt(place, { now: START });
    await seedWorkspace(store, sampleWorkspace({ seed: 1, now: START }), START);
    await store.close();
    const file = join(place.dataDir, 'suki.db');
    const db = new DatabaseSync(file);
    db.exec('pragma wal_checkpoint(truncate)');
    db.close();
    const handle = openSync(file, 'r+');
    for (let at = 40; at < statSync(file).size / 4_096; at += 20)
      writeSync(handle, Buffer.alloc(4_096, 0x5a), 0, 4_096, at * 4_096);
    const { found, wrong } = await lookThrough(place);
    expect(wrong.join('\n')).toMatch(/database: SQLite finds its file damaged/);
    expect(new Set(found.map(({ name }) => name)).size).toBe(checks.length);
  });
});

describe('npm run doctor', () => {
  const { run, startServer, makeWorkspace, folder } = usePrograms();

  it('says one line for each check and ends well; beside a running server it mends through that', async () => {
    await makeWorkspace();
    const { child, ended } = await startServer();
    const well = await run('server/cli/doctor.ts').ended;
    expect(well.text).toMatch(/^✓ version: .*\n✓ database: SQLite finds its file whole\n✓ references: /);
    expect([well.code, well.text.trimEnd().split('\n').at(-1)]).toEqual([0, 'All is well.']);
    const db = new DatabaseSync(join(folder(), 'suki.db'), { timeout: 5_000 });
    db.exec(`insert into customers (id, seq, profile, facts, timeline, events, fold_version, gone)
      select 'ana', 1, '{"name":"Ana","addresses":[],"createdAt":1}', '{}', '[]', 0, ${foldVersion}, 0;
      update sync_stream set head = head + 1`);
    db.close();
    const ill = await run('server/cli/doctor.ts', ['--mend']).ended;
    expect(ill.text).toContain(
      '✗ customers: 1 customer has facts that their events do not give: ana\n  npm run doctor -- --mend',
    );
    expect(ill.text).toContain(
      '1 customer is marked; the server has made its facts anew.\n1 of these lines needs you.',
    );
    expect(ill.code).toBe(1);
    expect((await run('server/cli/doctor.ts').ended).code).toBe(0);
    child.kill('SIGTERM');
    await ended;
    expect((await run('server/cli/doctor.ts', ['--sample', 'few']).ended).errors).toContain('--sample few');
    const alone = await run('server/cli/doctor.ts', ['--sample', '5']).ended;
    expect([alone.code, alone.errors.includes('✗')]).toEqual([0, false]);
  });

  it('finds nothing to look at where there is no workspace', async () => {
    const place = await placeForTest('postgres');
    const { code, errors } = await run('server/cli/doctor.ts', [], 0, {
      DATABASE_URL: place.databaseUrl ?? '',
    }).ended;
    expect(errors).toContain('There is no workspace in this database.');
    expect(code).toBe(1);
  });
});
