import { z } from 'zod';
import { Mutation, MutationResult } from '#lib/contract/mutations.ts';
import type { Member } from '#lib/contract/sync.ts';
import { audit } from '../audit.ts';
import { insertMany } from '../store/bulk.ts';
import { Overtaken } from '../store/retry.ts';
import type { Tx } from '../store/store.ts';
import { holdClient } from './clients.ts';
import type { Ingest } from './context.ts';
import { mutators } from './mutators/index.ts';
import { type Outcome, refuse } from './mutators/types.ts';
import type { Sight } from './sight.ts';

/** A device's clock this near to ours is left alone, so that what it shows and what we store agree. */
const CLOCK_TOLERANCE = 5_000;

/** Moves an instant of a clock that was `skew` ms behind ours to ours, and never into the future. */
export const correctInstant = (at: number, skew: number, receivedAt: number): number =>
  Math.max(0, Math.min(receivedAt, Math.abs(skew) <= CLOCK_TOLERANCE ? at : at + skew));

/** Who sends, and when by both clocks. */
export type Sender = {
  clientId: string;
  member: Member;
  /** For the audit trail. */
  device: string;
  sentAt: number;
  receivedAt: number;
};

/** What must be readable so that a mutation can be refused by name at all. */
const Envelope = z.object({ mid: z.number().int().min(1), id: z.uuid() });
type Envelope = z.infer<typeof Envelope>;

/** A mutation as it came in: readable, or refused with what is wrong in it. */
export type Incoming = { envelope: Envelope; read: { mutation: Mutation } | { fault: string } };

const firstIssue = (error: z.ZodError): string => {
  const [issue] = error.issues;
  return issue ? `${issue.path.join('.') || 'mutation'}: ${issue.message}` : 'cannot be read';
};

/** Null: it cannot even be refused by name. */
export const readIncoming = (raw: unknown): Incoming | null => {
  const envelope = Envelope.safeParse(raw);
  if (!envelope.success) return null;
  const parsed = Mutation.safeParse(raw);
  const read = parsed.success ? { mutation: parsed.data } : { fault: firstIssue(parsed.error) };
  return { envelope: envelope.data, read };
};

export type Step =
  | { kind: 'settled'; result: MutationResult; lmid: number }
  | { kind: 'stop'; why: 'client-forked' | 'mutation-gap'; lmid: number }
  | { kind: 'stop'; why: 'epoch-changed' | 'forbidden' };

/** [S57] Each change by itself, never the words in it. */
const noteChange = async ({ tx, now }: Ingest, { member, device }: Sender, mutation: Mutation) => {
  const { id, name, args } = mutation;
  const event = mutation.name === 'event.record' ? { event: mutation.args.event.type } : {};
  await audit(tx, {
    ...{ id, at: now, by: { member: member.id, device }, customer: args.customer },
    ...{ action: 'changed', detail: { mutation: name, ...event } },
  });
};

const run = async (ingest: Ingest, mutation: Mutation, sender: Sender, sight: Sight): Promise<Outcome> => {
  const { member, receivedAt } = sender;
  const skew = receivedAt - sender.sentAt;
  const common = {
    id: mutation.id,
    member,
    sight,
    correct: (at: number) => correctInstant(at, skew, receivedAt),
  };
  switch (mutation.name) {
    case 'event.record':
      return mutators['event.record'](ingest, { ...common, args: mutation.args });
    case 'event.undo':
      return mutators['event.undo'](ingest, { ...common, args: mutation.args });
    case 'customer.create':
      return mutators['customer.create'](ingest, { ...common, args: mutation.args });
    case 'customer.tags':
      return mutators['customer.tags'](ingest, { ...common, args: mutation.args });
    case 'customer.assign':
      return mutators['customer.assign'](ingest, { ...common, args: mutation.args });
  }
};

/** Carries a mutation out, with its note in the trail just before it gets its number, or leaves everything as it was. */
const carryOut = async (
  ingest: Ingest,
  { read }: Incoming,
  sender: Sender,
  sight: Sight,
): Promise<Outcome> => {
  if ('fault' in read) return refuse('invalid', read.fault);
  if (sender.member.role === 'read-only') return refuse('not-yours', 'This role may only read.');
  const note = () => noteChange(ingest, sender, read.mutation);
  return run({ ...ingest, note }, read.mutation, sender, sight);
};

const toResult = ({ mid, id }: Envelope, outcome: Outcome): MutationResult => {
  const head = { mid, id };
  switch (outcome.status) {
    case 'rejected':
      return { ...head, status: 'rejected', code: outcome.code, message: outcome.message };
    case 'conflict':
      return { ...head, status: 'conflict', theirs: outcome.theirs };
    default:
      return { ...head, status: outcome.status, seq: String(outcome.seq) };
  }
};

/** A result as it was stored, for the number that its mutation has now. */
const resultFrom = (stored: string, { mid }: Envelope): MutationResult => ({
  ...MutationResult.parse(JSON.parse(stored)),
  mid,
});

const storedResult = async (tx: Tx, envelope: Envelope): Promise<MutationResult | null> => {
  const { id } = envelope;
  const row = await tx.selectFrom('mutations').select('result').where('id', '=', id).executeTakeFirst();
  return row ? resultFrom(row.result, envelope) : null;
};

/** [S12] What a number that was settled before is answered. */
const answerRepeat = async (tx: Tx, clientId: string, envelope: Envelope, lmid: number): Promise<Step> => {
  const { mid, id } = envelope;
  const sent = await tx
    .selectFrom('client_mutations')
    .select('mutation_id')
    .where('client_id', '=', clientId)
    .where('mid', '=', mid)
    .executeTakeFirst();
  if (sent && sent.mutation_id !== id) return { kind: 'stop', why: 'client-forked', lmid };
  const result = sent ? await storedResult(tx, envelope) : null;
  return { kind: 'settled', lmid, result: result ?? { status: 'expired', mid, id } };
};

const TRACE = ['client_id', 'mid', 'mutation_id', 'settled_at'] as const;
const RESULT = ['id', 'result', 'settled_at'] as const;

/** [S50] Settles one mutation in the transaction of `ingest`. */
export const settle = async (
  ingest: Ingest,
  incoming: Incoming,
  sender: Sender,
  sight: Sight,
): Promise<Step> => {
  const { tx, now } = ingest;
  const { envelope } = incoming;
  const { mid, id } = envelope;
  const { clientId } = sender;
  const client = await holdClient(ingest, sender, id);
  if (!client) return { kind: 'stop', why: 'forbidden' };
  if (mid > client.lmid + 1) return { kind: 'stop', why: 'mutation-gap', lmid: client.lmid };
  if (mid <= client.lmid) return answerRepeat(tx, clientId, envelope, client.lmid);
  // All that does not hang on the outcome comes before it, for the same reason as the note in the trail.
  await insertMany(ingest, 'client_mutations', TRACE, [[clientId, mid, id, now]], 'error', []);
  await tx.updateTable('clients').set({ lmid: mid, seen_at: now }).where('id', '=', clientId).execute();
  if (client.settled !== null)
    return { kind: 'settled', result: resultFrom(client.settled, envelope), lmid: mid };
  const result = toResult(envelope, await carryOut(ingest, incoming, sender, sight));
  const row = [id, JSON.stringify(result), now];
  const stored = await insertMany(ingest, 'mutations', RESULT, [row], 'ignore', ['id']);
  if (stored.length === 0) throw new Overtaken('this mutation was settled at the same moment');
  return { kind: 'settled', result, lmid: mid };
};
