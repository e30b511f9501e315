import { z } from 'zod';
import { Profile } from './customer.ts';
import { SukiEvent } from './events.ts';
import { Id, Instant, ShortText } from './primitives.ts';
import { Stage } from './stage.ts';

const Tag = z.string().min(1).max(60);
/** Who looks after a customer; null: nobody, or no team. */
const Assignment = z.object({ owner: Id.nullable(), team: ShortText.nullable() });
export type Assignment = z.infer<typeof Assignment>;

/**
 * What a device may ask of the server. One mutation touches one customer, is fixed when made, and a retry
 * sends the same bytes. An event's id is the id of the mutation that records it.
 */
export const mutationArgs = {
  'event.record': z.object({
    customer: Id,
    event: SukiEvent,
    /** For a stage set by hand, or lifted: the event of the one that the rep saw in force, null for none. */
    base: Id.nullable().optional(),
  }),
  'event.undo': z.object({ customer: Id, event: Id }),
  'customer.create': z.object({ customer: Id, profile: Profile }),
  /** Adding and removing go together whatever order they come in from several devices; the last word on one tag wins. */
  'customer.tags': z.object({ customer: Id, add: z.array(Tag).max(50), remove: z.array(Tag).max(50) }),
  'customer.assign': z.object({ customer: Id, to: Assignment, base: Assignment }),
} as const;
export type MutationName = keyof typeof mutationArgs;
export type MutationArgs<N extends MutationName> = z.infer<(typeof mutationArgs)[N]>;

const head = {
  /** The client's own running number, from 1, without gaps. */
  mid: z.number().int().min(1),
  /** UUID; the server compares it as well as `mid`, so that a copied profile is noticed. */
  id: z.uuid(),
  v: z.literal(1),
  at: Instant,
};
export const Mutation = z.discriminatedUnion('name', [
  z.object({ ...head, name: z.literal('event.record'), args: mutationArgs['event.record'] }),
  z.object({ ...head, name: z.literal('event.undo'), args: mutationArgs['event.undo'] }),
  z.object({ ...head, name: z.literal('customer.create'), args: mutationArgs['customer.create'] }),
  z.object({ ...head, name: z.literal('customer.tags'), args: mutationArgs['customer.tags'] }),
  z.object({ ...head, name: z.literal('customer.assign'), args: mutationArgs['customer.assign'] }),
]);
export type Mutation = z.infer<typeof Mutation>;

/** Why a mutation was refused. Each has plain words in lib/i18n. */
export const RefusalCode = z.enum([
  'invalid',
  'unknown-customer',
  'unknown-event',
  'not-yours',
  'not-recordable',
  'address-taken',
  'exists',
  'unknown-member',
  'too-many',
  // Said by the device itself: made for another member or workspace than the one it is paired with now.
  'other-account',
  // Said by the device itself: the server has failed at it, and at nothing else, for a day.
  'stuck',
  // Said by the device itself: an admin signed it out before this had gone out.
  'revoked',
]);
export type RefusalCode = z.infer<typeof RefusalCode>;

/** What a colleague has set meanwhile, to be shown beside the rep's own. `base` is what a second try has to name. */
export const Theirs = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('stage'),
    base: Id.nullable(),
    /** Null: derived by the rules. */
    to: Stage.nullable(),
    by: z.string().max(120).optional(),
    at: Instant.optional(),
  }),
  z.object({ what: z.literal('assignment'), base: Assignment, ownerName: z.string().max(300).optional() }),
]);
export type Theirs = z.infer<typeof Theirs>;

/** `applied` carries the number after which a pull shows it. `at` is the server's receipt. */
export const MutationResult = z.discriminatedUnion('status', [
  z.object({ status: z.literal('applied'), mid: z.number().int(), id: z.uuid(), seq: z.string() }),
  z.object({ status: z.literal('noop'), mid: z.number().int(), id: z.uuid(), seq: z.string() }),
  z.object({
    status: z.literal('rejected'),
    mid: z.number().int(),
    id: z.uuid(),
    code: RefusalCode,
    message: z.string(),
  }),
  z.object({ status: z.literal('conflict'), mid: z.number().int(), id: z.uuid(), theirs: Theirs }),
  z.object({ status: z.literal('expired'), mid: z.number().int(), id: z.uuid() }),
]);
export type MutationResult = z.infer<typeof MutationResult>;
