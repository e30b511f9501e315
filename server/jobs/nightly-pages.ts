import { setImmediate as breathe } from 'node:timers/promises';
import type { Facts } from '#lib/contract/facts.ts';
import type { IngestDeps } from '../ingest/context.ts';
import { foldVersion, type Subject } from '../ingest/lifecycle.ts';
import type { CustomerRow } from '../store/schema.ts';

const FIRST = 25;
const FEWEST = 10;
const MOST = 500;
/**
 * How long one page may keep others waiting at night; pages grow and shrink towards it. Short, because a process takes in one new
 * connection between two pages.
 */
const AIM_MS = 10;

/** A customer without their timeline, which nothing here reads. */
export type PageRow = Pick<CustomerRow, 'id' | 'profile' | 'facts' | 'events'>;

/** Our own JSON, as when a customer is held. Null where it is damaged: whoever that is is left out until it is mended. */
const own = <T>(read: () => T): T | null => {
  try {
    return read();
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
};

export const factsOf = ({ facts }: Pick<PageRow, 'facts'>): Facts | null => own(() => JSON.parse(facts));
export const subjectOf = ({ id, profile, facts }: PageRow): Subject | null =>
  own(() => ({ id, profile: JSON.parse(profile), facts: JSON.parse(facts) }));

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
        .select(['id', 'profile', 'facts', 'events'])
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
