import { DAY } from '../../contract/primitives.ts';
import { readHealth } from '../health.ts';
import type { Because } from '../types.ts';
import { makeView, type View, wholeDays } from '../view.ts';
import type { StageRule } from './rule.ts';

const GOOD = 60;
const POOR = 45;
const POOR_FOR = 14 * DAY;
const TENURE = 90 * DAY;

/** [ST5] What makes a regular: a second order, a renewal, or three months with us. */
const basis = (view: View): { since: number; because: Because } | null => {
  const renewals = view.facts.tally['Subscription Renewed'];
  const first = Math.min(view.firstOrderAt ?? Infinity, view.subscription.startedAt ?? Infinity);
  const found: { since: number; because: Because }[] = [];
  if (view.orders >= 2) {
    const second = view.orders <= view.orderTimes.length ? view.orderTimes.at(-2) : view.orderTimes.at(-1);
    found.push({
      since: second ?? view.lastOrderAt ?? view.now,
      because: { code: 'stage-repeat-orders', values: { n: view.orders } },
    });
  }
  if (renewals)
    found.push({ since: renewals.first, because: { code: 'stage-renewed', values: { n: renewals.n } } });
  if (Number.isFinite(first) && view.now - first >= TENURE)
    found.push({
      since: first + TENURE,
      because: { code: 'stage-tenure', values: { n: wholeDays(view, first) } },
    });
  return found.reduce<(typeof found)[number] | null>((a, b) => (a && a.since <= b.since ? a : b), null);
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
  return { stage: 'retain', since: found.since, from: null, because: [found.because, ...good] };
};

/** Poor now, and poor already when the facts are read as they stood two weeks ago. */
const isPoorForLong = (view: View, score: number | null): boolean => {
  if (score === null || score >= POOR) return false;
  const then = makeView(view, view.policy, view.now - POOR_FOR, true);
  const before = readHealth(then, 'retain').score;
  return before !== null && before < POOR;
};
