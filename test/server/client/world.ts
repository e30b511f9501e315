import { randomUUID } from 'node:crypto';
import { copyFileSync, createReadStream, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { CustomerRecord } from '#lib/contract/customer.ts';
import { MutationResult } from '#lib/contract/mutations.ts';
import { readPage } from '#lib/contract/page.ts';
import { Digest, PairAnswer } from '#lib/contract/sync.ts';
import { bringUpToDate, checkBackup, restoreBackup } from '#server/backup/restore.ts';
import { writeBackup } from '#server/backup/write.ts';
import { openToLook } from '#server/store/look.ts';
import {
  type Clock,
  createPlace,
  createServer,
  type EngineName,
  type Place,
  START,
  type TestServer,
} from '../world.ts';
import { type Browser, createBrowser } from './browser.ts';

/** A server on a real store, and the browsers that talk to it, in one process. */
export const createWorld = async (engine: EngineName, uuid: () => string = randomUUID) => {
  const clock: Clock = { now: START };
  const place: Place = await createPlace(engine);
  let server: TestServer = await createServer(place, clock);
  const browsers: Browser[] = [];
  const backup = join(place.dataDir, 'suki.backup');
  const file = (end: string) => join(place.dataDir, `suki.db${end}`);
  let paired = 0;
  const add = (answer: PairAnswer): Browser => {
    const browser = createBrowser(world, answer);
    browsers.push(browser);
    return browser;
  };
  const world = {
    clock,
    uuid,
    browsers,
    get server() {
      return server;
    },
    pair: async (name: string, role?: 'admin' | 'founder' | 'rep'): Promise<PairAnswer> => {
      paired += 1;
      server.remote.address = `192.0.2.${paired}`;
      const answer = await server.send('/pair', {
        body: { code: await server.invite(name, role), device: 'Chrome' },
      });
      return PairAnswer.parse(await answer.json());
    },
    browser: async (name: string, role: 'admin' | 'founder' | 'rep' = 'rep'): Promise<Browser> =>
      add(await world.pair(name, role)),
    /** A browser with a copy of this one's profile: same client id, same token, same databases. */
    copy: async (browser: Browser): Promise<Browser> => {
      const twin = add(browser.paired);
      await browser.copyTo(twin);
      return twin;
    },
    /** Another process on the same store. */
    restart: async (): Promise<void> => {
      await server.close();
      server = await createServer(place, clock);
    },
    /** Takes a backup beside the running server; with SQLite also a plain copy of its file. */
    backUp: async (): Promise<void> => {
      const look = await openToLook(place.dataDir, place.databaseUrl);
      await writeBackup(look, backup, clock.now);
      await look.close();
      if (place.databaseUrl) return;
      await server.close();
      for (const end of ['', '-wal']) {
        rmSync(file(`.copy${end}`), { force: true });
        if (existsSync(file(end))) copyFileSync(file(end), file(`.copy${end}`));
      }
      server = await createServer(place, clock);
    },
    /** Puts back what was taken: the backup, beside the running server; or, as nobody should, the plain copy. */
    restore: async ({ renew }: { renew: boolean }): Promise<void> => {
      if (renew) {
        const source = () => createReadStream(backup);
        await restoreBackup(server.store, await checkBackup(source), source, {
          uuid: randomUUID,
          force: false,
        });
        await bringUpToDate(server.deps);
        return;
      }
      await server.close();
      // Removed first: what the closed server may still hold open must not see the copy under its hands.
      for (const end of ['', '-wal', '-shm']) rmSync(file(end), { force: true });
      for (const end of ['', '-wal']) {
        if (existsSync(file(`.copy${end}`))) copyFileSync(file(`.copy${end}`), file(end));
      }
      server = await createServer(place, clock);
    },
    /** All customers as the server says them, by id. */
    records: async (token: string): Promise<Map<string, CustomerRecord>> => {
      const rows = new Map<string, CustomerRecord>();
      let query = '';
      for (;;) {
        const answer = await server.send(`/sync/snapshot?scope=all&limit=500${query}`, { token });
        const page = readPage(await answer.text());
        if (!page) throw new Error(`No page of records: ${answer.status}`);
        for (const { id, text } of page.lines) rows.set(id, CustomerRecord.parse(JSON.parse(text)));
        if (page.head.after === undefined) return rows;
        query = `&after=${encodeURIComponent(page.head.after)}`;
      }
    },
    /** How often each event that a rep recorded is on file, and which mutations the server has carried out. */
    onFile: async (): Promise<{ recorded: Map<string, number>; settled: Set<string> }> => {
      const { events, mutations } = await server.store.read(async (tx) => ({
        events: await tx.selectFrom('events').select('id').where('source', '=', 'suki:device').execute(),
        mutations: await tx.selectFrom('mutations').select(['id', 'result']).execute(),
      }));
      const recorded = new Map<string, number>();
      for (const { id } of events) recorded.set(id, (recorded.get(id) ?? 0) + 1);
      const done = mutations.filter((row) => {
        const { status } = MutationResult.parse(JSON.parse(row.result));
        return status === 'applied' || status === 'noop';
      });
      return { recorded, settled: new Set(done.map((row) => row.id)) };
    },
    recorded: async (): Promise<Map<string, number>> => (await world.onFile()).recorded,
    /** Every cache is what the server says, record by record and by the sum that the server gives. */
    expectInStep: async (): Promise<void> => {
      const { token } = await world.pair('Auditor');
      const records = await world.records(token);
      const digest = Digest.parse(
        await (await server.send(`/sync/digest?clientId=${randomUUID()}`, { token })).json(),
      );
      for (const browser of browsers) {
        const own = new Map((await browser.records()).map((record) => [record.id, record]));
        const apart = new Set([...own.keys()]).symmetricDifference(new Set(records.keys()));
        expect([...apart], `${browser.name}: customers on one side only`).toEqual([]);
        for (const [id, record] of records) expect(own.get(id), `${browser.name}: ${id}`).toEqual(record);
        expect(await browser.digest(), browser.name).toEqual({ count: digest.count, xor: digest.xor });
      }
    },
    close: async (): Promise<void> => {
      await Promise.all(browsers.map((browser) => browser.remove()));
      await server.close();
      await place.remove();
    },
  };
  return world;
};
export type World = Awaited<ReturnType<typeof createWorld>>;
