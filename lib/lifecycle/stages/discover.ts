import { DAY } from '../../contract/primitives.ts';
import { wholeDays } from '../view.ts';
import type { StageRule } from './rule.ts';
import { lastSignAt, signals, silenceOf } from './signals.ts';

/** [ST1] Everybody else: known by name, and nothing asked yet, or nothing for 90 days; after 180, put aside. */
export const discover: StageRule = (view) => {
  const last = lastSignAt(view);
  const { archiveDays } = view.policy.stages.discover.leave;
  const quiet = Math.max(last, view.firstSeenAt);
  if (view.known && archiveDays !== undefined && view.now - quiet >= archiveDays * DAY)
    return {
      stage: 'discover',
      since: quiet + archiveDays * DAY,
      from: null,
      because: [{ code: 'stage-archived', values: { n: wholeDays(view, quiet) } }],
    };
  if (signals(view).length > 0)
    return {
      stage: 'discover',
      since: last + Math.min(silenceOf(view), view.now - last),
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
