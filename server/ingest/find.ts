import type { FilterAdditions } from '#lib/contract/filter.ts';
import { HELD } from '#lib/contract/scope.ts';
import { readFilters } from '../filter.ts';
import { Refused } from '../http/errors.ts';
import { among } from '../store/among.ts';
import { insertMany } from '../store/bulk.ts';
import type { Store, Tx } from '../store/store.ts';
import { readStanding } from '../store/workspace.ts';
import { holdClient } from './clients.ts';
import type { Ingest } from './context.ts';
import { foldVersion } from './lifecycle.ts';
import { pageText, RECORD } from './page-text.ts';
import type { Playbooks } from './playbooks.ts';
import type { Asker } from './scopes.ts';
import { inSight, sightOf } from './sight.ts';

/** Additions of one answer. */
const MOST_ADDED = 5_000;

/** Throws when a device has another filter than the one in use: it greets again, and is told of that. */
const mustBeInUse = async (tx: Tx, version: string): Promise<void> => {
  const { inUse } = await readFilters(tx);
  if (inUse?.version !== version)
    throw new Refused('scopes-changed', {
      message: inUse
        ? 'There is another filter of known customers now.'
        : 'There is no filter of known customers: devices hold everybody.',
      mend: 'Say hello, and go by the filter that is named there.',
    });
};

/**
 * Pins customers for a client, which follows them from now on. Of more than `most` the longest unused are let go.
 * @returns those who were let go
 */
export const pin = async (
  { tx, kind, now }: Pick<Ingest, 'tx' | 'kind' | 'now'>,
  clientId: string,
  customers: readonly string[],
  most: number = HELD.pins,
): Promise<string[]> => {
  const rows = customers.map((id) => [clientId, id, now]);
  const again = { key: 'client_id, customer_id', update: ['used_at'] };
  await insertMany({ tx, kind }, 'pins', ['client_id', 'customer_id', 'used_at'], rows, again, []);
  const over = await tx
    .selectFrom('pins')
    .select('customer_id')
    .where('client_id', '=', clientId)
    .orderBy('used_at', 'desc')
    .orderBy('customer_id')
    // SQLite knows an offset only with a limit.
    .limit(1_000_000)
    .offset(most)
    .execute();
  const ids = over.map((row) => row.customer_id);
  if (ids.length === 0) return ids;
  await tx
    .deleteFrom('pins')
    .where('client_id', '=', clientId)
    .where(among(kind, 'customer_id', ids))
    .execute();
  return ids;
};

export type FindDeps = { store: Store; playbooks: Playbooks; now: () => number };

/**
 * [S82] Looks customers up by the hashes of their addresses, and pins who is found and in sight. In `gone` of the page: who is no
 * longer followed, because others were looked up since.
 * @returns the page, and the ids in it
 */
export const findByHash = (
  { store, playbooks, now }: FindDeps,
  { member, clientId, version, hashes }: Asker & { version: string; hashes: readonly string[] },
): Promise<{ text: string; found: string[] }> =>
  store.write(async (tx) => {
    const at = now();
    const here = await playbooks(tx);
    await mustBeInUse(tx, version);
    const client = await holdClient({ tx, kind: store.kind, now: at }, { clientId, member });
    if (!client)
      throw new Refused('forbidden', { message: 'This browser profile belongs to another member.' });
    const known = tx
      .selectFrom('known_hashes')
      .select('customer_id')
      .where('version', '=', version)
      .where(among(store.kind, 'hash', hashes));
    const rows = await tx
      .selectFrom('customers')
      .select(RECORD)
      .where('id', 'in', known)
      .where('gone', '=', 0)
      .where('fold_version', '=', foldVersion)
      .where(inSight(sightOf(member, here.byTeams)))
      .orderBy('id')
      .execute();
    const found = rows.map(({ id }) => id);
    const gone = await pin({ tx, kind: store.kind, now: at }, clientId, found);
    const own = await tx
      .selectFrom('customers')
      .select('id')
      .where(among(store.kind, 'id', gone))
      .where('owner', '=', member.id)
      .execute();
    const left = [...new Set(gone).difference(new Set(own.map(({ id }) => id)))];
    const head = {
      epoch: here.epoch,
      serverTime: at,
      cursor: String(here.head),
      more: false,
      ...(left.length > 0 ? { gone: left } : {}),
    };
    return { text: pageText(head, rows), found };
  });

/** One shard of the filter in use, as its bytes. */
export const readShard = (store: Store, version: string, shard: number): Promise<Uint8Array<ArrayBuffer>> =>
  store.read(async (tx) => {
    await mustBeInUse(tx, version);
    const row = await tx
      .selectFrom('filter_shards')
      .select('body')
      .where('version', '=', version)
      .where('shard', '=', shard)
      .executeTakeFirst();
    if (!row) throw new Refused('not-found', { message: `The filter has no shard ${shard}.` });
    return new Uint8Array(Buffer.from(row.body, 'base64'));
  });

/** Where a page of additions left off: a number of ours, and the last hash of it if there are more under that. */
const readAfter = (after: string): { seq: number; hash: string } => {
  const [, seq, hash] = after.match(/^(\d{1,16})(?:\.([0-9a-f]{16}))?$/) ?? [];
  if (seq === undefined) throw new Refused('invalid', { message: 'after: not a cursor of this server.' });
  // After all hashes of a number, unless one of them is named.
  return { seq: Number(seq), hash: hash ?? 'g' };
};

/** [S83] Hashes of addresses that came after the filter was made, page by page in the order in which they came. */
export const readAdded = (
  { store, now }: Pick<FindDeps, 'store' | 'now'>,
  version: string,
  after: string,
  most = MOST_ADDED,
): Promise<FilterAdditions> =>
  store.read(async (tx) => {
    const { epoch, head } = await readStanding(tx);
    await mustBeInUse(tx, version);
    const { seq, hash } = readAfter(after);
    const found = await tx
      .selectFrom('known_hashes')
      .select(['hash', 'seq'])
      .where('version', '=', version)
      .where((e) => e.or([e('seq', '>', seq), e.and([e('seq', '=', seq), e('hash', '>', hash)])]))
      .orderBy('seq')
      .orderBy('hash')
      .limit(most + 1)
      .execute();
    const rows = found.slice(0, most);
    const last = rows.at(-1);
    const more = rows.length < found.length;
    return {
      epoch,
      serverTime: now(),
      hashes: rows.map((row) => row.hash),
      cursor: more && last ? `${last.seq}.${last.hash}` : String(head),
      more,
    };
  });
