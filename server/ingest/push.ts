import type { MutationResult } from '#lib/contract/mutations.ts';
import { isTransient } from '../store/retry.ts';
import type { Store } from '../store/store.ts';
import type { Ingest } from './context.ts';
import type { Playbooks } from './playbooks.ts';
import { readIncoming, type Sender, type Step, settle } from './settle.ts';
import { sightOf } from './sight.ts';

export type PushDeps = {
  store: Store;
  playbooks: Playbooks;
  /** Told of what ended a batch early, where that is not thrown. */
  onStop: (error: unknown) => void;
};

export type PushCall = Sender & {
  /** The history that the device believes in; compared in each transaction ([S54]). */
  epoch: string;
  mutations: readonly unknown[];
};

export type PushOutcome =
  | { ok: true; results: MutationResult[]; lmid: number }
  | { ok: false; why: 'client-forked' | 'mutation-gap'; lmid: number }
  | { ok: false; why: 'epoch-changed' | 'forbidden' | 'unreadable' | 'busy' };

/**
 * Settles a device's mutations one by one, each exactly once, in its own transaction. What cannot be settled
 * now (a busy store, a gap, a fork) ends the batch; what came before it stands and is answered.
 */
export const push = async (deps: PushDeps, call: PushCall): Promise<PushOutcome> => {
  const { store, playbooks } = deps;
  const results: MutationResult[] = [];
  let lmid = 0;
  for (const raw of call.mutations) {
    const incoming = readIncoming(raw);
    if (!incoming) return results.length > 0 ? { ok: true, results, lmid } : { ok: false, why: 'unreadable' };
    let step: Step;
    try {
      step = await store.writeShort(async (tx): Promise<Step> => {
        const { epoch, byTeams, playbook } = await playbooks(tx);
        if (epoch !== call.epoch) return { kind: 'stop', why: 'epoch-changed' };
        const ingest: Ingest = { tx, kind: store.kind, now: call.receivedAt, playbook };
        return settle(ingest, incoming, call, sightOf(call.member, byTeams));
      });
    } catch (error) {
      const stood = results.length > 0;
      if (!stood && !isTransient(error)) throw error;
      deps.onStop(error);
      return stood ? { ok: true, results, lmid } : { ok: false, why: 'busy' };
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
