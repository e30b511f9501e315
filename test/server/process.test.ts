import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { WIRE } from '#lib/contract/sync.ts';
import { ROOT, usePrograms } from './programs.ts';

/** The real programs, as real processes. */
describe('the server as a process', () => {
  const { run, startServer, makeWorkspace, post, pairedWith, started, folder, moveTo } = usePrograms();
  const creating = (mid: number) => ({
    mid,
    id: randomUUID(),
    v: 1,
    at: Date.now(),
    name: 'customer.create',
    args: {
      customer: `c${mid}`,
      profile: { name: `C ${mid}`, addresses: [`c${mid}@shop.example`], createdAt: 1 },
    },
  });

  it('stops cleanly on SIGTERM, with a live stream open, and leaves no control file', async () => {
    const { child, ended, url } = await startServer();
    const { token } = await pairedWith(url);
    expect(statSync(join(folder(), 'control.json')).mode & 0o777).toBe(0o600);
    const live = await fetch(`${url}/sync/live`, { headers: { Authorization: `Bearer ${token}` } });
    child.kill('SIGTERM');
    expect((await ended).code).toBe(0);
    await live.body?.cancel();
    expect(existsSync(join(folder(), 'control.json'))).toBe(false);
  });

  it('says which port is in use, and which process holds the folder', async () => {
    const { child, url } = await startServer();
    const held = await run('server/main.ts').ended;
    expect(held.code).toBe(1);
    expect(held.errors).toContain(`pid ${child.pid}`);
    const other = mkdtempSync(join(tmpdir(), 'suki-process-'));
    const before = moveTo(other);
    const port = Number(new URL(url).port);
    const refused = await run('server/main.ts', [], port).ended;
    moveTo(before);
    rmSync(other, { recursive: true, force: true });
    expect(refused.code).toBe(1);
    expect(refused.errors).toContain(`Port ${port} is in use`);
    expect(refused.errors).toContain('PORT=');
  });

  it('keeps every push that it has acknowledged through kill -9, and starts again at once', async () => {
    const first = await startServer();
    const { token, epoch } = await pairedWith(first.url);
    const clientId = randomUUID();
    let acknowledged = 0;
    const pushing = (async () => {
      for (let mid = 1; ; mid += 1) {
        const body = { clientId, epoch, sentAt: Date.now(), mutations: [creating(mid)] };
        const answer = await post(`${first.url}/sync/push`, body, token);
        if (answer.results[0].status !== 'applied') throw new Error('not applied');
        acknowledged = mid;
        if (mid === 25) first.child.kill('SIGKILL');
      }
    })().catch(() => {});
    await first.ended;
    await pushing;
    expect(acknowledged).toBeGreaterThanOrEqual(25);
    const second = await startServer();
    const hello = await post(`${second.url}/sync/hello`, { clientId, wire: WIRE.version }, token);
    expect(hello.epoch).toBe(epoch);
    expect(hello.lmid).toBeGreaterThanOrEqual(acknowledged);
    expect(hello.customers).toBe(hello.lmid);
  });

  it('ends when npm, which started it, is asked to', async () => {
    const child = spawn('npm', ['run', 'server'], {
      cwd: ROOT,
      env: { ...process.env, NODE_OPTIONS: '', PORT: '0', DATA_DIR: folder(), DATABASE_URL: '' },
    });
    started.push(child);
    while (!existsSync(join(folder(), 'control.json'))) await sleep(20);
    const ended = once(child, 'close');
    child.kill('SIGTERM');
    await ended;
    // It closes what npm gave it to write to when it has ended, not before.
    expect(existsSync(join(folder(), 'control.json'))).toBe(false);
  });

  it('does not start with an option that it does not have, nor where no folder can be made', async () => {
    const wrong = await run('server/main.ts', ['--bogus']).ended;
    expect(wrong).toMatchObject({ code: 1 });
    expect(wrong.errors).toContain("Unknown option '--bogus'");
    const nowhere = await run('server/main.ts', ['--data', '/proc/suki']).ended;
    expect(nowhere).toMatchObject({ code: 1 });
    expect(nowhere.errors).toContain('/proc/suki');
    expect(await run('server/main.ts', ['--help']).ended).toMatchObject({ code: 0 });
  });

  it('imports from the command line, alone and beside a running server, with the same sums', async () => {
    const file = join(folder(), 'customers.csv');
    // With an end of line that only some programs take for one.
    writeFileSync(file, 'Email,Name\nana@shop.example,Ana\nnobody,B\u2028en\n');
    await makeWorkspace();
    const alone = await run('server/cli/import.ts', ['customers', file]).ended;
    expect(alone.errors).toContain('rows/s');
    expect(alone.text).toContain('2 rows = 1 new + 0 completed + 0 already there + 1 rejected');
    const rejects = join(folder(), 'customers.rejects.csv');
    expect(readFileSync(rejects, 'utf8')).toMatch(/^line,reason,mend,Email,Name\n3,.*nobody,B\u2028en\n$/s);
    const { url } = await startServer();
    const beside = await run('server/cli/import.ts', ['customers', file]).ended;
    expect(beside.text).toContain('2 rows = 0 new + 0 completed + 1 already there + 1 rejected');
    expect(readFileSync(rejects, 'utf8')).toContain('nobody');
    writeFileSync(file, 'Colour\nred\n');
    const wrong = await run('server/cli/import.ts', ['customers', file]).ended;
    expect(wrong.code).toBe(1);
    expect(wrong.errors).toContain('Colour');
    const { token } = await pairedWith(url);
    const hello = await post(`${url}/sync/hello`, { clientId: randomUUID(), wire: WIRE.version }, token);
    expect(hello.customers).toBe(1);
  });

  it('says what an operator did wrong without a stack: options, folders for files, files for folders', async () => {
    const file = join(folder(), 'a-file');
    writeFileSync(file, '');
    const faults: [string, string[], Record<string, string>, RegExp][] = [
      ['import', ['customers', folder()], {}, /is a folder/],
      ['import', ['customers', join(folder(), 'none.csv')], {}, /none\.csv does not exist/],
      ['import', ['customers', file, '--dry'], {}, /--dry[^-][\s\S]*--dry-run/],
      ['invite', ['--nam', 'Mia'], {}, /--nam[^e][\s\S]*--name/],
      ['devices', [], {}, /npm run devices/],
      ['new-epoch', ['--all'], {}, /--all/],
      ['invite', ['--name', 'Mia'], { DATA_DIR: file }, /a-file is a file, not a folder/],
      ['devices', ['list'], { DATA_DIR: join(file, 'data') }, /There is no workspace in .*a-file\/data\./],
    ];
    for (const [script, args, env, says] of faults) {
      const { code, text, errors } = await run(`server/cli/${script}.ts`, args, 0, env).ended;
      expect(errors).toMatch(says);
      expect(errors).not.toMatch(/\n +at |node:internal/);
      expect([code, text]).toEqual([1, '']);
    }
    const server = await run('server/main.ts', [], 0, { DATA_DIR: file }).ended;
    expect(server.errors).toMatch(/^.*a-file is a file, not a folder\.\n.*\n$/);
    expect(server.code).toBe(1);
  });

  it('takes the kind of event in any spelling, and names the near ones of a wrong one', async () => {
    await makeWorkspace();
    const customers = join(folder(), 'customers.csv');
    writeFileSync(customers, 'Email,Name\nana@shop.example,Ana\n');
    await run('server/cli/import.ts', ['customers', customers]).ended;
    const file = join(folder(), 'orders.csv');
    writeFileSync(file, 'Email,Date,Amount,Currency\nana@shop.example,2024-01-01,5,EUR\n');
    const wrong = await run('server/cli/import.ts', ['events', file, '--type', 'Order Finished']).ended;
    expect(wrong.code).toBe(1);
    expect(wrong.errors).toMatch(/"Order Finished" is no event.*\nPerhaps .*Order /);
    const right = await run('server/cli/import.ts', ['events', file, '--type', 'order completed']).ended;
    expect(right.text).toContain('1 row = 1 new');
  });

  it('an import whose server is killed says to run it again, and that goes on where it was', async () => {
    const rows = 60_000;
    const file = join(folder(), 'customers.csv');
    const lines = Array.from({ length: rows }, (_, n) => `p${n}@shop.example,P ${n}`);
    writeFileSync(file, `Email,Name\n${lines.join('\n')}\n`);
    const { child, ended } = await startServer();
    const cut = run('server/cli/import.ts', ['customers', file]);
    const db = new DatabaseSync(join(folder(), 'suki.db'), { readOnly: true, timeout: 5_000 });
    const done = db.prepare('select rows_done as n from imports');
    while (cut.child.exitCode === null && Number(done.get()?.n ?? 0) === 0) await sleep(2);
    child.kill('SIGKILL');
    await ended;
    db.close();
    const { code, errors } = await cut.ended;
    expect(errors).toContain('Run the same command again');
    expect(errors).not.toMatch(/\n +at |node:internal/);
    expect(code).toBe(1);
    const again = await run('server/cli/import.ts', ['customers', file]).ended;
    expect(again.errors).toContain('Going on after');
    expect(again.text).toContain('60,000 rows = 60,000 new');
  });

  it('names the setting that is wrong', async () => {
    const { code, errors } = await run('server/main.ts', [], 99_999).ended;
    expect(code).toBe(1);
    expect(errors).toContain('PORT');
  });
});
