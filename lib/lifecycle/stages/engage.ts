import { cameBackAt } from '../returned.ts';
import type { StageRule } from './rule.ts';

/** [ST4] Everybody who bought and to whom nothing further applies. */
export const engage: StageRule = (view, health) => {
  if (!view.bought) return null;
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
  const started = view.subscription.startedAt;
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
