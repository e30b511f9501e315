import { setImmediate as breathe } from 'node:timers/promises';
import { type IngestDeps, ingestOf } from './context.ts';
import { refoldMarked } from './events.ts';
import { foldVersion } from './lifecycle.ts';

const BATCH = 500;

/** Folds every marked customer anew, a few at a time, so that others get their turn in between. */
export const refoldAllMarked = async (deps: IngestDeps, cause: string): Promise<void> => {
  for (;;) {
    const done = await deps.store.write(async (tx) => refoldMarked(await ingestOf(deps, tx), BATCH, cause));
    if (done === 0) return;
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
