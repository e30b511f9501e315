import { MutationResult } from '#lib/contract/mutations.ts';
import { type Clock, createServer, type TestServer } from '../world.ts';
import type { Shelf, StorePlace } from './place.ts';

/** Where no server is. */
const NOBODY = {
  request: async (): Promise<Response> => {
    throw new TypeError('nobody listens there');
  },
};

type Results = Map<string, MutationResult>;

/** The server of a day, with all that can befall it: killed, restarted, put back to what it was when a backup was made. */
export const createHouse = async ({
  shelf,
  from,
  clock,
  kept,
  note,
}: {
  shelf: Shelf;
  from: StorePlace;
  clock: Clock;
  /** How many customers a device holds. */
  kept: number | undefined;
  note: (text: string) => void;
}) => {
  const serverAt = (at: StorePlace) => createServer(at, clock, undefined, undefined, kept);
  let place: StorePlace = await shelf.place(from);
  let server: TestServer = await serverAt(place);
  let isDown = false;
  let restored = false;
  /** What the server has said of mutations whose results it has thrown away since. */
  let journal: Results = new Map();
  let backup: { place: StorePlace; at: number; journal: Results } | null = null;
  const gone: TestServer[] = [];
  const closeGone = async (): Promise<void> => {
    for (const left of gone.splice(0)) await left.close();
  };
  const stored = async (): Promise<Results> => {
    const rows = await server.store.read((tx) =>
      tx.selectFrom('mutations').select(['id', 'result']).execute(),
    );
    return new Map(rows.map(({ id, result }) => [id, MutationResult.parse(JSON.parse(result))]));
  };
  /** All that the server has settled, also what it has forgotten since. */
  const results = async (): Promise<Results> => new Map([...journal, ...(await stored())]);

  return {
    get server() {
      return server;
    },
    get app() {
      return isDown ? NOBODY : server.app;
    },
    get isRestored() {
      return restored;
    },
    results,
    /** What the server is about to forget stays known to us. */
    remember: async (): Promise<void> => {
      journal = await results();
    },
    /** The process is killed at this moment; another one starts on what had reached the disk. */
    crash: async (): Promise<void> => {
      const left = server;
      // What it may still say, now that what is on its disk has been copied, is heard by nobody.
      isDown = true;
      // PostgreSQL has all that was committed, whoever is killed; a file is copied as it is at this moment.
      if (place.databaseUrl === undefined) place = await shelf.place(place);
      server = await serverAt(place);
      isDown = false;
      gone.push(left);
      note('the server is killed and starts again');
    },
    restart: async (): Promise<void> => {
      await server.close();
      server = await serverAt(place);
      note('the server restarts');
    },
    backUp: async (): Promise<void> => {
      await closeGone();
      if (place.databaseUrl !== undefined) await server.close();
      backup = { place: await shelf.place(place), at: clock.now, journal: new Map(journal) };
      if (place.databaseUrl !== undefined) server = await serverAt(place);
      note('a backup is made');
    },
    backupAge: (): number => (backup ? clock.now - backup.at : Number.POSITIVE_INFINITY),
    /** Puts the backup back. `renew` begins a new history, as the operator should. */
    restore: async (renew: (server: TestServer) => Promise<void>): Promise<void> => {
      if (!backup) return;
      await closeGone();
      await server.close();
      place = await shelf.place(backup.place);
      journal = new Map(backup.journal);
      server = await serverAt(place);
      await renew(server);
      await server.close();
      server = await serverAt(place);
      restored = true;
      note('the backup is put back');
    },
    close: async (): Promise<void> => {
      await server.close();
      await closeGone();
    },
  };
};
