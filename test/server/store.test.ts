import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { beforeEach, describe, expect, inject, it } from 'vitest';
import { StoreHeld } from '#server/store/errors.ts';
import { migrate } from '#server/store/migrate.ts';
import { openPostgres } from '#server/store/postgres.ts';
import { isCrowded, isTransient, withRetry } from '#server/store/retry.ts';
import { readStanding, readWorkspace, renewEpoch } from '#server/store/workspace.ts';
import { openAt, type Place, placeForTest, START, strictEngines } from './world.ts';

describe.each(strictEngines)('the store on %s', (engine) => {
  let place: Place;
  beforeEach(async () => {
    place = await placeForTest(engine);
  });

  it('is made from nothing, and opening it again changes nothing', async () => {
    const first = await openAt(place, { now: START });
    const workspace = await readWorkspace(first);
    expect(await migrate(first, START)).toEqual([]);
    await first.close();
    const second = await openAt(place, { now: START });
    expect(await readWorkspace(second)).toEqual(workspace);
    await second.close();
  });

  it('refuses data of a newer version, by name', async () => {
    const store = await openAt(place, { now: START });
    await store.write((tx) =>
      tx.insertInto('migrations').values({ name: '9999-later', applied_at: 1 }).execute(),
    );
    await store.close();
    await expect(openAt(place, { now: START })).rejects.toThrow(/newer version.*9999-later/);
  });

  it('begins a new history on request', async () => {
    const store = await openAt(place, { now: START });
    const { epoch } = await store.read(readStanding);
    const next = await renewEpoch(store, () => '11111111-1111-4111-8111-111111111111');
    expect(next).not.toBe(epoch);
    expect((await store.read(readStanding)).epoch).toBe(next);
    await store.close();
  });

  it('opens data of version 0.1, and knows of its answers who called a play a bad idea', async () => {
    const store = await openAt(place, { now: START });
    const event = (id: string, type: string, by: string) => ({
      ...{ id, type, source: 'suki:device', customer_id: 'ana', at: START, data: '{}' },
      ...{ by_name: by, member_id: null, received_at: START },
    });
    await store.write(async (tx) => {
      // Back to the tables of then.
      for (const change of [
        ...['drop table playbook_versions', 'drop table decisions', 'drop index dismissals_by_age'],
        ...['alter table outcomes drop column bad', 'alter table outcomes drop column critic'],
        ...[
          'pins',
          'known_hashes',
          'filter_shards',
          'playbook_outcomes',
          'audit',
          'reports',
          'report_counts',
        ].map((t) => `drop table ${t}`),
        ...['owner', 'team', 'due', 'scope_seq'].map((column) => `drop index customers_by_${column}`),
        ...['drop index customers_gone', 'drop index devices_by_next_hash'],
        ...['owner', 'team', 'scope_seq', 'due', 'gone_at'].map(
          (c) => `alter table customers drop column ${c}`,
        ),
        ...['token_until', 'next_hash', 'next_until'].map((c) => `alter table devices drop column ${c}`),
        'alter table members drop column teams',
        "insert into meta (key, value) values ('epoch', 'of then')",
        ...['epoch', 'floor'].map((c) => `alter table sync_stream drop column ${c}`),
        "delete from migrations where name in ('0003-lifecycle', '0004-scopes', '0005-reports')",
        `insert into customers (id, seq, profile, facts, timeline, events, fold_version, gone)
          values ('ana', 1, '{}', '{}', '[]', 2, 1, 0)`,
      ])
        await sql.raw(change).execute(tx);
      await tx
        .insertInto('events')
        .values([event('e1', 'Action Dismissed', 'Mia'), event('e2', 'Action Unhelpful', 'Mia')])
        .execute();
      for (const id of ['e1', 'e2'])
        await sql`insert into outcomes (source, id, play, stage, helped)
          values ('suki:device', ${id}, 'check_in', 'engage', 0)`.execute(tx);
    });
    expect(await migrate(store, START)).toEqual(['0003-lifecycle', '0004-scopes', '0005-reports']);
    expect(await store.read(readStanding)).toMatchObject({ epoch: 'of then', floor: 0 });
    const marked = await store.read((tx) => tx.selectFrom('refolds').selectAll().execute());
    expect(marked).toEqual([{ customer_id: 'ana' }]);
    const rows = await store.read((tx) =>
      tx.selectFrom('outcomes').select(['id', 'bad', 'critic']).orderBy('id').execute(),
    );
    expect(rows).toEqual([
      { id: 'e1', bad: 1, critic: 'Mia' },
      { id: 'e2', bad: 0, critic: null },
    ]);
    await store.close();
  });

  it('takes back a write that fails half-way', async () => {
    const store = await openAt(place, { now: START });
    const failing = store.write(async (tx) => {
      await tx.insertInto('meta').values({ key: 'half', value: 'x' }).execute();
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    const rows = await store.read((tx) =>
      tx.selectFrom('meta').selectAll().where('key', '=', 'half').execute(),
    );
    expect(rows).toEqual([]);
    await store.close();
  });
});

describe('opening', () => {
  it('makes a folder and a database that only this user can read, and leaves the mode of a folder that was there', async () => {
    const place = await placeForTest('sqlite');
    const mode = (path: string) => statSync(path).mode & 0o777;
    const made = join(place.dataDir, 'made');
    const store = await openAt({ ...place, dataDir: made }, { now: START });
    expect(mode(made)).toBe(0o700);
    const files = readdirSync(made).filter((name) => name.startsWith('suki.db'));
    expect(files.sort()).toEqual(['suki.db', 'suki.db-shm', 'suki.db-wal']);
    for (const name of files) expect(mode(join(made, name))).toBe(0o600);
    await store.close();
    const shared = join(place.dataDir, 'shared');
    mkdirSync(shared, { mode: 0o755 });
    await (await openAt({ ...place, dataDir: shared }, { now: START })).close();
    expect(mode(shared)).toBe(0o755);
    expect(mode(join(shared, 'suki.db'))).toBe(0o600);
  });

  it('a folder twice fails and names the process that holds it; after it is closed it works', async () => {
    const place = await placeForTest('sqlite');
    const first = await openAt(place, { now: START });
    const second = await openAt(place, { now: START }).catch((error: unknown) => error);
    expect(second).toBeInstanceOf(StoreHeld);
    expect(String(second)).toContain(`pid ${process.pid}`);
    await first.close();
    const third = await openAt(place, { now: START });
    await third.close();
  });

  it('one empty PostgreSQL by four processes at the same moment makes one workspace', async () => {
    const place = await placeForTest('postgres');
    const stores = await Promise.all(Array.from({ length: 4 }, () => openAt(place, { now: START })));
    const standings = await Promise.all(stores.map((store) => store.read(readStanding)));
    expect(new Set(standings.map(({ epoch }) => epoch)).size).toBe(1);
    await Promise.all(stores.map((store) => store.close()));
  });

  it('an unreachable PostgreSQL says where it looked, without the password', async () => {
    const error = await openPostgres('postgres://suki:secret@127.0.0.1:1/shop').catch(
      (caught: unknown) => caught,
    );
    expect(String(error)).toContain('127.0.0.1:1/shop');
    expect(String(error)).not.toContain('secret');
  });
});

describe('retrying', () => {
  const deps = { random: () => 0.5, sleep: async () => {} };
  const failure = (code: string) => Object.assign(new Error('x'), { code });

  it.each([
    ['a passing fault', '40P01', 6],
    ['a mere conflict', '40001', 60],
  ])('[S51] does a write again after %s (%s), %i times in all', async (_, code, most) => {
    let tries = 0;
    const work = async () => {
      tries += 1;
      if (tries < most) throw failure(code);
      return 'done';
    };
    expect(await withRetry(deps, work)).toBe('done');
    expect(tries).toBe(most);
    tries = -100;
    await expect(withRetry(deps, work)).rejects.toThrow();
    expect(tries).toBe(most - 100);
  });

  it('does not repeat what would fail again', async () => {
    let tries = 0;
    const work = async () => {
      tries += 1;
      throw failure('23505');
    };
    await expect(withRetry(deps, work)).rejects.toThrow();
    expect(tries).toBe(1);
  });

  it('knows a crowd before the connections of its own, which is not tried again at once', async () => {
    const pool = new pg.Pool({
      connectionString: inject('postgresUrl'),
      max: 1,
      connectionTimeoutMillis: 500,
    });
    const only = await pool.connect();
    const error: unknown = await pool.query('select 1').catch((reason: unknown) => reason);
    only.release();
    await pool.end();
    expect([isCrowded(error), isTransient(error)]).toEqual([true, false]);
    expect(isCrowded(failure('40P01'))).toBe(false);
  });

  it('knows busy SQLite, deadlocks and lost connections', () => {
    expect(isTransient(Object.assign(new Error(), { code: 'ERR_SQLITE_ERROR', errcode: 517 }))).toBe(true);
    expect(isTransient(failure('40P01'))).toBe(true);
    expect(isTransient(failure('08006'))).toBe(true);
    expect(isTransient(failure('ECONNRESET'))).toBe(true);
    expect(isTransient(Object.assign(new Error(), { code: 'ERR_SQLITE_ERROR', errcode: 19 }))).toBe(false);
  });
});
