import { z } from 'zod';
import { CustomerRecord, TimelineEntry } from './customer.ts';
import { DecisionRecord } from './decision.ts';
import { FilterHead } from './filter.ts';
import { MutationResult } from './mutations.ts';
import { Cursor } from './page.ts';
import { Id, Instant, ShortText } from './primitives.ts';
import { Scope } from './scope.ts';

/**
 * Highest and lowest wire version that this build speaks. 3: records come as lines of text (page.ts), there are scopes with one
 * cursor for all of them, and a mutation may be answered with a conflict; what speaks 2 can read none of it.
 */
export const WIRE = { version: 3, floor: 3 } as const;
export const LIMITS = { pullRows: 1_000, pushMutations: 100, pushBytes: 262_144, applyRows: 500 } as const;

/** Every answer carries the history's epoch (new after a restore) and the server's clock. */
const answer = { epoch: z.uuid(), serverTime: Instant };
export const Member = z.object({
  id: Id,
  name: z.string(),
  role: z.enum(['admin', 'founder', 'rep', 'read-only']),
  /** Absent: of no team. */
  teams: z.array(ShortText).max(50).optional(),
});
export type Member = z.infer<typeof Member>;

export const HelloRequest = z.object({ clientId: z.uuid(), wire: z.number().int() });
export const HelloAnswer = z.object({
  ...answer,
  workspace: z.object({ id: Id, name: z.string() }),
  member: Member,
  /** What this device follows, in the order in which to load it. Another list than before: load anew. */
  scopes: z.array(Scope).min(1),
  /** The scopes hold every customer that this member may see: who is not in the cache is none. */
  whole: z.boolean(),
  /** Absent while the scopes are whole: nobody has to be asked for then. */
  filter: FilterHead.optional(),
  wire: z.object({ version: z.number().int(), floor: z.number().int() }),
  /** How many customers the scopes hold, about. */
  customers: z.number().int(),
  /** Colleagues, to hand somebody over to. */
  members: z.array(Member).optional(),
  /** When the token ends that was used; POST /devices/self/token gives a new one, also some time after. */
  tokenUntil: Instant,
  /** The last mutation of this client that the server has settled; 0 for a new client. */
  lmid: z.number().int(),
});
export type HelloAnswer = z.infer<typeof HelloAnswer>;

export const PairRequest = z.object({ code: z.string().min(8).max(128), device: z.string().min(1).max(80) });
export const PairAnswer = z.object({ ...answer, token: z.string().min(32), device: Id, member: Member });
export type PairAnswer = z.infer<typeof PairAnswer>;

/** A new token in place of the one that was sent, which works until the new one is used for the first time. */
export const TokenAnswer = z.object({ ...answer, token: z.string().min(32), tokenUntil: Instant });
export type TokenAnswer = z.infer<typeof TokenAnswer>;

export const PullRequest = z.object({
  clientId: z.uuid(),
  epoch: z.uuid(),
  cursor: Cursor,
  /** What the device believes that it follows; `scopes-changed` when that is no longer so. */
  scopes: z.array(Scope).min(1).max(200),
  limit: z.number().int().min(1).max(LIMITS.pullRows).optional(),
  /** Long-poll: milliseconds to wait for a change, at most 25 s. */
  wait: z.number().int().min(0).max(25_000).optional(),
});
export type PullRequest = z.infer<typeof PullRequest>;

export const PushRequest = z.object({
  clientId: z.uuid(),
  epoch: z.uuid(),
  sentAt: Instant,
  /** Parsed one by one, so that one bad mutation is refused by name and the others go through. */
  mutations: z.array(z.unknown()).min(1).max(LIMITS.pushMutations),
});
export const PushAnswer = z.object({ ...answer, results: z.array(MutationResult), lmid: z.number().int() });
export type PushAnswer = z.infer<typeof PushAnswer>;

export const CustomerAnswer = z.object({ ...answer, customer: CustomerRecord });

export const EventsPage = z.object({
  ...answer,
  entries: z.array(TimelineEntry),
  before: z.string().optional(),
});
export type EventsPage = z.infer<typeof EventsPage>;

/** Decisions that were shown, to be kept for evaluation. Sent again, they are stored once. */
export const DecisionsRequest = z.object({ decisions: z.array(DecisionRecord).min(1).max(50) });
export const DecisionsAnswer = z.object({ ...answer, stored: z.number().int() });

/** The sum over the scopes that are asked for (lib/contract/digest.ts). */
export const Digest = z.object({
  ...answer,
  count: z.number().int(),
  xor: z.string().regex(/^[0-9a-f]{16}$/),
  cursor: Cursor,
});
export type Digest = z.infer<typeof Digest>;

/** Whole-request errors. `mend` says what the reader can do about it. */
export const ErrorCode = z.enum([
  // Nobody's token, or one that was not used for too long.
  'unauthorised',
  // Known, but over: POST /devices/self/token gives a new one.
  'token-expired',
  // Signed out by an admin: the device forgets the customers.
  'device-revoked',
  'forbidden',
  'invalid',
  'not-found',
  'pairing-used',
  'pairing-expired',
  'pairing-unknown',
  'client-forked',
  'mutation-gap',
  'epoch-changed',
  'cursor-ahead',
  // What has gone since is no longer known: load anew.
  'cursor-too-old',
  'scopes-changed',
  'too-large',
  'upgrade-required',
  'busy',
  // More requests than one device needs.
  'too-many',
  'internal',
]);
export type ErrorCode = z.infer<typeof ErrorCode>;
export const ErrorAnswer = z.object({
  error: z.object({
    code: ErrorCode,
    message: z.string(),
    mend: z.string().optional(),
    lmid: z.number().int().optional(),
  }),
});
export type ErrorAnswer = z.infer<typeof ErrorAnswer>;

/** True when cursor `a` has passed `b`. Cursors of one epoch only. */
export const atLeast = (a: string, b: string): boolean => BigInt(a) >= BigInt(b);
