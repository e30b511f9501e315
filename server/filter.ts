import { createHmac, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type AddressHash, FilterHead } from '#lib/contract/filter.ts';
import type { Tx } from './store/store.ts';

/** A version that is being made. `since`: the number at which it was begun; who came later is hashed when they come. */
const NextFilter = z.object({
  version: z.string(),
  key: z.string(),
  at: z.number(),
  since: z.number(),
});
export type NextFilter = z.infer<typeof NextFilter>;

/** 32 bytes, base64url. */
export const newFilterKey = (): string => randomBytes(32).toString('base64url');

/** How an address is hashed for the filter (lib/contract/filter.ts): the first 64 bits of an HMAC with the workspace's key. */
export const hashAddress = (key: string, address: string): AddressHash =>
  createHmac('sha256', Buffer.from(key, 'base64url')).update(address).digest('hex').slice(0, 16);

export type Filters = { inUse: FilterHead | null; next: NextFilter | null; renew: boolean };

const KEYS = ['filter', 'filter_next', 'filter_renew'] as const;

/** The filter that devices have, the one that is being made, and whether the key has to be renewed. */
export const readFilters = async (tx: Tx): Promise<Filters> => {
  const rows = await tx.selectFrom('meta').selectAll().where('key', 'in', KEYS).execute();
  const value = (key: (typeof KEYS)[number]): unknown => {
    const row = rows.find((candidate) => candidate.key === key);
    return row ? JSON.parse(row.value) : undefined;
  };
  return {
    inUse: FilterHead.safeParse(value('filter')).data ?? null,
    next: NextFilter.safeParse(value('filter_next')).data ?? null,
    renew: value('filter_renew') !== undefined,
  };
};

export const writeMeta = (tx: Tx, key: (typeof KEYS)[number], value: unknown): Promise<unknown> =>
  tx
    .insertInto('meta')
    .values({ key, value: JSON.stringify(value) })
    .onConflict((c) => c.column('key').doUpdateSet({ value: JSON.stringify(value) }))
    .execute();

/** To be called where a device is revoked ([S83]): the next run of the job makes a filter with another key. */
export const renewFilter = (tx: Tx): Promise<unknown> => writeMeta(tx, 'filter_renew', true);

/** The rows by which these addresses are found, in every version that is in use or being made. None while there is no filter. */
export const hashRows = (
  { inUse, next }: Pick<Filters, 'inUse' | 'next'>,
  addresses: readonly { address: string; customer_id: string }[],
  seq: number,
): { hash: string; version: string; customer_id: string; seq: number }[] =>
  [inUse, next].flatMap((filter) =>
    filter
      ? addresses.map(({ address, customer_id }) => ({
          hash: hashAddress(filter.key, address),
          version: filter.version,
          customer_id,
          seq,
        }))
      : [],
  );
