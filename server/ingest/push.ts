import { sql } from 'kysely';
import { z } from 'zod';
import { Mutation, MutationResult } from '#lib/contract/mutations.ts';
import type { Member } from '#lib/contract/sync.ts';
import { isTransient, Overtaken } from '../store/retry.ts';
import type { Store, Tx } from '../store/store.ts';
import { holdClient } from './clients.ts';
import type { Ingest } from './context.ts';
import { mutators } from './mutators/index.ts';
import { type Outcome, refuse } from './mutators/types.ts';
import type { Playbooks } from './playbooks.ts';
import { type Sight, sightOf } from './sight.ts';

/** A device's clock this near to ours is left alone, so that what it shows and what we store agree. */
const CLOCK_TOLERANCE = 5_000;

/** Moves an instant of a clock that was `skew` ms behind ours to ours, and never into the future. */
export const correctInstant = (at: number, skew: number, receivedAt: number): number =>
  Math.max(0, Math.min(receivedAt, Math.abs(skew) <= CLOCK_TOLERANCE ? at : at + skew));

export type PushDeps = {
  store: Store;
  playbooks: Playbooks;
  /** Told of what ended a batch early. */
  onStop: (error: unknown) => void;
};

export type PushCall = {
  clientId: string;
  member: Member;
  /** The history that the device believes in; compared in each transaction ([S54]). */
  epoch: string;
  sentAt: number;
  receivedAt: number;
  mutations: readonly unknown[];
};

export type PushOutcome =
  | { ok: true; results: MutationResult[]; lmid: number }
  | { ok: false; why: 'client-forked' | 'mutation-gap'; lmid: number }
  | { ok: false; why: 'epoch-changed' | 'forbidden' | 'unreadable' | 'busy' };

/** What must be readable so that a mutation can be refused by name at all. */
const Envelope = z.object({ mid: z.number().int().min(1), id: z.uuid() });
type Envelope = z.infer<typeof Envelope>;

const firstIssue = (error: z.ZodError): string => {
  const [issue] = error.issues;
  return issue ? `${issue.path.join('.') || 'mutation'}: ${issue.message}` : 'cannot be read';
};

type Step =
  | { kind: 'settled'; result: MutationResult; lmid: number }
  | { kind: 'stop'; why: 'client-forked' | 'mutation-gap'; lmid: number }
  | { kind: 'stop'; why: 'epoch-changed' | 'forbidden' };

const run = async (ingest: Ingest, raw: unknown, call: PushCall, sight: Sight): Promise<Outcome> => {
  const parsed = Mutation.safeParse(raw);
  if (!parsed.success) return refuse('invalid', firstIssue(parsed.error));
  if (call.member.role === 'read-only') return refuse('not-yours', 'This role may only read.');
  const mutation = parsed.data;
  const skew = call.receivedAt - call.sentAt;
  const common = {
    id: mutation.id,
    member: call.member,
    sight,
    correct: (at: number) => correctInstant(at, skew, call.receivedAt),
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

const toResult = (envelope: Envelope, outcome: Outcome): MutationResult => {
  const head = { mid: envelope.mid, id: envelope.id };
  switch (outcome.status) {
    case 'rejected':
      return { ...head, status: 'rejected', code: outcome.code, message: outcome.message };
    case 'conflict':
      return { ...head, status: 'conflict', theirs: outcome.theirs };
    default:
      return { ...head, status: outcome.status, seq: String(outcome.seq) };
  }
};

const storedResult = async (tx: Tx, envelope: Envelope): Promise<MutationResult | null> => {
  const row = await tx
    .selectFrom('mutations')
    .select('result')
    .where('id', '=', envelope.id)
    .executeTakeFirst();
  return row ? { ...MutationResult.parse(JSON.parse(row.result)), mid: envelope.mid } : null;
};

const settleOne = async (
  ingest: Ingest,
  call: PushCall,
  raw: unknown,
  envelope: Envelope,
  sight: Sight,
): Promise<Step> => {
  const { tx } = ingest;
  const client = await holdClient(ingest, call);
  if (!client) return { kind: 'stop', why: 'forbidden' };
  const { lmid } = client;
  if (envelope.mid > lmid + 1) return { kind: 'stop', why: 'mutation-gap', lmid };
  if (envelope.mid <= lmid) {
    const sent = await tx
      .selectFrom('client_mutations')
      .select('mutation_id')
      .where('client_id', '=', call.clientId)
      .where('mid', '=', envelope.mid)
      .executeTakeFirst();
    if (sent && sent.mutation_id !== envelope.id) return { kind: 'stop', why: 'client-forked', lmid };
    const result = sent ? await storedResult(tx, envelope) : null;
    return {
      kind: 'settled',
      lmid,
      result: result ?? { status: 'expired', mid: envelope.mid, id: envelope.id },
    };
  }
  let result = await storedResult(tx, envelope);
  if (!result) {
    await sql`savepoint mutator`.execute(tx);
    const outcome = await run(ingest, raw, call, sight);
    if (outcome.status === 'rejected' || outcome.status === 'conflict')
      await sql`rollback to savepoint mutator`.execute(tx);
    await sql`release savepoint mutator`.execute(tx);
    result = toResult(envelope, outcome);
    const stored = await tx
      .insertInto('mutations')
      .values({ id: envelope.id, result: JSON.stringify(result), settled_at: ingest.now })
      .onConflict((c) => c.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!stored) throw new Overtaken('this mutation was settled at the same moment');
  }
  await tx
    .insertInto('client_mutations')
    .values({
      client_id: call.clientId,
      mid: envelope.mid,
      mutation_id: envelope.id,
      settled_at: ingest.now,
    })
    .execute();
  await tx
    .updateTable('clients')
    .set({ lmid: envelope.mid, seen_at: ingest.now })
    .where('id', '=', call.clientId)
    .execute();
  return { kind: 'settled', result, lmid: envelope.mid };
};

/**
 * Settles a device's mutations one by one, each exactly once, in its own transaction. What cannot be settled
 * now (a busy store, a gap, a fork) ends the batch; what came before it stands and is answered.
 */
export const push = async (deps: PushDeps, call: PushCall): Promise<PushOutcome> => {
  const { store, playbooks } = deps;
  const results: MutationResult[] = [];
  let lmid = 0;
  for (const raw of call.mutations) {
    const envelope = Envelope.safeParse(raw);
    if (!envelope.success) {
      return results.length > 0 ? { ok: true, results, lmid } : { ok: false, why: 'unreadable' };
    }
    let step: Step;
    try {
      step = await store.write(async (tx): Promise<Step> => {
        const { epoch, byTeams, playbook } = await playbooks(tx);
        if (epoch !== call.epoch) return { kind: 'stop', why: 'epoch-changed' };
        const ingest: Ingest = { tx, kind: store.kind, now: call.receivedAt, playbook };
        return settleOne(ingest, call, raw, envelope.data, sightOf(call.member, byTeams));
      });
    } catch (error) {
      deps.onStop(error);
      if (results.length > 0) return { ok: true, results, lmid };
      if (isTransient(error)) return { ok: false, why: 'busy' };
      throw error;
    }
    if (step.kind === 'stop') {
      if (results.length > 0) return { ok: true, results, lmid };
      const { kind: _, ...why } = step;
      return { ok: false, ...why };
    }
    results.push(step.result);
    lmid = step.lmid;
  }
  return { ok: true, results, lmid };
};
