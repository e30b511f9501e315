import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WIRE } from '#lib/contract/sync.ts';

const ROOT = join(import.meta.dirname, '../..');

/** The real programs, as real processes. */
describe('the server as a process', () => {
  let folder: string;
  const started: ChildProcess[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'suki-process-'));
  });
  afterEach(async () => {
    for (const child of started.splice(0)) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    rmSync(folder, { recursive: true, force: true });
  });

  const run = (script: string, args: string[] = [], port = 0, env: Record<string, string> = {}) => {
    const child = spawn(process.execPath, [join(ROOT, script), ...args], {
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        PORT: String(port),
        DATA_DIR: folder,
        DATABASE_URL: '',
        PUBLIC_URL: '',
        ...env,
      },
    });
    started.push(child);
    const out = { text: '', errors: '' };
    child.stdout.on('data', (chunk) => (out.text += chunk));
    child.stderr.on('data', (chunk) => (out.errors += chunk));
    const ended = once(child, 'close').then(([code]) => ({ code, ...out }));
    return { child, ended };
  };
  const startServer = async (port = 0, env: Record<string, string> = {}) => {
    const { child, ended } = run('server/main.ts', [], port, env);
    const url = await new Promise<string>((resolve, reject) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        const entry = JSON.parse(line);
        if (entry.event === 'started') resolve(entry.url);
      });
      void ended.then(({ errors }) => reject(new Error(errors)));
    });
    return { child, ended, url };
  };
  const post = async (url: string, body: unknown, token = '') => {
    const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
    return response.json();
  };
  const pairedWith = async (url: string) => {
    const { text } = await run('server/cli/invite.ts', ['--name', 'Mia']).ended;
    expect(text).toMatch(new RegExp(`^${url}/pair/[\\w-]{43}\\n$`));
    return post(`${url}/pair`, { code: text.trim().split('/').at(-1), device: 'Chrome' });
  };
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
    expect(statSync(join(folder, 'control.json')).mode & 0o777).toBe(0o600);
    const live = await fetch(`${url}/sync/live`, { headers: { Authorization: `Bearer ${token}` } });
    child.kill('SIGTERM');
    expect((await ended).code).toBe(0);
    await live.body?.cancel();
    expect(existsSync(join(folder, 'control.json'))).toBe(false);
  });

  it('lists and revokes devices and links from the command line, alone and beside a running server', async () => {
    const { child, ended, url } = await startServer();
    const mia = await pairedWith(url);
    const ben = await pairedWith(url);
    const get = (token: string) =>
      fetch(`${url}/sync/digest`, { headers: { Authorization: `Bearer ${token}` } });
    const listed = await run('server/cli/devices.ts', ['list']).ended;
    expect(listed.text.split('\n')).toHaveLength(3);
    expect(listed.text).toContain(mia.device);
    expect((await run('server/cli/devices.ts', ['revoke', mia.device]).ended).code).toBe(0);
    expect((await get(mia.token)).status).toBe(401);
    expect((await get(ben.token)).status).toBe(200);
    const link = (await run('server/cli/invite.ts', ['--name', 'Eve']).ended).text.trim();
    expect((await run('server/cli/invite.ts', ['--revoke', link]).ended).code).toBe(0);
    const answer = await post(`${url}/pair`, { code: link.split('/').at(-1), device: 'Chrome' });
    expect(answer.error.code).toBe('pairing-expired');
    child.kill('SIGTERM');
    await ended;
    expect((await run('server/cli/devices.ts', ['revoke', ben.device]).ended).code).toBe(0);
    const again = await run('server/cli/devices.ts', ['revoke', ben.device]).ended;
    expect(again.code).toBe(1);
    expect(again.errors).toContain('devices -- list');
    expect((await run('server/cli/devices.ts', ['list']).ended).text.match(/revoked/g)).toHaveLength(2);
  });

  it('invites to the public address, and says so when it knows none', async () => {
    const { child, ended, url } = await startServer(0, { PUBLIC_URL: 'https://suki.example.com/team/' });
    const known = await run('server/cli/invite.ts', ['--name', 'Mia']).ended;
    expect(known.text).toMatch(/^https:\/\/suki\.example\.com\/team\/pair\/[\w-]{43}\n$/);
    expect(known.errors).not.toContain('this machine only');
    const page = await (await fetch(`${url}/pair/${known.text.trim().split('/').at(-1)}`)).text();
    expect(page).toContain(known.text.trim());
    child.kill('SIGTERM');
    await ended;
    const local = await run('server/cli/invite.ts', ['--name', 'Mia']).ended;
    expect(local.text).toMatch(/^http:\/\/127\.0\.0\.1:/);
    expect(local.errors).toContain('this machine only');
    const wrong = await run('server/cli/invite.ts', ['--name', 'Mia', '--address', 'suki.example.com']).ended;
    expect(wrong.code).toBe(1);
    expect(wrong.errors).toContain('https://suki.example.com');
  });

  it('says which port is in use, and which process holds the folder', async () => {
    const { child, url } = await startServer();
    const held = await run('server/main.ts').ended;
    expect(held.code).toBe(1);
    expect(held.errors).toContain(`pid ${child.pid}`);
    const other = mkdtempSync(join(tmpdir(), 'suki-process-'));
    const before = folder;
    folder = other;
    const port = Number(new URL(url).port);
    const refused = await run('server/main.ts', [], port).ended;
    folder = before;
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

  it('imports from the command line, alone and beside a running server, with the same sums', async () => {
    const file = join(folder, 'customers.csv');
    writeFileSync(file, 'Email,Name\nana@shop.example,Ana\nnobody,Ben\n');
    const alone = await run('server/cli/import.ts', ['customers', file]).ended;
    expect(alone.errors).toContain('rows/s');
    expect(alone.text).toContain('2 rows = 1 new + 0 completed + 0 already there + 1 rejected');
    const rejects = join(folder, 'customers.rejects.csv');
    expect(readFileSync(rejects, 'utf8')).toMatch(/^line,reason,mend,Email,Name\n3,.*nobody,Ben\n$/);
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
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    const faults: [string, string[], Record<string, string>, RegExp][] = [
      ['import', ['customers', folder], {}, /is a folder/],
      ['import', ['customers', join(folder, 'none.csv')], {}, /none\.csv does not exist/],
      ['import', ['customers', file, '--dry'], {}, /--dry[^-][\s\S]*--dry-run/],
      ['invite', ['--nam', 'Mia'], {}, /--nam[^e][\s\S]*--name/],
      ['devices', [], {}, /npm run devices/],
      ['new-epoch', ['--all'], {}, /--all/],
      ['invite', ['--name', 'Mia'], { DATA_DIR: file }, /a-file is a file, not a folder/],
      ['devices', ['list'], { DATA_DIR: join(file, 'data') }, /leads through a file/],
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
    const customers = join(folder, 'customers.csv');
    writeFileSync(customers, 'Email,Name\nana@shop.example,Ana\n');
    await run('server/cli/import.ts', ['customers', customers]).ended;
    const file = join(folder, 'orders.csv');
    writeFileSync(file, 'Email,Date,Amount,Currency\nana@shop.example,2024-01-01,5,EUR\n');
    const wrong = await run('server/cli/import.ts', ['events', file, '--type', 'Order Finished']).ended;
    expect(wrong.code).toBe(1);
    expect(wrong.errors).toMatch(/"Order Finished" is no event.*\nPerhaps .*Order /);
    const right = await run('server/cli/import.ts', ['events', file, '--type', 'order completed']).ended;
    expect(right.text).toContain('1 row = 1 new');
  });

  it('an import whose server is killed says to run it again, and that goes on where it was', async () => {
    const rows = 60_000;
    const file = join(folder, 'customers.csv');
    const lines = Array.from({ length: rows }, (_, n) => `p${n}@shop.example,P ${n}`);
    writeFileSync(file, `Email,Name\n${lines.join('\n')}\n`);
    const { child, ended } = await startServer();
    const cut = run('server/cli/import.ts', ['customers', file]);
    const db = new DatabaseSync(join(folder, 'suki.db'), { readOnly: true, timeout: 5_000 });
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
