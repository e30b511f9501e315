import { wholeDays } from '../view.ts';
import type { StageRule } from './rule.ts';
import { LEAD_SILENCE, lastSignAt, signals } from './signals.ts';

/** [ST1] Everybody else: known by name, and nothing asked yet, or nothing for 90 days. */
export const discover: StageRule = (view) => {
  const last = lastSignAt(view);
  if (signals(view).length > 0)
    return {
      stage: 'discover',
      since: last + LEAD_SILENCE,
      from: null,
      because: [{ code: 'stage-lead-silent', values: { n: wholeDays(view, last) } }],
    };
  return {
    stage: 'discover',
    since: view.firstSeenAt,
    from: null,
    because: [
      { code: view.known ? 'first-seen' : 'stage-nothing-known', values: { sinceAt: view.firstSeenAt } },
    ],
  };
};
