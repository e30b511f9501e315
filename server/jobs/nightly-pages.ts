import { setImmediate as breathe } from 'node:timers/promises';
import type { Facts } from '#lib/contract/facts.ts';
import type { IngestDeps } from '../ingest/context.ts';
import type { CustomerState } from '../ingest/customers.ts';
import { fromRow } from '../ingest/customers.ts';
import { foldVersion } from '../ingest/lifecycle.ts';
import type { CustomerRow } from '../store/schema.ts';

const FIRST = 100;
const FEWEST = 10;
const MOST = 500;
/** How long one page may keep others waiting at night; pages grow and shrink towards it. */
const AIM_MS = 50;

/** A customer without their timeline, which nothing here reads. */
export type PageRow = Pick<CustomerRow, 'id' | 'seq' | 'profile' | 'facts' | 'events'>;

/** Our own JSON, as in `fromRow`. */
export const factsOf = ({ facts }: PageRow): Facts => JSON.parse(facts);
export const stateOf = (row: PageRow): CustomerState => fromRow({ ...row, timeline: '[]' });

/**
 * All customers, some at a time, in the order of their ids, with a pause between two pages in which others get their turn.
 * Those whose facts an older version made are left out until they are folded anew.
 */
export async function* eachPage({
  store,
  signal,
  aim = AIM_MS,
}: Pick<IngestDeps, 'store'> & { signal: AbortSignal; aim?: number }): AsyncGenerator<readonly PageRow[]> {
  let after = '';
  let most = FIRST;
  for (;;) {
    signal.throwIfAborted();
    const started = performance.now();
    const last = after;
    const page = await store.read((tx) =>
      tx
        .selectFrom('customers')
        .select(['id', 'seq', 'profile', 'facts', 'events'])
        .where('id', '>', last)
        .where('gone', '=', 0)
        .where('fold_version', '=', foldVersion)
        .orderBy('id')
        .limit(most)
        .execute(),
    );
    const end = page.at(-1);
    if (!end) return;
    yield page;
    after = end.id;
    const took = Math.max(1, performance.now() - started);
    most = Math.min(MOST, Math.max(FEWEST, Math.round((most * aim) / took)));
    await breathe();
  }
}
