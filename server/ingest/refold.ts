import { setImmediate as breathe } from 'node:timers/promises';
import { describeError, type Log } from '../log.ts';
import { type Ingest, type IngestDeps, ingestOf } from './context.ts';
import { markedCustomers, refoldMarked } from './events.ts';
import { foldVersion } from './lifecycle.ts';

const FIRST = 250;
const FEWEST = 20;
const MOST = 1_000;
/** How long a transaction may keep others waiting. Customers differ much in how many events they have. */
const AIM_MS = 200;

/** A customer who cannot be folded, and why: something of theirs is damaged. */
export type Unfolded = { customer: string; error: unknown };

/** What reading something damaged throws. All else is a fault of the store, and ends the folding. */
const isDamage = (error: unknown): boolean =>
  error instanceof SyntaxError || error instanceof TypeError || error instanceof RangeError;

/**
 * Folds every marked customer anew, some at a time, so that others get their turn in between. One who cannot be folded keeps
 * their mark and stops nobody else.
 * @returns those who cannot
 */
export const refoldAllMarked = async (deps: IngestDeps, cause: string): Promise<Unfolded[]> => {
  const unfolded: Unfolded[] = [];
  const write = (work: (ingest: Ingest) => Promise<void>) =>
    deps.store.write(async (tx) => work(await ingestOf(deps, tx)));
  const foldEach = async (ids: readonly string[]): Promise<void> => {
    for (const customer of ids)
      try {
        await write((ingest) => refoldMarked(ingest, [customer], cause));
      } catch (error) {
        if (!isDamage(error)) throw error;
        unfolded.push({ customer, error });
      }
  };
  let most = FIRST;
  for (;;) {
    const started = deps.now();
    const but = unfolded.map(({ customer }) => customer);
    let ids: string[] = [];
    try {
      await write(async (ingest) => {
        ids = await markedCustomers(ingest, most, but);
        if (ids.length > 0) await refoldMarked(ingest, ids, cause);
      });
    } catch (error) {
      if (!isDamage(error) || ids.length === 0) throw error;
      await foldEach(ids);
    }
    if (ids.length === 0) return unfolded;
    const took = Math.max(1, deps.now() - started);
    most = Math.min(MOST, Math.max(FEWEST, Math.round((most * AIM_MS) / took)));
    await breathe();
  }
};

/** Tells a log who could not be folded. */
export const logUnfolded = (log: Log, unfolded: readonly Unfolded[]): void => {
  for (const { customer, error } of unfolded)
    log('error', 'refold-failed', { customer, ...describeError(error) });
};

/** Marks customers whose facts were made by another version of the fold, as after an update of the server. */
export const markOutdated = (deps: IngestDeps): Promise<unknown> =>
  deps.store.write((tx) =>
    tx
      .insertInto('refolds')
      .columns(['customer_id'])
      .expression(
        tx
          .selectFrom('customers')
          .select('id')
          .where('fold_version', '!=', foldVersion)
          .where('gone', '=', 0),
      )
      .onConflict((c) => c.doNothing())
      .execute(),
  );
