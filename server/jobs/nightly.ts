import { setImmediate as breathe } from 'node:timers/promises';
import type { ValueModel } from '#lib/contract/value.ts';
import { differs } from '#lib/lifecycle/value/differs.ts';
import { addToSample, emptySample, fittingModel } from '#lib/lifecycle/value/model.ts';
import type { IngestDeps } from '../ingest/context.ts';
import { amendPlaybook } from '../ingest/playbooks.ts';
import type { Log } from '../log.ts';
import { eachPage, factsOf } from './nightly-pages.ts';
import { restageAll } from './nightly-stages.ts';

const DAY = 86_400_000;
/** When the last run ended, in the table of workspace-wide values. */
const ENDED = 'nightly_at';
/** How long the fit may keep others waiting at a time. */
const SPELL_MS = 15;

export type NightlyDeps = IngestDeps & { log: Log; signal: AbortSignal };

export type NightlyReport = {
  /** Customers that were read, and those of them with an order. */
  read: number;
  buyers: number;
  quality: ValueModel['quality'];
  /** Whether devices get a new value model. */
  published: boolean;
  /** Customers whose stage has changed by nothing but time. */
  moved: number;
};

/** True when no run has ended within a day. */
export const isNightlyDue = async ({ store, now }: IngestDeps): Promise<boolean> => {
  const last = await store.read((tx) =>
    tx.selectFrom('meta').select('value').where('key', '=', ENDED).executeTakeFirst(),
  );
  return !last || now() - Number(last.value) >= DAY;
};

const noteEnd = ({ store, now }: IngestDeps): Promise<unknown> => {
  const row = { key: ENDED, value: String(now()) };
  return store.write((tx) =>
    tx
      .insertInto('meta')
      .values(row)
      .onConflict((c) => c.column('key').doUpdateSet(row))
      .execute(),
  );
};

/** Runs work that yields, and lets requests in between its spells. */
const unhurried = async <T>(work: Generator<void, T>, signal: AbortSignal): Promise<T> => {
  let until = performance.now() + SPELL_MS;
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    if (performance.now() < until) continue;
    await breathe();
    signal.throwIfAborted();
    until = performance.now() + SPELL_MS;
  }
};

/** Fits the value model on the orders of all customers as they are now. */
const fitAll = async (deps: NightlyDeps, at: number): Promise<{ read: number; model: ValueModel }> => {
  const sample = emptySample();
  let read = 0;
  for await (const page of eachPage(deps)) {
    for (const row of page) {
      const facts = factsOf(row);
      if (facts) addToSample(sample, facts, at);
    }
    read += page.length;
  }
  return { read, model: await unhurried(fittingModel(sample, at), deps.signal) };
};

/**
 * The work of a night: fits the value model on the workspace's own orders, gives it to everybody if it says something new,
 * and writes down the stages that have changed because time went by. Each part is complete in itself, so a run that is cut
 * off leaves nothing half done and the next one does it all again. Rejects with the signal's reason when that stops it.
 */
export const runNightly = async (deps: NightlyDeps): Promise<NightlyReport> => {
  const { log, now, store } = deps;
  const at = now();
  const { read, model } = await fitAll(deps, at);
  const { customers: buyers, repeaters, quality } = model;
  log('info', 'nightly-fitted', { read, buyers, repeaters, quality });
  const seq = await amendPlaybook(store, (playbook) =>
    differs(playbook.model, model) ? { ...playbook, model } : null,
  );
  const moved = await restageAll(deps, `nightly ${at}`);
  await noteEnd(deps);
  const report = { read, buyers, quality, published: seq !== null, moved };
  log('info', 'nightly-done', { ...report, ms: now() - at });
  return report;
};
