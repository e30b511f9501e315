import { z } from 'zod';
import { Profile } from './customer.ts';
import { SukiEvent } from './events.ts';
import { Id, Instant } from './primitives.ts';

/**
 * What a device may ask of the server. One mutation touches one customer, is fixed when made, and a retry
 * sends the same bytes. An event's id is the id of the mutation that records it.
 */
export const mutationArgs = {
  'event.record': z.object({ customer: Id, event: SukiEvent }),
  'event.undo': z.object({ customer: Id, event: Id }),
  'customer.create': z.object({ customer: Id, profile: Profile }),
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
  // Said by the device itself: made for another member or workspace than the one it is paired with now.
  'other-account',
]);
export type RefusalCode = z.infer<typeof RefusalCode>;

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
  z.object({ status: z.literal('expired'), mid: z.number().int(), id: z.uuid() }),
]);
export type MutationResult = z.infer<typeof MutationResult>;
