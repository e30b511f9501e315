import { DAY } from '../../contract/primitives.ts';
import { readHealth } from '../health.ts';
import { cameBackAt } from '../returned.ts';
import type { Because } from '../types.ts';
import { makeView, type View, wholeDays } from '../view.ts';
import type { StageRule } from './rule.ts';

const GOOD = 60;
const POOR = 45;
const POOR_FOR = 14 * DAY;
const TENURE = 90 * DAY;

type Basis = { since: number; because: Because };

/** [ST5] What makes a regular: a second order, a renewal, or three months; counted anew from a return. */
const basis = (view: View): Basis | null => {
  const back = cameBackAt(view);
  const from = back ?? 0;
  const found: Basis[] = [];
  const times = view.orderTimes.filter((at) => at >= from);
  const orders = back === null ? view.orders : times.length;
  const second = times.at(-2);
  if (orders >= 2 && second !== undefined)
    found.push({ since: second, because: { code: 'stage-repeat-orders', values: { n: orders } } });
  const renewals = view.facts.tally['Subscription Renewed'];
  if (renewals && renewals.last > from)
    found.push({
      since: Math.max(renewals.first, from),
      because: { code: 'stage-renewed', values: { n: renewals.n } },
    });
  const began = back ?? Math.min(view.firstOrderAt ?? Infinity, view.subscription.startedAt ?? Infinity);
  if (Number.isFinite(began) && view.now - began >= TENURE)
    found.push({
      since: began + TENURE,
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
    : health.score !== null && health.score >= GOOD && !view.openComplaint;
  if (!isIn) return null;
  const good: Because[] =
    health.score === null ? [] : [{ code: 'stage-health', values: { n: Math.round(health.score) } }];
  // The list of orders is bounded, so the history may know better since when.
  const since = view.held?.stage === 'retain' ? Math.min(view.held.at, found.since) : found.since;
  return { stage: 'retain', since, from: null, because: [found.because, ...good] };
};

/** Poor now, and poor already when the facts are read as they stood two weeks ago. */
const isPoorForLong = (view: View, score: number | null): boolean => {
  if (score === null || score >= POOR) return false;
  const then = makeView(view, view.playbook, view.now - POOR_FOR, true);
  const before = readHealth(then, 'retain').score;
  return before !== null && before < POOR;
};
