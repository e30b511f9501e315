import { randomUUID } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { usePrograms } from './programs.ts';
import { placeForTest } from './world.ts';

/** What an operator calls from the command line. */
describe('the tools', () => {
  const { run, startServer, post, pairedWith, folder } = usePrograms();

  it('make no workspace where there is none, and say so', { timeout: 120_000 }, async () => {
    const file = join(folder(), 'customers.csv');
    writeFileSync(file, 'Email,Name\nana@shop.example,Ana\n');
    const tools: [string, string[]][] = [
      ['invite', ['--name', 'Mia']],
      ['devices', ['list']],
      ['audit', []],
      ['nightly', []],
      ['new-epoch', []],
      ['backup', [join(folder(), 'suki.backup')]],
      ['doctor', []],
      ['import', ['customers', file]],
    ];
    for (const data of [folder(), join(folder(), 'mistyped')])
      for (const [tool, args] of tools) {
        const { code, text, errors } = await run(`server/cli/${tool}.ts`, [...args, '--data', data]).ended;
        expect(errors).toContain(`There is no workspace in ${data}.\nName its folder with --data`);
        expect([code, text]).toEqual([1, '']);
      }
    expect(readdirSync(folder())).toEqual(['customers.csv']);
  });

  it.each(['invite', 'devices', 'audit', 'nightly', 'new-epoch', 'import', 'backup', 'restore', 'doctor'])(
    '%s tells how it is called',
    async (tool) => {
      const { code, text, errors } = await run(`server/cli/${tool}.ts`, ['--help']).ended;
      expect(text).toMatch(new RegExp(`^[A-Z].*\\.\n\n[^]*npm run ${tool} `));
      expect([code, errors]).toEqual([0, '']);
    },
  );

  it('with PostgreSQL too the command line finds the server by its folder, and makes no second store', async () => {
    const place = await placeForTest('postgres');
    const { child, ended, url } = await startServer(0, { DATABASE_URL: place.databaseUrl ?? '' });
    await pairedWith(url);
    expect((await run('server/cli/devices.ts', ['list']).ended).text).toContain('Mia');
    child.kill('SIGTERM');
    await ended;
    expect(readdirSync(folder())).toEqual([]);
  });

  it('lists and revokes devices and links from the command line, alone and beside a running server', async () => {
    const { child, ended, url } = await startServer();
    const mia = await pairedWith(url);
    const ben = await pairedWith(url);
    const get = (token: string) =>
      fetch(`${url}/v1/playbook`, { headers: { Authorization: `Bearer ${token}` } });
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

  it('tell who saw and changed what, alone and beside a running server', async () => {
    const { child, ended, url } = await startServer();
    const mia = await pairedWith(url);
    await run('server/cli/invite.ts', ['--name', 'Ben', '--team', 'North', '--team', 'South']).ended;
    await run('server/cli/backup.ts', [join(folder(), 'copy.suki')]).ended;
    const beside = await run('server/cli/audit.ts').ended;
    expect(beside.text.split('\n').map((line) => line.split('  ').slice(1).join(' '))).toEqual([
      'operator backup',
      'operator invite-made of=Ben',
      'Mia Chrome paired',
      'operator invite-made of=Mia',
      '',
    ]);
    const profile = { name: 'Ana', addresses: [], createdAt: Date.now() };
    const creating = { name: 'customer.create', args: { customer: 'ana', profile } };
    await post(
      `${url}/sync/push`,
      {
        ...{ clientId: randomUUID(), epoch: mia.epoch, sentAt: Date.now() },
        mutations: [{ mid: 1, id: randomUUID(), v: 1, at: Date.now(), ...creating }],
      },
      mia.token,
    );
    await fetch(`${url}/sync/snapshot?scope=all`, { headers: { Authorization: `Bearer ${mia.token}` } });
    child.kill('SIGTERM');
    await ended;
    const alone = await run('server/cli/audit.ts', ['--member', 'Mia', '--json']).ended;
    expect(
      alone.text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toMatchObject([
      { action: 'changed', customer: { id: 'ana', name: 'Ana' }, detail: { mutation: 'customer.create' } },
      { action: 'paired', device: { id: mia.device } },
      // Counted in memory, and written when the server stops; it stands at the beginning of its hour.
      { action: 'read', detail: { customers: 1 } },
    ]);
    const since = await run('server/cli/audit.ts', ['--since', '2999-01-01']).ended;
    expect([since.code, since.text]).toEqual([0, '']);
    const wrong = await run('server/cli/audit.ts', ['--since', 'yesterday']).ended;
    expect([wrong.code, wrong.errors]).toEqual([1, expect.stringContaining('2026-11-01')]);
    expect((await run('server/cli/audit.ts', ['--action', 'dance']).ended).errors).toContain('--action');
    const last = await run('server/cli/invite.ts', ['--name', 'Mia', '--role', 'rep']).ended;
    expect([last.code, last.errors]).toEqual([1, expect.stringContaining('last admin')]);
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
    expect(local.errors).toContain('nothing listens there yet');
    expect(known.errors).not.toContain('nothing listens');
    const wrong = await run('server/cli/invite.ts', ['--name', 'Mia', '--address', 'suki.example.com']).ended;
    expect(wrong.code).toBe(1);
    expect(wrong.errors).toContain('https://suki.example.com');
  });
});
