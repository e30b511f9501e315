import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished } from 'vitest';
import { z } from 'zod';
import { PairAnswer } from '#lib/contract/sync.ts';
import { readControlFile } from '#server/control.ts';
import { examine } from '#server/doctor/examine.ts';
import { openToLook } from '#server/store/look.ts';
import { makeClick } from './fuzz/click.ts';
import { createProfile } from './fuzz/profile.ts';
import type { Servers, Where } from './servers.ts';

const News = z.object({
  news: z.string(),
  counts: z.object({ rows: z.number(), rejected: z.number() }).optional(),
});
export type News = z.infer<typeof News>;

/** A file of so many customers, and how it is sent. */
export const createImport = (rows: number) => {
  const text = `Email,Name\n${Array.from({ length: rows }, (_, n) => `p${n}@shop.example,P ${n}`).join('\n')}\n`;
  const hash = createHash('sha256').update(text).digest('hex');
  return {
    /** Goes on where an earlier one was cut off. @returns the last that the server said of it; null: it was cut off */
    send: async ({ url }: Servers, { dataDir }: Where): Promise<News | null> => {
      try {
        const answer = await fetch(`${url}/control/import?kind=customers&hash=${hash}&dryRun=false`, {
          method: 'POST',
          headers: { Authorization: `Bearer ${readControlFile(dataDir)?.token}`, 'Content-Type': 'text/csv' },
          body: text,
        });
        return News.parse(JSON.parse((await answer.text()).trimEnd().split('\n').at(-1) ?? ''));
      } catch {
        return null;
      }
    },
  };
};

const pairAt = async ({ url }: Servers, { dataDir }: Where, name: string): Promise<PairAnswer> => {
  const post = async (path: string, body: unknown): Promise<unknown> => {
    const headers = {
      'Content-Type': 'application/json',
      Authorization: `Bearer ${readControlFile(dataDir)?.token}`,
    };
    return (await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) })).json();
  };
  const { code } = z.object({ code: z.string() }).parse(await post('/control/invite', { name }));
  return PairAnswer.parse(await post('/pair', { code, device: 'Chrome' }));
};

/** A browser over real HTTP whose rep clicks without a pause, and what it was told of each click. */
const createClicker = (url: string, paired: PairAnswer) => {
  const app = { request: (path: string, init: RequestInit) => fetch(url + path, init) };
  const profile = createProfile({ now: Date.now, uuid: randomUUID, app: () => app }, paired);
  const page = profile.page();
  const { mutations, client } = page.dbs.outbox;
  const customer = `of-${paired.member.name}`;
  const about = { page, customer, address: `${customer}@shop.example`.toLowerCase() };
  const clicks: string[] = [];
  /** Told by a server that they are settled; it must never be otherwise again. */
  const acknowledged = new Set<string>();
  /** Why it could not sync, each once. */
  const troubles = new Set<string>();
  const sync = async (): Promise<boolean> => {
    const done = await page.sync();
    if (!done.ok)
      troubles.add(done.error.code === 'network' ? `network: ${done.error.message}` : done.error.code);
    for (const id of await mutations.where('state').equals('acked').primaryKeys()) acknowledged.add(id);
    return done.ok;
  };
  const inState = (state: string) => mutations.where('state').equals(state).count();
  return {
    clicks,
    acknowledged,
    troubles,
    sync,
    begin: async () => {
      await makeClick({ ...about, kind: 'create' });
      await sync();
    },
    /** Clicks and syncs until it is told to stop. */
    work: async (stop: AbortSignal): Promise<void> => {
      while (!stop.aborted) {
        clicks.push(await makeClick({ ...about, kind: 'event' }));
        while (!(await sync()) && !stop.aborted) await sleep(20);
      }
    },
    /** It changes when a server has forgotten what it had acknowledged. */
    clientId: async () => (await client.get('client'))?.id,
    left: async () => (await inState('queued')) + (await inState('parked')),
    close: profile.close,
  };
};
export type Clicker = ReturnType<typeof createClicker>;

/** Three reps who begin to click, for the test that runs. */
export const hireClickers = async (servers: Servers, place: Where) => {
  const clickers: Clicker[] = [];
  for (const name of ['Mia', 'Ben', 'Cara']) {
    const clicker = createClicker(servers.url, await pairAt(servers, place, name));
    onTestFinished(clicker.close);
    await clicker.begin();
    clickers.push(clicker);
  }
  const ids = await Promise.all(clickers.map((clicker) => clicker.clientId()));
  const stop = new AbortController();
  const working = Promise.all(clickers.map((clicker) => clicker.work(stop.signal)));
  const acknowledged = () => clickers.reduce((sum, one) => sum + one.acknowledged.size, 0);
  return {
    clickers,
    acknowledged,
    /** Until so many more clicks were acknowledged. */
    untilMore: async (more: number): Promise<void> => {
      for (const before = acknowledged(); acknowledged() < before + more; await sleep(2))
        if (servers.hasEnded()) throw new Error('the server has ended by itself');
    },
    /** They stop, and send what they have. No server has forgotten any of them. @returns how many clicks there were */
    stop: async (): Promise<number> => {
      stop.abort();
      await working;
      for (const clicker of clickers) {
        expect(await clicker.sync()).toBe(true);
        expect(await clicker.left()).toBe(0);
      }
      expect(await Promise.all(clickers.map((clicker) => clicker.clientId()))).toEqual(ids);
      return clickers.reduce((sum, { clicks }) => sum + clicks.length, 0);
    },
  };
};

/** What was clicked is on file once, and nothing else is; what was acknowledged stayed so; and the doctor finds nothing wrong. */
export const expectAllThere = async (place: Where, clickers: readonly Clicker[]): Promise<void> => {
  const look = await openToLook(place.dataDir, place.databaseUrl);
  try {
    await look.snapshot(async (tx) => {
      const events = await tx.selectFrom('events').select('id').where('source', '=', 'suki:device').execute();
      const mutations = await tx.selectFrom('mutations').select('id').execute();
      const settled = new Set(mutations.map(({ id }) => id));
      for (const { acknowledged } of clickers)
        expect([...acknowledged].filter((id) => !settled.has(id))).toEqual([]);
      expect(events.map(({ id }) => id).sort()).toEqual(clickers.flatMap(({ clicks }) => clicks).sort());
      const exam = { tx, kind: look.kind, sample: 200, onProgress: () => {}, refold: () => {} };
      for await (const { name, finding } of examine(exam))
        expect(finding, name).not.toMatchObject({ mark: 'wrong' });
    });
  } finally {
    await look.close();
  }
};
