import { z } from 'zod';
import { type EventType, eventTypes } from './events.ts';
import { Facts } from './facts.ts';
import { Address, Id, Instant, ShortText } from './primitives.ts';

export const Profile = z.object({
  name: ShortText,
  addresses: z.array(Address).max(50),
  company: ShortText.optional(),
  title: ShortText.optional(),
  phone: z.string().max(60).optional(),
  /** BCP 47 and IANA names. */
  locale: z.string().max(35).optional(),
  timezone: z.string().max(60).optional(),
  /** How they came to us: first-touch source. */
  source: ShortText.optional(),
  /** True for a company account with several people and a buying process. */
  account: z.boolean().optional(),
  /** The member who looks after them. */
  owner: Id.optional(),
  /** Where reps see only their teams' customers: whose these are. Absent: everybody's. */
  team: ShortText.optional(),
  tags: z.array(z.string().max(60)).max(50).optional(),
  externalIds: z.record(z.string().max(40), z.string().max(128)).optional(),
  createdAt: Instant,
});
export type Profile = z.infer<typeof Profile>;

/** One line of the timeline: an event without its envelope. `data` was validated when it was recorded. */
export const TimelineEntry = z.object({
  id: Id,
  type: z.enum(eventTypes as [EventType, ...EventType[]]),
  at: Instant,
  by: z.string().max(120).optional(),
  data: z.record(z.string(), z.unknown()),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

/** How many timeline entries travel with a record; older ones are fetched by page. */
export const TIMELINE_SIZE = 20;

/** A customer as synced and cached. `seq` is the server's number of the last change. */
export const CustomerRecord = z.object({
  id: Id,
  profile: Profile,
  facts: Facts,
  timeline: z.array(TimelineEntry).max(TIMELINE_SIZE),
  /** How many events there are in all. */
  events: z.number().int().min(0),
  /** Absent only on a record that a device made up itself and has not pulled yet. */
  seq: z.string().max(20).optional(),
});
export type CustomerRecord = z.infer<typeof CustomerRecord>;
