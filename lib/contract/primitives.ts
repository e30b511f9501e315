import { z } from 'zod';

/** Milliseconds since the epoch, UTC. Everything inside Suki is in these; ISO 8601 only at CSV and HTTP edges. */
export const Instant = z.number().int().min(0).max(8_640_000_000_000_000);
export type Instant = z.infer<typeof Instant>;

/** An identifier that we or another system made: printable, no white space at the ends, at most 128 characters. */
export const Id = z
  .string()
  .min(1)
  .max(128)
  .regex(/^[^\s\p{Cc}\p{Cs}]([^\p{Cc}\p{Cs}]*[^\s\p{Cc}\p{Cs}])?$/u);
export type Id = z.infer<typeof Id>;
export type CustomerId = Id;

/** An e-mail address as compared and stored: lower case, no display name (see lib/detect/address for how). */
export const Address = z
  .string()
  .min(3)
  .max(320)
  .regex(/^[^\s\p{Cc}\p{Cs}<>@,;:"]+@[^\s\p{Cc}\p{Cs}<>@,;:"]+$/u, 'not an e-mail address');
export type Address = z.infer<typeof Address>;

/** ISO 4217 code. Amounts of two currencies are never added up. */
export const Currency = z.string().regex(/^[A-Z]{3}$/, 'a currency is three capital letters, like EUR');

/** Free text of a person; long enough for a note, short enough to keep a record small. */
export const Text = z.string().max(4_000);
export const ShortText = z.string().max(300);
/** Words that become a value of their own in the store: PostgreSQL takes no NUL, and no reader is helped by the others. */
export const Words = z
  .string()
  .regex(/^(?:\P{Cc}|[\n\t])*$/u, 'has a control character in it; only line breaks and tabs may stay');

/** A price or a sum. Beyond this it is none, and sums would no longer be exact. */
export const MOST_MONEY = 9e12;
export const Amount = z.number().min(-MOST_MONEY).max(MOST_MONEY);

export const DAY = 86_400_000;
export const HOUR = 3_600_000;
