import { setImmediate as breathe } from 'node:timers/promises';
import { type IngestDeps, ingestOf } from './context.ts';
import { refoldMarked } from './events.ts';
import { foldVersion } from './lifecycle.ts';

const FIRST = 250;
const FEWEST = 20;
const MOST = 1_000;
/** How long a transaction may keep others waiting. Customers differ much in how many events they have. */
const AIM_MS = 200;

/** Folds every marked customer anew, some at a time, so that others get their turn in between. */
export const refoldAllMarked = async (deps: IngestDeps, cause: string): Promise<void> => {
  let most = FIRST;
  for (;;) {
    const started = deps.now();
    const done = await deps.store.write(async (tx) => refoldMarked(await ingestOf(deps, tx), most, cause));
    if (done === 0) return;
    const took = Math.max(1, deps.now() - started);
    most = Math.min(MOST, Math.max(FEWEST, Math.round((most * AIM_MS) / took)));
    await breathe();
  }
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
