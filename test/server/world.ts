import { randomUUID } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { CustomerRecord } from '#lib/contract/customer.ts';
import type { Mutation } from '#lib/contract/mutations.ts';
import { readPage } from '#lib/contract/page.ts';
import { HelloAnswer, type Member, type PairAnswer, type PullRequest, WIRE } from '#lib/contract/sync.ts';
import { createApp } from '#server/app.ts';
import { createPairing } from '#server/auth/pairing.ts';
import type { Limits } from '#server/http/rate-limit.ts';
import { ensurePlaybook } from '#server/ingest/playbook-versions.ts';
import { createPlaybooks } from '#server/ingest/playbooks.ts';
import { createScopes } from '#server/ingest/scopes.ts';
import { createLog } from '#server/log.ts';
import { createPokeBus } from '#server/poke-bus.ts';
import { createReadings } from '#server/readings.ts';
import { newSecret } from '#server/secrets.ts';
import { readStanding, readWorkspace } from '#server/store/workspace.ts';
import { type Clock, type EngineName, openAt, type Place, placeForTest, START } from './place.ts';

export {
  type Clock,
  createPlace,
  type EngineName,
  engines,
  openAt,
  type Place,
  placeForTest,
  START,
  strictEngines,
} from './place.ts';

/** The clock of a test stands still, and with it what a device may ask for; pairing alone is limited as in life. */
const PLENTY = { burst: 1e9, perSecond: 1e9 };

/** A server without a socket: an app on a real store, a clock to set, and what it logged. */
export const createServer = async (
  place: Place,
  clock: Clock = { now: START },
  publicUrl?: string,
  limits: Partial<Limits> = { usual: PLENTY, snapshot: PLENTY, find: PLENTY },
  kept?: number,
) => {
  const store = await openAt(place, clock);
  await ensurePlaybook(store, clock.now);
  const stop = new AbortController();
  const lines: string[] = [];
  const bus = createPokeBus({ look: () => store.read(readStanding), onError: () => {} });
  const playbooks = createPlaybooks();
  const now = () => clock.now;
  const remote = { address: '192.0.2.1' };
  const controlToken = newSecret();
  const readings = createReadings({
    store,
    now,
    onError: (error) => {
      throw error;
    },
  });
  const app = createApp({
    store,
    bus,
    readings,
    limits,
    playbooks,
    scopes: createScopes({ now, kept }),
    now,
    workspace: await readWorkspace(store),
    uuid: randomUUID,
    secret: newSecret,
    remote: () => remote.address,
    stopping: stop.signal,
    controlToken,
    publicUrl,
    log: createLog('debug', now, (line) => lines.push(line)),
  });
  const invite = (name: string, role?: Member['role'], life?: number) =>
    createPairing(store, { now, uuid: randomUUID, secret: newSecret }, { name, role, life });
  const send = (path: string, options: { token?: string; body?: unknown; method?: string } = {}) =>
    app.request(path, {
      method: options.method ?? (options.body === undefined ? 'GET' : 'POST'),
      headers: {
        ...(options.token === undefined ? {} : { Authorization: `Bearer ${options.token}` }),
        ...(options.body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    });
  return {
    app,
    store,
    bus,
    readings,
    clock,
    lines,
    remote,
    controlToken,
    invite,
    send,
    deps: { store, playbooks, now },
    close: async () => {
      stop.abort();
      bus.close();
      await readings.close();
      await store.close();
    },
  };
};
export type TestServer = Awaited<ReturnType<typeof createServer>>;

/** A server for the test that runs, on a place of its own or on the one given, closed when the test ends. */
export const serverForTest = async (
  at: EngineName | Place,
  ...more: [clock?: Clock, publicUrl?: string, limits?: Partial<Limits>, kept?: number]
): Promise<TestServer> => {
  const server = await createServer(typeof at === 'string' ? await placeForTest(at) : at, ...more);
  onTestFinished(server.close);
  return server;
};

/** A page as its reader has it: the head, with the records of its lines in place of their number. */
export const pageOf = async (response: Response) => {
  const text = await response.text();
  if (response.status !== 200) throw new Error(`no page but ${response.status}: ${text}`);
  const page = readPage(text);
  if (!page) throw new Error(`this is no page: ${text.slice(0, 200)}`);
  const rows = page.lines.map((line) => {
    const record = CustomerRecord.parse(JSON.parse(line.text));
    const { id, seq, addresses } = line;
    // What stands before the tab is what the record says.
    if (record.id !== id || record.seq !== seq || String(record.profile.addresses) !== String(addresses))
      throw new Error(`the line of ${id} says something else than its record`);
    return record;
  });
  return { ...page.head, rows };
};

/** A paired browser with a client id and a running number of its own. */
export const createDevice = async (server: TestServer, name: string, role?: Member['role']) => {
  const paired = await server.send('/pair', {
    body: { code: await server.invite(name, role), device: 'Chrome' },
  });
  const answer: PairAnswer = await paired.json();
  const { token, epoch, member, device } = answer;
  let clientId: string = randomUUID();
  let mid = 0;
  const push = (mutations: unknown[], more: { epoch?: string; sentAt?: number; clientId?: string } = {}) =>
    server.send('/sync/push', {
      token,
      body: { clientId, epoch, sentAt: server.clock.now, ...more, mutations },
    });
  const head = () => {
    mid += 1;
    return { mid, id: randomUUID() as string, v: 1 as const, at: server.clock.now };
  };
  return {
    token,
    epoch,
    member,
    device,
    push,
    get clientId() {
      return clientId;
    },
    /** Starts over with a new client id, as after a fork. */
    renew: () => {
      clientId = randomUUID();
      mid = 0;
    },
    get: (path: string) => server.send(path, { token }),
    post: (path: string, body: unknown) => server.send(path, { token, body }),
    creating: (customer: string, address: string): Mutation => ({
      ...head(),
      name: 'customer.create',
      args: { customer, profile: { name: customer, addresses: [address], createdAt: server.clock.now } },
    }),
    recording: (customer: string, text: string): Mutation => {
      const common = head();
      return {
        ...common,
        name: 'event.record',
        args: {
          customer,
          event: {
            id: common.id,
            source: 'panel',
            subject: customer,
            at: server.clock.now,
            type: 'Complaint Raised',
            data: { ref: common.id, text },
          },
        },
      };
    },
    undoing: (customer: string, event: string): Mutation => ({
      ...head(),
      name: 'event.undo',
      args: { customer, event },
    }),
    hello: async (): Promise<HelloAnswer> => {
      const response = await server.send('/sync/hello', {
        token,
        body: { clientId, wire: WIRE.version },
      });
      return HelloAnswer.parse(await response.json());
    },
    /** One pull; the scopes are those of everybody unless they are given. */
    pull: (cursor: string, more: Partial<PullRequest> = {}) =>
      server.send('/sync/pull', { token, body: { clientId, epoch, cursor, scopes: ['all'], ...more } }),
    /** Pulls until there is no more. */
    pullAll: async (more: Partial<PullRequest> = {}) => {
      let cursor = '0';
      const rows = new Map<string, CustomerRecord>();
      for (;;) {
        const body = { clientId, epoch, cursor, scopes: ['all'], ...more };
        const page = await pageOf(await server.send('/sync/pull', { token, body }));
        for (const row of page.rows) rows.set(row.id, row);
        for (const id of page.gone ?? []) rows.delete(id);
        cursor = page.cursor;
        if (!page.more) return { rows, cursor };
      }
    },
  };
};
export type Device = Awaited<ReturnType<typeof createDevice>>;
