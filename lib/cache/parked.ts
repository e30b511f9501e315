import type { TimelineEntry } from '#lib/contract/customer.ts';
import type { Member } from '#lib/contract/sync.ts';
import { readMembers } from './cache.ts';
import { readRecord } from './find.ts';
import type { Dbs } from './look-up.ts';
import type { OutboxRow } from './outbox-db.ts';
import type { Unnumbered } from './overlay.ts';

/** What a mutation is about, as far as this device knows it. */
type About = {
  type?: TimelineEntry['type'];
  data?: TimelineEntry['data'];
  tags?: { add: string[]; remove: string[] };
  /** Names; null: nobody, none. */
  to?: { owner: string | null; team: string | null };
  customer?: string;
};

const aboutOf = async ({ cache }: Dbs, members: readonly Member[], row: OutboxRow): Promise<About> => {
  const record = await readRecord(cache, row.customer);
  // Our own database, written by `enqueue` with typed arguments.
  const mutation = JSON.parse(row.body) as Unnumbered;
  const name = record && { customer: record.profile.name };
  switch (mutation.name) {
    case 'customer.create':
      return { customer: mutation.args.profile.name };
    case 'customer.tags': {
      const { add, remove } = mutation.args;
      return { tags: { add, remove }, ...name };
    }
    case 'customer.assign': {
      const { owner, team } = mutation.args.to;
      const member = members.find(({ id }) => id === owner);
      return { to: { owner: member?.name ?? owner, team }, ...name };
    }
    case 'event.record':
      return { type: mutation.args.event.type, data: mutation.args.event.data, ...name };
    case 'event.undo': {
      const entry = record?.timeline.find(({ id }) => id === mutation.args.event);
      return { ...(entry && { type: entry.type, data: entry.data }), ...name };
    }
  }
};

/** What the server refused, or a colleague was faster with, oldest first, with what it was about. */
export const readParked = async (dbs: Dbs) => {
  const rows = await dbs.outbox.mutations.where('state').equals('parked').sortBy('at');
  if (rows.length === 0) return [];
  const members = await readMembers(dbs.cache);
  const said = [];
  for (const row of rows) {
    if (row.state !== 'parked') continue;
    const { id, at, name: what, customer: whom, code, message, theirs } = row;
    said.push({ id, at, what, whom, about: await aboutOf(dbs, members, row), code, message, theirs });
  }
  return said;
};
