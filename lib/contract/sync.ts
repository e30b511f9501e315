import { z } from 'zod';
import { CustomerRecord, TimelineEntry } from './customer.ts';
import { DecisionRecord } from './decision.ts';
import { MutationResult } from './mutations.ts';
import { Playbook } from './playbook.ts';
import { Id, Instant } from './primitives.ts';

/**
 * Highest and lowest wire version that this build speaks. 2: facts are lines of text, the playbook has numbers for the stages,
 * personas and a value model, and there are more kinds of events; what speaks 1 can read none of it.
 */
export const WIRE = { version: 2, floor: 2 } as const;
export const LIMITS = { pullRows: 1_000, pushMutations: 100, pushBytes: 262_144, applyRows: 500 } as const;

/** Every answer carries the history's epoch (new after a restore) and the server's clock. */
const answer = { epoch: z.uuid(), serverTime: Instant };
/** Opaque to clients; compared only by the server, and by `atLeast` below for releasing the overlay. */
export const Cursor = z.string().min(1).max(64);
export const Scope = z.literal('all');

export const Member = z.object({
  id: Id,
  name: z.string(),
  role: z.enum(['admin', 'founder', 'rep', 'read-only']),
});
export type Member = z.infer<typeof Member>;

export const HelloRequest = z.object({ clientId: z.uuid(), wire: z.number().int() });
export const HelloAnswer = z.object({
  ...answer,
  workspace: z.object({ id: Id, name: z.string() }),
  member: Member,
  scopes: z.array(Scope),
  wire: z.object({ version: z.number().int(), floor: z.number().int() }),
  customers: z.number().int(),
  /** Colleagues, to hand somebody over to. */
  members: z.array(Member).optional(),
  /** The last mutation of this client that the server has settled; 0 for a new client. */
  lmid: z.number().int(),
});
export type HelloAnswer = z.infer<typeof HelloAnswer>;

export const PairRequest = z.object({ code: z.string().min(8).max(128), device: z.string().min(1).max(80) });
export const PairAnswer = z.object({ ...answer, token: z.string().min(32), device: Id, member: Member });
export type PairAnswer = z.infer<typeof PairAnswer>;

export const SnapshotAnswer = z.object({
  ...answer,
  rows: z.array(CustomerRecord),
  /** Pass as `after` for the next page; absent on the last one. */
  after: Id.optional(),
  /** The head before the first row was read, the same on every page: the cursor once the last page is in. */
  token: Cursor,
  playbook: Playbook.optional(),
});
export type SnapshotAnswer = z.infer<typeof SnapshotAnswer>;

export const PullRequest = z.object({
  cursors: z.object({ all: Cursor }),
  limit: z.number().int().min(1).max(LIMITS.pullRows).optional(),
  /** Long-poll: milliseconds to wait for a change, at most 25 s. */
  wait: z.number().int().min(0).max(25_000).optional(),
});
export const PullAnswer = z.object({
  ...answer,
  rows: z.array(CustomerRecord),
  gone: z.array(Id),
  playbook: Playbook.optional(),
  cursors: z.object({ all: Cursor }),
  more: z.boolean(),
});
export type PullAnswer = z.infer<typeof PullAnswer>;

export const PushRequest = z.object({
  clientId: z.uuid(),
  epoch: z.uuid(),
  sentAt: Instant,
  /** Parsed one by one, so that one bad mutation is refused by name and the others go through. */
  mutations: z.array(z.unknown()).min(1).max(LIMITS.pushMutations),
});
export const PushAnswer = z.object({ ...answer, results: z.array(MutationResult), lmid: z.number().int() });
export type PushAnswer = z.infer<typeof PushAnswer>;

export const EventsPage = z.object({
  ...answer,
  entries: z.array(TimelineEntry),
  before: z.string().optional(),
});
export type EventsPage = z.infer<typeof EventsPage>;

/** Decisions that were shown, to be kept for evaluation. Sent again, they are stored once. */
export const DecisionsRequest = z.object({ decisions: z.array(DecisionRecord).min(1).max(50) });
export const DecisionsAnswer = z.object({ ...answer, stored: z.number().int() });

export const Digest = z.object({
  ...answer,
  count: z.number().int(),
  xor: z.string().regex(/^[0-9a-f]{16}$/),
  cursor: Cursor,
});

/** Whole-request errors. `mend` says what the reader can do about it. */
export const ErrorCode = z.enum([
  'unauthorised',
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
  'too-large',
  'upgrade-required',
  'busy',
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
