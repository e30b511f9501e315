import { z } from 'zod';
import { Currency, Id, Instant } from './primitives.ts';
import { Stage } from './stage.ts';

/** What can be asked of a customer to see whether a persona fits. A closed set, like the triggers of plays. */
export const PersonaRule = z.discriminatedUnion('of', [
  // Who they are
  z.object({ of: z.literal('title'), includes: z.string().min(1).max(60) }),
  z.object({ of: z.literal('company'), known: z.boolean() }),
  z.object({ of: z.literal('account'), is: z.boolean() }),
  z.object({ of: z.literal('tag'), is: z.string().min(1).max(60) }),
  z.object({ of: z.literal('locale'), begins: z.string().min(2).max(35) }),
  z.object({ of: z.literal('source'), includes: z.string().min(1).max(60) }),
  // What they do
  z.object({ of: z.literal('stage'), in: z.array(Stage).min(1) }),
  z.object({
    of: z.literal('orders'),
    atLeast: z.number().int().min(0),
    atMost: z.number().int().optional(),
  }),
  z.object({ of: z.literal('rhythm'), atMostDays: z.number().min(1) }),
  z.object({ of: z.literal('spend'), currency: Currency, atLeast: z.number().min(0) }),
  z.object({ of: z.literal('subscription'), active: z.boolean() }),
  z.object({ of: z.literal('asks'), atLeast: z.number().int().min(1) }),
]);
export type PersonaRule = z.infer<typeof PersonaRule>;

/** Somebody whom the team can picture: a name, a story, and the rules by which they are recognised. */
export const Persona = z.object({
  id: Id,
  name: z.string().min(1).max(60),
  story: z.string().max(600),
  rules: z.array(PersonaRule).min(1).max(12),
  /** When the team last looked whether it still holds. */
  reviewedAt: Instant,
});
export type Persona = z.infer<typeof Persona>;
