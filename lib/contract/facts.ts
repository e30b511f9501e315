import { z } from 'zod';
import { type EventType, eventTypes } from './events.ts';
import { Instant } from './primitives.ts';

/**
 * What is known of a customer, folded from their events and nothing else. Order does not matter: tallies are
 * counts with a first and a last, and each list keeps the newest N of its group (ties broken by id).
 */
export const Tally = z.object({ n: z.number().int().min(1), first: Instant, last: Instant });
export type Tally = z.infer<typeof Tally>;

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
  'actions',
  'stages',
] as const;
export type FactGroup = (typeof factGroups)[number];

export const Facts = z.object({
  /** Version of the fold that made them; another version means: fold again. */
  v: z.number().int(),
  tally: z.partialRecord(z.enum(eventTypes as [EventType, ...EventType[]]), Tally),
  /** Words from the customer (`in`), words from us (`out`), and everything together (`all`). */
  totals: z.partialRecord(z.enum(['in', 'out', 'all']), Tally),
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
  /** The newest stubs of each group, newest first, each as one line of text (lib/lifecycle/packed.ts). */
  recent: z.record(z.enum(factGroups), z.array(z.string())),
});
export type Facts = z.infer<typeof Facts>;

/** The same facts, opened to be read: as they lie in memory, never as they are stored or sent. */
export type OpenFacts = Omit<Facts, 'recent'> & { open: true; recent: Record<FactGroup, Stub[]> };
