import type { TimelineEntry } from '#lib/contract/customer.ts';
import type { Dbs } from './look-up.ts';
import type { OutboxRow } from './outbox-db.ts';
import type { Unnumbered } from './overlay.ts';

/** What a mutation is about, as far as this device knows it. */
type About = { type?: TimelineEntry['type']; data?: TimelineEntry['data']; customer?: string };

const aboutOf = async ({ cache }: Dbs, row: OutboxRow): Promise<About> => {
  const record = (await cache.customers.get(row.customer))?.record;
  // Our own database, written by `enqueue` with typed arguments.
  const mutation = JSON.parse(row.body) as Unnumbered;
  const name = record && { customer: record.profile.name };
  switch (mutation.name) {
    case 'customer.create':
      return { customer: mutation.args.profile.name };
    case 'event.record':
      return { type: mutation.args.event.type, data: mutation.args.event.data, ...name };
    case 'event.undo': {
      const entry = record?.timeline.find(({ id }) => id === mutation.args.event);
      return { ...(entry && { type: entry.type, data: entry.data }), ...name };
    }
  }
};

/** What the server refused, oldest first, with what it was about. */
export const readParked = async (dbs: Dbs) => {
  const rows = await dbs.outbox.mutations.where('state').equals('parked').sortBy('at');
  const parked = rows.filter((row) => row.state === 'parked');
  return Promise.all(
    parked.map(async (row) => ({
      id: row.id,
      at: row.at,
      what: row.name,
      about: await aboutOf(dbs, row),
      code: row.code,
      message: row.message,
    })),
  );
};
