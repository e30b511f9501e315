import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { PairAnswer } from '#lib/contract/sync.ts';
import { sampleWorkspace } from '#server/sample/workspace.ts';
import { seedWorkspace } from '#server/seed.ts';
import { CLOSED } from '#server/store/gate.ts';
import { readStanding, takeNumber } from '#server/store/workspace.ts';
import { backUp, filled, streamIn } from './backups.ts';
import { createPlace, openAt, placeForTest, START } from './place.ts';
import { ROOT, usePrograms } from './programs.ts';

describe('npm run backup and npm run restore', { timeout: 120_000 }, () => {
  const { run, startServer, post, folder } = usePrograms();
  const TOOL = (name: string) => `server/cli/${name}.ts`;

  const pairedAt = async (url: string, dataDir: string) => {
    const { text } = await run(TOOL('invite'), ['--name', 'Mia', '--data', dataDir]).ended;
    return PairAnswer.parse(
      await post(`${url}/pair`, { code: text.trim().split('/').at(-1), device: 'Chrome' }),
    );
  };
  const creating = (mid: number, customer: string) => ({
    ...{ mid, id: randomUUID(), v: 1, at: Date.now(), name: 'customer.create' },
    args: { customer, profile: { name: customer, addresses: [`${customer}@shop.example`], createdAt: 1 } },
  });
  const status = async (url: string, path: string, token: string) =>
    (await fetch(`${url}${path}`, { headers: { Authorization: `Bearer ${token}` } })).status;

  it('work beside a running server, and carry a laptop to PostgreSQL and back', async () => {
    const laptop = join(folder(), 'laptop');
    const { child, ended, url } = await startServer(0, { DATA_DIR: laptop });
    const { token, epoch } = await pairedAt(url, laptop);
    const clientId = randomUUID();
    const push = (at: string, mutation: unknown) =>
      post(`${at}/sync/push`, { clientId, epoch, sentAt: Date.now(), mutations: [mutation] }, token);
    const file = join(folder(), 'suki.backup');
    const lost = await pairedAt(url, laptop);
    await push(url, creating(1, 'ana'));
    const taken = await run(TOOL('backup'), [file, '--data', laptop]).ended;
    expect(taken.text).toMatch(/suki\.backup: [\d,]+ rows\.\n.*only you can read it/);
    await push(url, creating(2, 'ben'));
    const listed = await run(TOOL('devices'), ['list', '--data', laptop]).ended;
    const lostId = listed.text.trimEnd().split('\n').at(-1)?.split(' ')[0] ?? '';
    expect((await run(TOOL('devices'), ['revoke', lostId, '--data', laptop]).ended).code).toBe(0);
    const back = await run(TOOL('restore'), [file, '--data', laptop]).ended;
    expect([back.errors.includes('The backup is whole'), back.code]).toEqual([true, 0]);
    expect(back.text).toContain('a new history has begun');
    expect(back.text).toContain('1 device that was signed out after the backup stays signed out.');
    expect(await status(url, '/customers/ana', lost.token)).toBe(401);
    expect(await status(url, '/customers/ana', token)).toBe(200);
    expect(await status(url, '/customers/ben', token)).toBe(404);
    expect((await push(url, creating(2, 'ben'))).error.code).toBe('epoch-changed');
    const trail = await run('server/cli/audit.ts', ['--data', laptop, '--action', 'restore']).ended;
    expect(trail.text.trimEnd().split('\n')).toHaveLength(1);
    child.kill('SIGTERM');
    await ended;

    const place = await placeForTest('postgres');
    const env = { DATABASE_URL: place.databaseUrl ?? '' };
    const one = await startServer(0, { ...env, DATA_DIR: join(folder(), 'one') });
    const two = await startServer(0, { ...env, DATA_DIR: join(folder(), 'two') });
    await run(TOOL('invite'), ['--name', 'Somebody', '--data', join(folder(), 'one')]).ended;
    const other = await run(TOOL('restore'), [file], 0, env).ended;
    expect(other.errors).toMatch(/is of the workspace .* another one[\s\S]*--force/);
    const moved = await run(TOOL('restore'), [file, '--force'], 0, env).ended;
    expect([moved.code, moved.text.includes('rows are back')]).toEqual([0, true]);
    expect(moved.text).toContain('signed out after the backup are signed in again: npm run devices');
    for (const server of [one, two]) expect(await status(server.url, '/customers/ana', token)).toBe(200);

    const again = join(folder(), 'again.backup');
    expect((await run(TOOL('backup'), [again], 0, env).ended).code).toBe(0);
    const home = join(folder(), 'home');
    expect((await run(TOOL('restore'), [again, '--data', home]).ended).code).toBe(0);
    expect((await run(TOOL('doctor'), ['--data', home]).ended).text).toContain('All is well.');
  });

  it('[S64] killed at any moment, a restore has changed all or nothing', async () => {
    const place = await placeForTest('postgres');
    const store = await filled(place);
    const file = join(folder(), 'one');
    await backUp(place, file);
    await store.write(takeNumber);
    const env = { DATABASE_URL: place.databaseUrl ?? '' };
    for (const ms of [0, 1_050, 1_200]) {
      const before = await store.read(readStanding);
      const restoring = run(TOOL('restore'), [file], 0, env);
      const isClosed = () =>
        store.read((tx) => tx.selectFrom('meta').selectAll().where('key', '=', CLOSED).executeTakeFirst());
      while (!(await isClosed())) await sleep(5);
      await sleep(ms);
      restoring.child.kill('SIGKILL');
      await restoring.ended;
      const left = await isClosed();
      if (left) expect(Number(left.value)).toBeLessThanOrEqual(Date.now() + 60_000);
      // As a minute later: the store opens by itself.
      const operator = new pg.Client({ connectionString: place.databaseUrl });
      await operator.connect();
      await operator.query('delete from meta where key = $1', [CLOSED]);
      await operator.end();
      const after = await store.read(readStanding);
      const whole = await store.read(
        async (tx) => (await tx.selectFrom('customers').select('id').execute()).length,
      );
      expect(whole).toBe(200);
      if (after.epoch === before.epoch) expect(after).toEqual(before);
      else expect(after.head).toBe(Number(JSON.parse(streamIn(file))[1]));
    }
  });

  it('put a backup back where the database is damaged, when that is moved aside', async () => {
    const place = await placeForTest('sqlite');
    const { dataDir } = place;
    const store = await openAt(place, { now: START });
    await seedWorkspace(store, sampleWorkspace({ seed: 1, now: START }), START);
    const file = join(folder(), 'one');
    await backUp(place, file);
    await store.close();
    const db = join(dataDir, 'suki.db');
    const emptied = new DatabaseSync(db);
    emptied.exec('pragma wal_checkpoint(truncate)');
    emptied.close();
    const whole = readFileSync(db);
    const holes = Buffer.from(whole);
    holes.fill(0xff, 8 * 4_096, 8 * 4_096 + 9_000);
    const dropped = join(folder(), 'dropped.db');
    writeFileSync(dropped, whole);
    const dropping = new DatabaseSync(dropped);
    dropping.exec('pragma journal_mode = delete; drop table audit');
    dropping.close();
    for (const bytes of [Buffer.from('garbage '.repeat(9_000)), holes, readFileSync(dropped)]) {
      writeFileSync(db, bytes);
      const refused = await run(TOOL('restore'), [file, '--data', dataDir]).ended;
      expect(refused.errors).toMatch(/suki\.db in .* is damaged[\s\S]*mkdir damaged && mv[\s\S]*--force/);
      expect([refused.code, readdirSync(dataDir).includes('suki.db')]).toEqual([1, true]);
      const forced = await run(TOOL('restore'), [file, '--force', '--data', dataDir]).ended;
      expect(forced.errors).toContain(`${join(dataDir, 'damaged-')}`);
      expect([forced.code, forced.text.includes('rows are back')]).toEqual([0, true]);
      const [aside = ''] = readdirSync(dataDir).filter((name) => name.startsWith('damaged-'));
      expect(readFileSync(join(dataDir, aside, 'suki.db')).length).toBeGreaterThanOrEqual(bytes.length);
      rmSync(join(dataDir, aside), { recursive: true });
      expect((await run(TOOL('doctor'), ['--data', dataDir]).ended).code).toBe(0);
    }
  });

  it('name what was typed when a backup cannot be written there, and leave nothing behind', async () => {
    const place = await placeForTest('sqlite');
    const store = await openAt(place, { now: START });
    await seedWorkspace(store, sampleWorkspace({ seed: 1, now: START }), START);
    await store.close();
    const out = folder();
    const none = join(out, 'none', 'b');
    const cases: [string, string][] = [
      [out, `${out} is a folder, not a file.\nName the file in it: ${join(out, 'suki.backup')}\n`],
      [none, `${join(out, 'none')} is no folder.\nMake it first, or choose another place.\n`],
    ];
    for (const [file, says] of cases) {
      const { code, errors } = await run(TOOL('backup'), [file, '--data', place.dataDir]).ended;
      expect([code, errors]).toEqual([1, says]);
    }
    const file = join(out, 'large');
    const limited = spawnSync(
      'bash',
      [
        '-c',
        `ulimit -f 64 && exec "$0" "$@"`,
        process.execPath,
        TOOL('backup'),
        file,
        '--data',
        place.dataDir,
      ],
      { cwd: ROOT, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: '' } },
    );
    expect(limited.stderr).toMatch(/large would be larger than a file may be here\.\nRaise/);
    expect(limited.stderr).not.toMatch(/\n +at |\.part/);
    expect([limited.status, readdirSync(out)]).toEqual([1, []]);
  });

  it('say that a running server cannot reach its database, and where the data are', async () => {
    const place = await createPlace('postgres');
    const home = join(folder(), 'pa');
    const { child, ended } = await startServer(0, { DATABASE_URL: place.databaseUrl ?? '', DATA_DIR: home });
    const csv = join(folder(), 'people.csv');
    writeFileSync(csv, 'Email\nana@shop.example\n');
    for (const [tool, args] of [
      ['backup', [join(folder(), 'b')]],
      ['doctor', []],
    ] as const) {
      const { code, errors } = await run(TOOL(tool), [...args, '--data', home]).ended;
      expect([code, errors]).toEqual([
        1,
        expect.stringMatching(/of a server on PostgreSQL.*\n.*DATABASE_URL/),
      ]);
    }
    await place.remove();
    const { code, errors } = await run(TOOL('import'), ['customers', csv, '--data', home]).ended;
    expect(errors).toContain(`The server (pid ${child.pid}) runs but cannot reach its database.`);
    expect(code).toBe(1);
    child.kill('SIGTERM');
    await ended;
  });

  it('say what is wrong with how they were called, or with the file', async () => {
    const laptop = join(folder(), 'laptop');
    const file = join(folder(), 'nothing');
    writeFileSync(file, 'hello');
    const faults: [string, string[], RegExp][] = [
      ['backup', [], /Name one file/],
      ['backup', [join(folder(), 'none', 'x'), '--data', laptop], /There is no workspace/],
      ['restore', [], /Name one backup/],
      ['restore', [join(folder(), 'none')], /none does not exist/],
      ['restore', [file, '--data', laptop], /no backup at all/],
    ];
    for (const [tool, args, says] of faults) {
      const { code, text, errors } = await run(TOOL(tool), args).ended;
      expect(errors).toMatch(says);
      expect(errors).not.toMatch(/\n +at |node:internal/);
      expect([code, text]).toEqual([1, '']);
    }
  });
});
