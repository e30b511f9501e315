import { z } from 'zod';
import { Cursor } from './page.ts';
import { Instant } from './primitives.ts';

/**
 * The filter of known customers, so that the address of somebody who is none never leaves the browser. An address is hashed with a
 * key of the workspace: HMAC-SHA-256 of the normalised address, its first 64 bits as 16 hex digits.
 */
export const AddressHash = z.string().regex(/^[0-9a-f]{16}$/);
export type AddressHash = z.infer<typeof AddressHash>;

export const FilterHead = z.object({
  /** A new key or a new filter is a new version. */
  version: z.string().min(1).max(64),
  /** 32 bytes, base64url. */
  key: z.string().regex(/^[\w-]{43}$/),
  /** Ranges of hashes: which one a hash belongs to says lib/filter/shards.ts. */
  shards: z.number().int().min(1).max(4_096),
  /** What the shards hold; what came later is asked for as additions. */
  head: Cursor,
});
export type FilterHead = z.infer<typeof FilterHead>;

/** Addresses that came after the filter was made, exact. */
export const FilterAdditions = z.object({
  epoch: z.uuid(),
  serverTime: Instant,
  hashes: z.array(AddressHash),
  cursor: Cursor,
  more: z.boolean(),
});
export type FilterAdditions = z.infer<typeof FilterAdditions>;

/** Asks by hash, never by address. Who is found is followed from then on (scope `pin:CLIENT`); the answer is a page. */
export const FindRequest = z.object({
  clientId: z.uuid(),
  version: z.string().min(1).max(64),
  hashes: z.array(AddressHash).min(1).max(50),
});
