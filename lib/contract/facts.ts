import { z } from 'zod';
import { type EventType, eventTypes } from './events.ts';
import { Instant } from './primitives.ts';

/**
 * What is known of a customer, folded from their events and nothing else. Order does not matter: tallies are
 * counts with a first and a last, and each list keeps the newest N of its group (ties broken by id).
 */
export type Tally = { n: number; first: number; last: number };
/** How a tally is stored: count, first, last. */
const StoredTally = z.tuple([z.number().int().min(1), Instant, Instant]);
export type StoredTally = z.infer<typeof StoredTally>;

/**
 * An event cut down to what the lifecycle reads. `d` holds only scalars. `id` is the short mark of the event's
 * id (lib/lifecycle/mark.ts): ids may be 128 characters long, and facts have to stay small.
 */
export type Stub = {
  id: string;
  type: EventType;
  at: number;
  d: Record<string, string | number | boolean>;
};

export const factGroups = [
  'orders',
  'deliveries',
  'subscription',
  'billing',
  'lately',
  'care',
  'owed',
  'promises',
  'contacts',
  'offers',
  'talks',
  'feedback',
  'advocacy',
  'behaviour',
  'limits',
  'usage',
  'features',
  'known',
  'desk',
  'done',
  'actions',
  'stages',
] as const;
export type FactGroup = (typeof factGroups)[number];

export const Facts = z.object({
  /** Version of the fold that made them; another version means: fold again. */
  v: z.number().int(),
  tally: z.partialRecord(z.enum(eventTypes as [EventType, ...EventType[]]), StoredTally),
  /** Words from the customer (`in`), words from us (`out`), and everything together (`all`). */
  totals: z.partialRecord(z.enum(['in', 'out', 'all']), StoredTally),
  /**
   * Per currency: number of completed orders and what they came to, the first order alone, and the newest months
   * (`2026-11`, UTC). Never summed across currencies.
   */
  money: z.record(
    z.string(),
    z.object({
      n: z.number().int(),
      total: z.number(),
      first: z.object({ at: Instant, id: z.string(), total: z.number() }).optional(),
      months: z.record(z.string(), z.number()),
    }),
  ),
  /** What they began with: the first order or subscription, and the beginning of the product's name. */
  began: z.object({ at: Instant, id: z.string(), what: z.string().optional() }).optional(),
  /** The newest stubs of each group that has any, newest first, each as one line of text (lib/lifecycle/packed.ts). */
  recent: z.partialRecord(z.enum(factGroups), z.array(z.string())),
});
export type Facts = z.infer<typeof Facts>;

/** The same facts, opened to be read: as they lie in memory, never as they are stored or sent. */
export type OpenFacts = Pick<Facts, 'v' | 'money' | 'began'> & {
  open: true;
  tally: Partial<Record<EventType, Tally>>;
  totals: Partial<Record<'in' | 'out' | 'all', Tally>>;
  recent: Record<FactGroup, Stub[]>;
};
