import { DAY } from '../../contract/primitives.ts';
import type { Because } from '../types.ts';
import { lastAt, type View } from '../view.ts';
import type { StageRule } from './rule.ts';

/** [ST6] Their newest act for us: a review of four stars or more, something shared, a referral that was accepted. */
const act = (view: View): { at: number; because: Because } | null => {
  const acts: { at: number | null; code: Because['code'] }[] = [
    { at: lastAt(view, 'Product Reviewed'), code: 'stage-reviewed' },
    { at: lastAt(view, 'Referral Accepted'), code: 'stage-referred' },
    { at: lastAt(view, 'Product Shared'), code: 'stage-shared' },
  ];
  let newest: { at: number; because: Because } | null = null;
  for (const { at, code } of acts)
    if (at !== null && (newest === null || at > newest.at))
      newest = { at, because: { code, values: { actAt: at } } };
  return newest;
};

/** How many kinds of act there were lately, and how long the newest of them lasts. */
const isEnough = (view: View, newest: number): boolean => {
  const { enter, leave } = view.policy.stages.advocate;
  if (enter.acts === undefined) return false;
  const within = (enter.withinDays ?? Infinity) * DAY;
  const lately = view.facts.recent.advocacy.filter(({ at }) => view.now - at <= within).length;
  return lately >= enter.acts && view.now - newest <= (leave.withoutActDays ?? Infinity) * DAY;
};

const detractor = (view: View, after: number): number | null => {
  const { npsAtMost } = view.policy.stages.advocate.leave;
  if (npsAtMost === undefined) return null;
  return (
    view.facts.recent.feedback.find(
      ({ at, d }) => d.kind === 'nps' && typeof d.score === 'number' && d.score <= npsAtMost && at > after,
    )?.at ?? null
  );
};

/** Only what they did counts, never what they said they would do: a score of ten alone changes nothing. */
export const advocate: StageRule = (view) => {
  const found = act(view);
  if (!found || !isEnough(view, found.at)) return null;
  if (view.openComplaint || detractor(view, found.at) !== null) return null;
  return { stage: 'advocate', since: found.at, from: null, because: [found.because] };
};

/** Since when an advocate is none any more; null when their act simply lies a year back. */
export const notAdvocateSince = (view: View): number | null => {
  const found = act(view);
  if (!found || !isEnough(view, found.at)) return null;
  const since = [view.openComplaint?.openedAt ?? null, detractor(view, found.at)].filter((at) => at !== null);
  return since.length > 0 ? Math.min(...since) : null;
};
