import 'fake-indexeddb/auto';
import { type CacheDb, openCacheDb } from '#lib/cache/cache-db.ts';
import { readRecord } from '#lib/cache/find.ts';
import { lookUp } from '#lib/cache/look-up.ts';
import { enqueue, type Mirror } from '#lib/cache/outbox.ts';
import { type OutboxDb, openOutboxDb } from '#lib/cache/outbox-db.ts';
import { ownDigest } from '#lib/cache/own-digest.ts';
import type { CustomerRecord } from '#lib/contract/customer.ts';
import type { Assignment } from '#lib/contract/mutations.ts';
import { readLine } from '#lib/contract/page.ts';
import type { PairAnswer } from '#lib/contract/sync.ts';
import type { TokenHome } from '#lib/sync/answer.ts';
import { type CycleDeps, runCycle } from '#lib/sync/cycle.ts';
import { forgetAll } from '#lib/sync/revoked.ts';
import { createTransport } from '#lib/sync/transport.ts';
import { memoryMirror } from '#test/unit/cache/deps.ts';
import type { Clock, TestServer } from '../world.ts';
import { createLife } from './life.ts';
import { createLine } from './line.ts';

let made = 0;

/** Where a browser runs: the time, its source of ids, and the server that answers at the moment. */
export type Home = {
  readonly clock: Readonly<Clock>;
  uuid: () => string;
  readonly server: Pick<TestServer, 'app'>;
};

type Copied = { dbs: { cache: CacheDb; outbox: OutboxDb }; rows: Mirror };

/** One browser with Suki in it: its databases, its way to the server, and what the rep clicks. */
export const createBrowser = (world: Home, paired: PairAnswer) => {
  made += 1;
  const name = `browser-${made}`;
  const rows = memoryMirror();
  const line = createLine(() => world.server.app);
  const over = new AbortController();
  let token = paired.token;
  let life = createLife();

  const open = (): { cache: CacheDb; outbox: OutboxDb; mirror: Mirror } => {
    const dbs = { cache: openCacheDb(`${name}-cache`), outbox: openOutboxDb(`${name}-outbox`) };
    life = createLife();
    const { step } = life;
    life.watch(dbs.cache);
    life.watch(dbs.outbox);
    return {
      ...dbs,
      mirror: {
        put: async (list) => {
          step();
          await rows.put(list);
        },
        remove: async (ids) => {
          step();
          await rows.remove(ids);
        },
        all: async () => {
          step();
          return rows.all();
        },
      },
    };
  };
  let parts = open();

  const now = () => world.clock.now + browser.skew;
  const outbox = () => ({ db: parts.outbox, mirror: parts.mirror, now, uuid: world.uuid });
  /** The settings of this browser, as far as they hold the token. */
  const home: TokenHome = {
    read: async () => token,
    replace: async (used, next) => {
      life.step();
      if (token === used) token = next;
    },
    alone: (work) => work(),
  };
  const deps = (): CycleDeps => {
    const { step } = life;
    const dbs = { cache: parts.cache, outbox: outbox() };
    return {
      ...dbs,
      now,
      transport: createTransport({
        server: 'https://suki.example',
        token,
        home,
        onRevoked: () => forgetAll(dbs),
        signal: over.signal,
        fetch: async (url, init) => {
          step();
          const answer = await line.fetch(url, init);
          step();
          return answer;
        },
      }),
    };
  };
  const inState = (state: 'queued' | 'acked' | 'parked') =>
    parts.outbox.mutations.where('state').equals(state).sortBy('mid');

  const browser = {
    name,
    line,
    rows,
    paired,
    /** How far this device's clock is off. */
    skew: 0,
    get dbs() {
      return { cache: parts.cache, outbox: parts.outbox };
    },
    get life() {
      return life;
    },
    deps,
    outbox,
    sync: () => runCycle(deps()),
    /** Starts anew on the same databases; what ran before runs no more. */
    restart: (): void => {
      life.dieIn(0);
      parts.cache.close();
      parts.outbox.close();
      parts = open();
    },
    /** What a pairing in the options page leaves behind. */
    use: (answer: PairAnswer): void => {
      token = answer.token;
    },
    token: () => token,
    create: (customer: string, address = `${customer}@shop.example`): Promise<string> =>
      enqueue(outbox(), 'customer.create', customer, (_, at) => ({
        customer,
        profile: { name: customer, addresses: [address], createdAt: at },
      })),
    complain: (customer: string, text = 'late'): Promise<string> =>
      enqueue(outbox(), 'event.record', customer, (id, at) => ({
        customer,
        event: {
          ...{ id, source: 'suki:panel', subject: customer, at },
          type: 'Complaint Raised',
          data: { ref: id, text },
        },
      })),
    /** Gives somebody over whom nobody looked after. */
    assign: (customer: string, to: Assignment): Promise<string> =>
      enqueue(outbox(), 'customer.assign', customer, () => ({
        customer,
        to,
        base: { owner: null, team: null },
      })),
    undo: (customer: string, event: string): Promise<string> =>
      enqueue(outbox(), 'event.undo', customer, () => ({ customer, event })),
    queued: () => inState('queued'),
    acked: () => inState('acked'),
    parked: () => inState('parked'),
    /** The ids on the timeline of who owns this address, as the rep sees it. */
    timeline: async (address: string): Promise<string[] | null> => {
      const shown = (await lookUp(parts, [address])).get(address);
      return shown ? shown.record.timeline.map((entry) => entry.id) : null;
    },
    /** Everybody who is in the cache, by id. */
    records: async () => {
      const { packs, rows } = parts.cache;
      const lines = (await packs.toArray()).flatMap(({ text }) => text.split('\n'));
      lines.push(...(await rows.toArray()).map(({ line }) => line));
      const ids = [...new Set(lines.flatMap((line) => readLine(line)?.id ?? []))].sort();
      const records: CustomerRecord[] = [];
      for (const id of ids) {
        const record = await readRecord(parts.cache, id);
        if (record) records.push(record);
      }
      return records;
    },
    digest: async () => {
      const own = await ownDigest(parts.cache);
      return own && { count: own.count, xor: own.xor };
    },
    /** Copies this profile into another browser: same client id, same databases. */
    copyTo: async (twin: Copied): Promise<void> => {
      for (const { name: table } of parts.cache.tables)
        await twin.dbs.cache.table(table).bulkPut(await parts.cache.table(table).toArray());
      await twin.dbs.outbox.mutations.bulkPut(await parts.outbox.mutations.toArray());
      await twin.dbs.outbox.client.bulkPut(await parts.outbox.client.toArray());
      await twin.rows.put(await rows.all());
    },
    remove: async (): Promise<void> => {
      over.abort();
      await Promise.all([parts.cache.delete(), parts.outbox.delete()]);
    },
  };
  return browser;
};
export type Browser = ReturnType<typeof createBrowser>;
