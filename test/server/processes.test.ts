import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { PairAnswer, PushAnswer } from '#lib/contract/sync.ts';
import { startNats } from './nats.ts';
import { type Cluster, startPostgres } from './postgres.ts';
import { usePrograms } from './programs.ts';

type Entry = { event: string; source?: string; way?: string };

/** What a server process says, as it says it. */
const logOf = (child: ChildProcess): Entry[] => {
  const entries: Entry[] = [];
  if (child.stdout)
    createInterface({ input: child.stdout }).on('line', (line) => entries.push(JSON.parse(line)));
  return entries;
};
const count = (log: Entry[], event: string, source?: string): number =>
  log.filter((entry) => entry.event === event && (source === undefined || entry.source === source)).length;

/** Several real server processes on one real PostgreSQL, which live through what happens to it. */
describe('several servers on one PostgreSQL', { timeout: 120_000 }, () => {
  const { run, startServer, post, folder } = usePrograms();

  const databaseForTest = async (): Promise<Cluster> => {
    const cluster = await startPostgres();
    onTestFinished(cluster.stop);
    return cluster;
  };
  const startMember = async (name: string, env: Record<string, string>) => {
    const dataDir = join(folder(), name);
    const { child, url } = await startServer(0, { DATA_DIR: dataDir, LOG_LEVEL: 'debug', ...env });
    return { child, url, dataDir, log: logOf(child) };
  };
  type Member = Awaited<ReturnType<typeof startMember>>;

  const pairAt = async ({ url, dataDir }: Member) => {
    const { text } = await run('server/cli/invite.ts', ['--name', 'Mia', '--data', dataDir]).ended;
    return PairAnswer.parse(
      await post(`${url}/pair`, { code: text.trim().split('/').at(-1), device: 'Chrome' }),
    );
  };
  /** A browser that records customers at a server until each is taken. */
  const recorderAt = (server: Member, { token, epoch }: PairAnswer) => {
    const clientId = randomUUID();
    let mid = 0;
    return async (): Promise<void> => {
      mid += 1;
      const customer = `c-${clientId}-${mid}`;
      const profile = { name: customer, addresses: [`${customer}@shop.example`], createdAt: 1 };
      const mutation = { mid, id: randomUUID(), v: 1, at: Date.now(), name: 'customer.create' };
      const mutations = [{ ...mutation, args: { customer, profile } }];
      for (;;) {
        const body = { clientId, epoch, sentAt: Date.now(), mutations };
        const answer = PushAnswer.safeParse(await post(`${server.url}/sync/push`, body, token));
        if (answer.success) {
          expect(answer.data.results.map(({ status }) => status)).toEqual(['applied']);
          return;
        }
        await sleep(50);
      }
    };
  };
  /** Listens at a server as the open panel does. @returns how many pokes came so far */
  const listenAt = async ({ url }: Member, token: string): Promise<() => number> => {
    const gone = new AbortController();
    onTestFinished(() => gone.abort());
    const headers = { Authorization: `Bearer ${token}` };
    const { body } = await fetch(`${url}/sync/live`, { headers, signal: gone.signal });
    let pokes = 0;
    let opened = () => {};
    const hello = new Promise<void>((resolve) => {
      opened = resolve;
    });
    (async () => {
      for await (const text of body?.pipeThrough(new TextDecoderStream()) ?? []) {
        opened();
        pokes += text.split('event: poke').length - 1;
      }
    })().catch(() => {});
    await hello;
    return () => pokes;
  };
  /** Records until a server has said that another process told it: not its own look at the database, once a second. */
  const untilCarried = async (record: () => Promise<void>, { log }: Member): Promise<void> => {
    const before = count(log, 'poke', 'carried');
    while (count(log, 'poke', 'carried') === before) {
      await record();
      await sleep(100);
    }
  };

  /** Waits until each can tell the others again, and has told of its outage once. */
  const untilUp = async (...members: Member[]): Promise<void> => {
    for (const { log } of members) {
      while (count(log, 'pokes-up') === 0) await sleep(10);
      expect(count(log, 'pokes-down')).toBe(1);
    }
  };

  it('[S58] a click at one reaches the panels at both others through PostgreSQL, also after that went down hard', async () => {
    const cluster = await databaseForTest();
    const env = { DATABASE_URL: cluster.url('postgres') };
    const one = await startMember('one', env);
    const two = await startMember('two', env);
    const three = await startMember('three', env);
    const mia = await pairAt(one);
    const pokes = [await listenAt(two, mia.token), await listenAt(three, mia.token)];
    const record = recorderAt(one, mia);
    await untilCarried(record, two);
    await untilCarried(record, three);
    const before = pokes.map((get) => get());
    await cluster.restart();
    await untilUp(one, two, three);
    await untilCarried(record, two);
    await untilCarried(record, three);
    while (pokes.some((get, at) => get() <= (before[at] ?? 0))) await sleep(20);
  });

  it('[S58] the same through NATS; while that is dead every click is taken, told by the look at the head, and the fault once', async () => {
    const cluster = await databaseForTest();
    const nats = await startNats();
    onTestFinished(nats.kill);
    const env = { DATABASE_URL: cluster.url('postgres'), POKES: 'nats', NATS_URL: nats.url };
    const one = await startMember('one', env);
    const two = await startMember('two', env);
    const mia = await pairAt(one);
    const pokes = await listenAt(two, mia.token);
    const record = recorderAt(one, mia);
    await untilCarried(record, two);
    await nats.kill();
    while (count(two.log, 'pokes-down') === 0) await sleep(10);
    const [heard, looked] = [pokes(), count(two.log, 'poke', 'floor')];
    for (let i = 0; i < 30; i += 1) await record();
    // One that was on its way when the line died may come first, so both are waited for.
    while (pokes() === heard || count(two.log, 'poke', 'floor') <= looked) await sleep(20);
    expect(count(two.log, 'pokes-down')).toBe(1);
    await nats.restart();
    await untilUp(one, two);
    await untilCarried(record, two);
  });

  it('refuses a way for pokes that lacks its address, by name', async () => {
    for (const [env, says] of [
      [{ POKES: 'nats' }, 'NATS_URL: must be set for POKES=nats'],
      [{ POKES: 'postgres' }, 'DATABASE_URL: must be set for POKES=postgres'],
      [{ POKES: 'pigeon' }, 'POKES: '],
    ] as const) {
      const { code, errors } = await run('server/main.ts', [], 0, env).ended;
      expect(errors).toContain(says);
      expect(code).toBe(1);
    }
  });
});
