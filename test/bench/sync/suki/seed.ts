import { randomUUID } from 'node:crypto';
import { createPairing, pair } from '#server/auth/pairing.ts';
import { type CustomerState, insertCustomers, newCustomer } from '#server/ingest/customers.ts';
import { ensurePlaybook } from '#server/ingest/playbook-versions.ts';
import { createPlaybooks } from '#server/ingest/playbooks.ts';
import { runNightly } from '#server/jobs/nightly.ts';
import { newSecret } from '#server/secrets.ts';
import { openStore } from '#server/store/open.ts';
import type { Store } from '#server/store/store.ts';
import { takeNumber } from '#server/store/workspace.ts';
import { type Document, documents } from '../documents.ts';

const BATCH = 500;

/** Where a store is: SQLite in a folder, or PostgreSQL at an address. */
export type Place = { dataDir: string; databaseUrl?: string | undefined };

export const openAt = ({ dataDir, databaseUrl }: Place): Promise<Store> =>
  openStore({ dataDir, databaseUrl, now: Date.now, uuid: randomUUID, random: Math.random });

const stateOf = ({ record, due }: Document): CustomerState => {
  const { id, profile, facts, timeline, events } = record;
  return { ...newCustomer(id, profile), facts, timeline, events, due };
};

/** Fills an empty store with the customers of the benchmark, as they would be after years of work. */
export const seedCustomers = async (store: Store, count: number): Promise<void> => {
  const now = Date.now();
  await ensurePlaybook(store, now);
  const { playbook } = await store.read((tx) => createPlaybooks()(tx));
  if (!playbook) throw new Error('the store has no playbook');
  let batch: CustomerState[] = [];
  const flush = async () => {
    const states = batch;
    batch = [];
    await store.write(async (tx) => {
      await insertCustomers({ tx, kind: store.kind, now, playbook }, states, await takeNumber(tx));
    });
  };
  for (const document of documents(count, now)) {
    batch.push(stateOf(document));
    if (batch.length === BATCH) await flush();
  }
  if (batch.length > 0) await flush();
};

/** Does the work of the night, which a new server would else do while it is measured. */
export const spendNight = (store: Store): Promise<unknown> =>
  runNightly({
    ...{ store, playbooks: createPlaybooks(), now: Date.now },
    ...{ log: () => {}, signal: new AbortController().signal },
  });

/** Pairs so many reps with a device each. @returns their tokens */
export const pairDevices = async (store: Store, count: number): Promise<string[]> => {
  const deps = { now: Date.now, uuid: randomUUID, secret: newSecret };
  const tokens: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const code = await createPairing(store, deps, { name: `Rep ${n}`, role: 'rep' });
    const paired = await pair(store, deps, code, 'Chrome');
    if (!paired.ok) throw new Error(paired.why);
    tokens.push(paired.token);
  }
  return tokens;
};
