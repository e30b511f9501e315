import './quick.ts';
import { type CacheDb, openCacheDb } from '#lib/cache/cache-db.ts';
import type { Mirror, MirrorRow } from '#lib/cache/outbox.ts';
import { type OutboxDb, openOutboxDb } from '#lib/cache/outbox-db.ts';
import type { PairAnswer } from '#lib/contract/sync.ts';
import type { TokenHome } from '#lib/sync/answer.ts';
import { type CycleDeps, type Exchanged, runCycle } from '#lib/sync/cycle.ts';
import { forgetAll } from '#lib/sync/revoked.ts';
import { createTransport } from '#lib/sync/transport.ts';
import { createLife, type Disk } from '../client/life.ts';
import { createLine } from '../client/line.ts';
import { dropDatabase } from './quick.ts';

type App = { request: (path: string, init: RequestInit) => Response | Promise<Response> };

/** What surrounds a browser: the time, its source of ids, and the server that answers at the moment. */
export type Home = { now: () => number; uuid: () => string; app: () => App };

/** What Dexie does for live queries, of which there are none here. */
const UNHEARD = ['Cache', 'Observability'];

let made = 0;

/** One browser profile: what is on its disk, its clock, its token, its way to the server, and the pages that are open. */
export const createProfile = (home: Home, paired: Pick<PairAnswer, 'token' | 'member' | 'device'>) => {
  made += 1;
  const name = `b${made}`;
  const mirrored = new Map<string, MirrorRow>();
  const line = createLine(home.app);
  /** One page at a time asks for a new token. */
  let renewing: Promise<unknown> = Promise.resolve();

  /**
   * A panel, a tab or the background worker: its own connections to the databases, and its own life. All pages of a browser share
   * the disk, the network and the token.
   */
  const openPage = () => {
    const life = createLife();
    const { step } = life;
    const end = new AbortController();
    const memory = profile.inMemory ? { indexedDB: new IDBFactory(), IDBKeyRange } : undefined;
    const dbs: { cache: CacheDb; outbox: OutboxDb } = {
      cache: openCacheDb(`${name}-cache`, memory),
      outbox: openOutboxDb(`${name}-outbox`, memory),
    };
    const disk: Disk = (request, writes) => profile.disk(request, writes);
    for (const db of [dbs.cache, dbs.outbox]) for (const name of UNHEARD) db.unuse({ stack: 'dbcore', name });
    life.watch(dbs.cache, disk);
    life.watch(dbs.outbox, disk);
    const mirror: Mirror = {
      put: async (rows) => {
        step('mirror');
        for (const row of rows) mirrored.set(row.id, row);
      },
      remove: async (ids) => {
        step('mirror');
        for (const id of ids) mirrored.delete(id);
      },
      all: async () => {
        step('mirror');
        return [...mirrored.values()];
      },
    };
    const now = () => home.now() + profile.skew;
    const outbox = { db: dbs.outbox, mirror, now, uuid: home.uuid };
    const token: TokenHome = {
      read: async () => {
        step('settings');
        return profile.token;
      },
      replace: async (used, next) => {
        step('settings');
        if (profile.token === used) profile.token = next;
      },
      alone: (work) => {
        const turn = renewing.then(work);
        renewing = turn.catch(() => {});
        return turn;
      },
    };
    const page = {
      life,
      dbs,
      outbox,
      /** While there is one, what is pulled waits here: the page is frozen. */
      frozen: null as Promise<void> | null,
      isAsleep: false,
      deps: (): CycleDeps => ({
        cache: dbs.cache,
        outbox,
        now,
        transport: createTransport({
          server: 'https://suki.example',
          token: profile.token,
          home: token,
          onRevoked: async () => {
            await forgetAll({ cache: dbs.cache, outbox });
            profile.revoked += 1;
          },
          signal: end.signal,
          fetch: async (url, init) => {
            step('network');
            const answer = await line.fetch(url, init);
            if (page.frozen && /pull|snapshot/.test(url)) {
              page.isAsleep = true;
              await page.frozen;
            }
            step('network');
            return answer;
          },
        }),
      }),
      /** One exchange from its greeting to its end. Never rejects. */
      sync: (): Promise<Exchanged> => runCycle(page.deps()),
      close: (): void => {
        life.dieIn(0);
        end.abort();
        dbs.cache.close();
        dbs.outbox.close();
      },
    };
    return page;
  };

  const profile = {
    name,
    line,
    mirrored,
    token: paired.token,
    member: paired.member,
    device: paired.device,
    /** How often it was told that an admin has signed it out. */
    revoked: 0,
    /** How far this device's clock is off. */
    skew: 0,
    /** The browser keeps no databases: each page has its own, as long as it is open. */
    inMemory: false,
    /** What the disk makes of each request. */
    disk: (() => null) as Disk,
    pages: [] as ReturnType<typeof openPage>[],
    open: () => {
      const page = openPage();
      profile.pages.push(page);
      return page;
    },
    /** The first page; a browser that is closed is opened. */
    page: () => profile.pages[0] ?? profile.open(),
    close: (): void => {
      for (const page of profile.pages.splice(0)) page.close();
    },
    names: { cache: `${name}-cache`, outbox: `${name}-outbox` },
    /** The browser was closed, and its cache was thrown away. */
    dropCache: (): void => {
      profile.close();
      dropDatabase(profile.names.cache);
    },
    dropOutbox: (): void => {
      profile.close();
      dropDatabase(profile.names.outbox);
    },
  };
  return profile;
};
export type Profile = ReturnType<typeof createProfile>;
export type Page = Profile['pages'][number];
