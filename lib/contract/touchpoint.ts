import { z } from 'zod';
import { Id, Instant, ShortText, Text } from './primitives.ts';
import { Stage, Status } from './stage.ts';

/** HubSpot's engagement types, so that an export loses nothing. */
export const TouchpointKind = z.enum([
  'CALL',
  'EMAIL',
  'MEETING',
  'NOTE',
  'TASK',
  'COMMUNICATION',
  'POSTAL_MAIL',
]);
export type TouchpointKind = z.infer<typeof TouchpointKind>;

/** Why somebody got in touch. The guards G1, G3 and G13 read it. */
export const Purpose = z.enum([
  'care',
  'answer',
  'educate',
  'thanks',
  'apology',
  'feedback',
  'billing',
  'news',
  'commercial',
]);
export type Purpose = z.infer<typeof Purpose>;

/** What a matter is about, in words that plays and reports can read. */
export const topics = [
  'product',
  'service',
  'support',
  'delivery',
  'returns',
  'billing',
  'setup',
  'other',
] as const;
export const Topic = z.enum(topics);
export type Topic = z.infer<typeof Topic>;

export const Direction = z.enum(['in', 'out']);
export type Direction = z.infer<typeof Direction>;

export const Initiator = z.enum(['rep', 'founder', 'automation', 'customer']);
export type Initiator = z.infer<typeof Initiator>;

/** What one click logs. `channel` is the medium in plain words ("email", "phone", "whatsapp"). */
export const Touchpoint = z.object({
  kind: TouchpointKind,
  direction: Direction,
  channel: z.string().min(1).max(40),
  initiator: Initiator,
  purpose: Purpose,
  minutes: z.number().min(0).max(1_440).optional(),
  answeredFully: z.enum(['yes', 'partly', 'no']).optional(),
  mood: z.union([z.literal(-1), z.literal(0), z.literal(1)]).optional(),
  text: Text.optional(),
  url: z.url().max(2_000).optional(),
  /** The play that this touchpoint carried out. */
  play: Id.optional(),
  /** Set when the touchpoint promises something: when it is due. */
  promisedFor: Instant.optional(),
  subject: ShortText.optional(),
  /** The complaint or question that it is about. */
  ref: Id.optional(),
  topic: Topic.optional(),
  /** Where the customer stood when it was logged (health 0..100, null: not enough known). */
  standing: z
    .object({ stage: Stage, status: Status, health: z.number().min(0).max(100).nullable() })
    .optional(),
});
export type Touchpoint = z.infer<typeof Touchpoint>;
