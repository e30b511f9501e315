import { cameBackAt } from '../returned.ts';
import { firstOrders } from '../ways.ts';
import type { StageRule } from './rule.ts';

/** [ST4] Everybody who bought and to whom nothing further applies. */
export const engage: StageRule = (view, health) => {
  const { policy, subscription } = view;
  if (!view.bought || (!subscription.ever && view.orders < firstOrders(policy.stages))) return null;
  const back = cameBackAt(view);
  if (back !== null)
    return {
      stage: 'engage',
      since: back,
      from: null,
      because: [{ code: 'stage-came-back', values: { backAt: back } }],
    };
  const fell =
    view.held?.stage === 'retain' && health.score !== null
      ? [{ code: 'stage-health-fell' as const, values: { n: Math.round(health.score) } }]
      : [];
  const order = view.firstOrderAt;
  const started = subscription.startedAt;
  if (order !== null && (started === null || order <= started))
    return {
      stage: 'engage',
      since: order,
      from: null,
      because: [...fell, { code: 'stage-first-order', values: { orderAt: order } }],
    };
  const since = started ?? view.firstSeenAt;
  return {
    stage: 'engage',
    since,
    from: null,
    because: [...fell, { code: 'stage-subscribed', values: { startedAt: since } }],
  };
};
