import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as breathe, setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { checkBackup, restoreBackup } from '#server/backup/restore.ts';
import { storedTables } from '#server/backup/tables.ts';
import { CLOSED, StoreClosed } from '#server/store/gate.ts';
import { readStanding, readWorkspace, takeNumber } from '#server/store/workspace.ts';
import { backUp, dataIn, filled, linesIn, opened, restore, sourceOf, streamIn } from './backups.ts';
import { engines, openAt, placeForTest, START } from './place.ts';
import { createDevice, serverForTest } from './world.ts';

describe.each(engines)('a backup of a store on %s', (engine) => {
  const folderForTest = async (): Promise<string> => (await placeForTest('sqlite')).dataDir;

  it('has every table, in a file for this user alone, and nothing else is left beside it', async () => {
    const place = await placeForTest(engine);
    const store = await filled(place);
    const folder = await folderForTest();
    const file = join(folder, 'suki.backup');
    writeFileSync(file, 'the one of yesterday', { mode: 0o644 });
    const rows = await backUp(place, file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['suki.backup']);
    const tables = await store.read((tx) => tx.introspection.getTables());
    expect(new Set([...storedTables, 'migrations'])).toEqual(new Set(tables.map(({ name }) => name)));
    let onFile = 0;
    for (const table of storedTables)
      onFile += await store.read(async (tx) => {
        const { rows: counted } = await sql<{ n: number }>`
          select count(*) as n from ${sql.table(table)}
        `.execute(tx);
        return Number(counted[0]?.n);
      });
    expect(rows).toBe(onFile);
    expect((await checkBackup(sourceOf(file))).rows).toBe(onFile);
  });

  it.each(engines)('[S64] is the same data when it is put back on %s, under a new history', async (other) => {
    const place = await placeForTest(engine);
    const before = await filled(place);
    const folder = await folderForTest();
    const file = join(folder, 'one');
    await backUp(place, file);
    const target = await placeForTest(other);
    const after = await opened(target);
    await restore(after, file);
    const again = join(folder, 'two');
    await backUp(target, again);
    expect(dataIn(again)).toEqual(dataIn(file));
    const [was, is] = [await before.read(readStanding), await after.read(readStanding)];
    expect(is).toMatchObject({ head: was.head, floor: was.floor });
    expect(is.epoch).not.toBe(was.epoch);
    // Written to as any other.
    expect(await after.write(takeNumber)).toBe(was.head + 1);
  });

  it('[S64] is of one moment, whatever is written while it is taken', async () => {
    const place = await placeForTest(engine);
    const store = await filled(place);
    const file = join(await folderForTest(), 'one');
    let writing = true;
    const writes = (async () => {
      for (let n = 0; writing; n += 1) {
        await store.write(async (tx) => {
          await tx
            .insertInto('meta')
            .values({ key: `n${n}`, value: '' })
            .execute();
          await takeNumber(tx);
        });
        await breathe();
      }
    })();
    await sleep(20);
    await backUp(place, file);
    writing = false;
    await writes;
    const rows = linesIn(file);
    const head = Number(JSON.parse(streamIn(file))[1]);
    const written = rows.filter((line) => /^\["n\d+",""\]$/.test(line)).length;
    const { head: end } = await store.read(readStanding);
    expect(end).toBeGreaterThan(head);
    const total = await store.read((tx) =>
      tx
        .selectFrom('meta')
        .select('key')
        .where('key', 'like', 'n%')
        .where('key', '!=', 'nightly_at')
        .execute(),
    );
    expect(end - head).toBe(total.length - written);
  });

  it('that is cut short, changed or made up is refused, and nothing is touched', async () => {
    const place = await placeForTest(engine);
    const store = await filled(place);
    const folder = await folderForTest();
    const file = join(folder, 'one');
    await backUp(place, file);
    const standing = await store.read(readStanding);
    const bytes = readFileSync(file);
    const lines = linesIn(file);
    const row = lines.findIndex((line) => line.includes('Mia'));
    const packed = (changed: string[]) => gzipSync(`${changed.join('\n')}\n`);
    const edit = (from: RegExp, to: string) => {
      const text = lines.join('\n');
      expect(text).toMatch(from);
      return packed(text.replace(from, to).split('\n'));
    };
    const broken: [string, Buffer, RegExp][] = [
      ['half of it', bytes.subarray(0, bytes.length / 2), /cut short/],
      ['nothing', Buffer.alloc(0), /cut short|empty/],
      ['another file', Buffer.from('PK no backup'), /no backup at all/],
      // What a flipped bit unpacks to differs from file to file: it is refused, in whichever words.
      ...Array.from({ length: 40 }, (_, n): [string, Buffer, RegExp] => {
        const at = 10 + Math.floor(((bytes.length - 10) * n) / 40);
        const flipped = Buffer.from(bytes);
        flipped[at] = (bytes[at] ?? 0) ^ 64;
        return [`a flipped bit in byte ${at}`, flipped, /cannot be used/];
      }),
      ['without its end', packed(lines.slice(0, -1)), /cut short/],
      ['a row less', packed(lines.toSpliced(row, 1)), /1 rows of members are missing/],
      ['a row more', packed(lines.toSpliced(row, 0, lines[row] ?? '')), /a row too many/],
      ['more behind its end', packed([...lines, '[]']), /comes after the end/],
      ['another name', edit(/Mia/, 'Max'), /changed after/],
      ['another format', edit(/"format":1/, '"format":2'), /line 1, format/],
      ['a strange table', edit(/"table":"members"/, '"table":"membres"'), /no table of this version/],
      ['SQL for a column', edit(/"columns":\["id","name"/, '"columns":["id) --","name"'), /columns/],
    ];
    for (const [what, changed, says] of broken) {
      const path = join(folder, 'broken');
      writeFileSync(path, changed);
      await expect(restore(store, path), what).rejects.toThrow(says);
    }
    // Also when it was whole while it was checked: what was written by then is taken back.
    const changed = join(folder, 'changed');
    writeFileSync(changed, edit(/Mia/, 'Max'));
    const late = restoreBackup(store, await checkBackup(sourceOf(file)), sourceOf(changed), {
      uuid: randomUUID,
      force: false,
    });
    await expect(late).rejects.toThrow(/changed after/);
    expect(await store.read(readStanding)).toEqual(standing);
    await backUp(place, join(folder, 'two'));
    expect(linesIn(join(folder, 'two'))).toEqual(lines);
  });

  it('of another version or another workspace is refused, with what to do', async () => {
    const place = await placeForTest(engine);
    await filled(place);
    const folder = await folderForTest();
    const file = join(folder, 'one');
    await backUp(place, file);
    const header = await checkBackup(sourceOf(file));
    const other = await filled(await placeForTest(engine));
    const into = (migrations: string[], force = false) =>
      restoreBackup(other, { ...header, migrations }, sourceOf(file), { uuid: randomUUID, force });
    await expect(into(header.migrations.slice(0, -1))).rejects.toThrow(/older version/);
    await expect(into([...header.migrations, '9999-later'])).rejects.toThrow(/newer version.*9999-later/);
    await expect(into(header.migrations)).rejects.toThrow(/another one/);
    // Both have the name that every workspace has at first.
    const ids = [header.workspace.id, (await readWorkspace(other)).id].map((id) => id.slice(0, 8));
    await expect(into(header.migrations)).rejects.toThrow(new RegExp(`${ids[0]}.*${header.at}.*${ids[1]}`));
    await into(header.migrations, true);
    expect((await checkBackup(sourceOf(file))).rows).toBe(header.rows);
  });
});

describe.each(engines)('while a backup is put back on %s', (engine) => {
  const prepared = async () => {
    const place = await placeForTest(engine);
    const store = await filled(place);
    const file = join((await placeForTest('sqlite')).dataDir, 'one');
    await backUp(place, file);
    return { place, store, file };
  };

  it('[S64] nobody else can write, everybody can read what was, and afterwards all can write again', async () => {
    const { place, store, file } = await prepared();
    // Of PostgreSQL the one who looks on is another process.
    const other = engine === 'postgres' ? await opened(place) : store;
    const before = await store.read(readStanding);
    const header = await checkBackup(sourceOf(file));
    let looked = false;
    const restored = restoreBackup(store, header, sourceOf(file), {
      uuid: randomUUID,
      force: false,
      onProgress: () => {
        looked = true;
      },
    });
    while (!looked) await sleep(1);
    await expect(other.write(takeNumber)).rejects.toThrow(StoreClosed);
    expect(await other.read(readStanding)).toEqual(before);
    const second = restoreBackup(other, header, sourceOf(file), { uuid: randomUUID, force: false });
    await expect(second).rejects.toThrow(/Another backup/);
    await restored;
    expect(await other.write(takeNumber)).toBe(before.head + 1);
    expect((await other.read(readStanding)).epoch).not.toBe(before.epoch);
  });

  it('[S64] what began to write before cannot end after it, and is done again on what is there then', async () => {
    const { place, store, file } = await prepared();
    const other = engine === 'postgres' ? await opened(place) : store;
    const header = await checkBackup(sourceOf(file));
    const seen: string[] = [];
    const began = Promise.withResolvers<void>();
    const slow = other.write(async (tx) => {
      const { epoch } = await readStanding(tx);
      seen.push(epoch);
      began.resolve();
      // Longer than those who close the store wait for others.
      if (seen.length === 1) await sleep(2_500);
      return takeNumber(tx);
    });
    await began.promise;
    await restoreBackup(store, header, sourceOf(file), { uuid: randomUUID, force: false });
    const number = await slow;
    const { head, epoch } = await store.read(readStanding);
    if (engine === 'sqlite') {
      // It has one writer: who came first ended first, and what it wrote is gone with the rest of that history.
      expect(seen).toHaveLength(1);
      expect(epoch).not.toBe(seen[0]);
    } else {
      expect([seen.length, seen[1], number]).toEqual([2, epoch, head]);
    }
  });
});

describe('a restore that was killed', () => {
  it('keeps nobody out for longer than a minute, and has changed nothing', async () => {
    const place = await placeForTest('postgres');
    const clock = { now: START };
    const store = await openAt(place, clock);
    onTestFinished(store.close);
    // What it leaves: its mark. What it wrote went with its connection.
    await store.write((tx) =>
      tx
        .insertInto('meta')
        .values({ key: CLOSED, value: String(START + 60_000) })
        .execute(),
    );
    await expect(store.write(takeNumber)).rejects.toThrow(StoreClosed);
    clock.now += 18_000;
    const mend = expect.stringContaining('cut off, this ends by itself within 42 seconds');
    await expect(store.write(takeNumber)).rejects.toMatchObject({ mend });
    await expect(store.whileClosed(async () => {})).rejects.toMatchObject({ mend });
    clock.now += 42_000;
    expect(await store.write(takeNumber)).toBe(1);
  });

  it('is told in the log once for each push that it refuses, and not as a fault', async () => {
    const server = await serverForTest(await placeForTest('postgres'));
    const mia = await createDevice(server, 'Mia');
    await server.store.write((tx) =>
      tx
        .insertInto('meta')
        .values({ key: CLOSED, value: String(START + 60_000) })
        .execute(),
    );
    server.lines.length = 0;
    const refused = await mia.push([mia.creating('ana', 'ana@shop.example')]);
    expect(refused.status).toBe(503);
    const said = server.lines.map((line) => JSON.parse(line)).filter(({ level }) => level !== 'info');
    expect(said).toMatchObject([{ level: 'warn', event: 'request-failed', error: 'StoreClosed' }]);
  });
});
