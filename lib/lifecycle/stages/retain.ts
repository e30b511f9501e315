import { DAY } from '../../contract/primitives.ts';
import { readHealth } from '../health.ts';
import { cameBackAt } from '../returned.ts';
import type { Because } from '../types.ts';
import { makeView, type View, wholeDays } from '../view.ts';
import { regular } from '../ways.ts';
import type { StageRule } from './rule.ts';

type Basis = { since: number; because: Because };

/** [ST5] What makes a regular: a second order, a renewal, or three months; counted anew from a return. */
const basis = (view: View): Basis | null => {
  const back = cameBackAt(view);
  const numbers = regular(view.policy.stages);
  const from = back ?? 0;
  const found: Basis[] = [];
  const times = view.orderTimes.filter((at) => at >= from);
  const orders = back === null ? view.orders : times.length;
  // The list of orders is bounded: then the oldest that it still knows is the best answer.
  const since = times.at(-Math.min(numbers.orders, times.length));
  if (orders >= numbers.orders && since !== undefined)
    found.push({ since, because: { code: 'stage-repeat-orders', values: { n: orders } } });
  const renewals = view.facts.tally['Subscription Renewed'];
  if (renewals && renewals.n >= numbers.renewals && renewals.last > from)
    found.push({
      since: Math.max(renewals.first, from),
      because: { code: 'stage-renewed', values: { n: renewals.n } },
    });
  const began = back ?? Math.min(view.firstOrderAt ?? Infinity, view.subscription.startedAt ?? Infinity);
  const tenure = numbers.tenureDays * DAY;
  if (Number.isFinite(began) && view.now - began >= tenure)
    found.push({
      since: began + tenure,
      because: { code: 'stage-tenure', values: { n: wholeDays(view, began) } },
    });
  return found.reduce<Basis | null>((a, b) => (a && a.since <= b.since ? a : b), null);
};

export const retain: StageRule = (view, health) => {
  if (!view.bought) return null;
  const found = basis(view);
  if (!found) return null;
  const wasHere = view.held?.stage === 'retain' || view.held?.stage === 'advocate';
  const isIn = wasHere
    ? !isPoorForLong(view, health.score)
    : isGood(health.score, regular(view.policy.stages).health) && !view.openComplaint;
  if (!isIn) return null;
  const good: Because[] =
    health.score === null ? [] : [{ code: 'stage-health', values: { n: Math.round(health.score) } }];
  // The list of orders is bounded, so the history may know better since when.
  const since = view.held?.stage === 'retain' ? Math.min(view.held.at, found.since) : found.since;
  return { stage: 'retain', since, from: null, because: [found.because, ...good] };
};

const isGood = (score: number | null, least: number): boolean =>
  least === 0 || (score !== null && score >= least);

/** Poor now, and poor already when the facts are read as they stood two weeks ago. */
const isPoorForLong = (view: View, score: number | null): boolean => {
  const { healthUnder, forDays } = view.policy.stages.retain.leave;
  if (healthUnder === undefined || forDays === undefined) return false;
  if (score === null || score >= healthUnder) return false;
  const then = makeView(view, view.playbook, view.now - forDays * DAY, true);
  const before = readHealth(then, 'retain').score;
  return before !== null && before < healthUnder;
};
