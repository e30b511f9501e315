import { among, selectOf } from '../store/among.ts';
import type { Store } from '../store/store.ts';

/** Marks customers as to be folded anew from their events. @returns how many of them there are */
export const markForRefold = (store: Store, ids: readonly string[]): Promise<number> =>
  store.write(async (tx) => {
    const found = await tx
      .selectFrom('customers')
      .select('id')
      .where(among(store.kind, 'id', ids))
      .where('gone', '=', 0)
      .execute();
    await tx
      .insertInto('refolds')
      .columns(['customer_id'])
      .expression(
        selectOf(
          store.kind,
          found.map(({ id }) => id),
        ),
      )
      .onConflict((c) => c.doNothing())
      .execute();
    return found.length;
  });
