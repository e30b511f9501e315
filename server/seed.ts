import type { Profile } from '#lib/contract/customer.ts';
import type { SukiEvent } from '#lib/contract/events.ts';
import { chunks, type Ingest } from './ingest/context.ts';
import { insertCustomers, newCustomer } from './ingest/customers.ts';
import { markedCustomers, refoldMarked, storeEvents } from './ingest/events.ts';
import { createPlaybooks } from './ingest/playbooks.ts';
import type { Store } from './store/store.ts';
import { takeNumber } from './store/workspace.ts';

const BATCH = 500;

export type Seed = { profiles: { id: string; profile: Profile }[]; events: SukiEvent[] };

/**
 * Loads a sample workspace the way everything comes in, all of it or nothing. Only into an empty store: one with
 * customers is left as it is.
 * @returns how many customers were loaded; 0 when there were some
 */
export const seedWorkspace = (store: Store, seed: Seed, now: number): Promise<number> =>
  store.write(async (tx) => {
    if (await tx.selectFrom('customers').select('id').limit(1).executeTakeFirst()) return 0;
    const playbook = (await createPlaybooks()(tx)).playbook;
    const ingest: Ingest = { tx, kind: store.kind, now, playbook };
    const states = seed.profiles.map(({ id, profile }) => newCustomer(id, profile));
    for (const some of chunks(states, BATCH)) await insertCustomers(ingest, some, await takeNumber(tx));
    await storeEvents(ingest, seed.events);
    for (let ids = await markedCustomers(ingest, BATCH); ids.length > 0; ) {
      await refoldMarked(ingest, ids, 'sample');
      ids = await markedCustomers(ingest, BATCH);
    }
    return seed.profiles.length;
  });
