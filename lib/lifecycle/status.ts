import type { Status } from '../contract/stage.ts';
import { cameBackAt } from './returned.ts';
import { overRhythm, ratingFall, usageFall } from './signs.ts';
import type { Because, StageReading, StatusReading } from './types.ts';
import { cadence, daysSince, inTouch, type View, wholeDays } from './view.ts';

type Rule = (view: View, stage: StageReading) => Because | null;

const paused: Rule = ({ subscription: { pausedAt, pausedUntil } }) => {
  if (pausedAt === null) return null;
  return pausedUntil === null
    ? { code: 'status-paused-open', values: { pausedAt } }
    : { code: 'status-paused', values: { untilAt: pausedUntil } };
};

const lost: Rule = (_, stage) =>
  stage.stage === 'lapsed' ? (stage.because[0] ?? { code: 'status-lost', values: {} }) : null;

const strained: Rule = (view) => {
  const open = view.openComplaint;
  if (open && daysSince(view, open.openedAt) > 2)
    return { code: 'status-complaint-open', values: { n: wholeDays(view, open.openedAt) } };
  const again = view.complaints.find((m) => m.state === 'open' && m.reopened >= 2);
  if (again) return { code: 'status-reopened', values: { n: again.reopened } };
  const [rating] = view.ratings;
  // A low rating colours the relationship until a better one, or two quiet months.
  if (rating && rating.stars <= 2 && daysSince(view, rating.at) <= 60)
    return { code: 'status-low-rating', values: { stars: rating.stars, ratedAt: rating.at } };
  return null;
};

const returned: Rule = (view) => {
  const at = cameBackAt(view);
  return at !== null && daysSince(view, at) < 60 ? { code: 'status-returned', values: { backAt: at } } : null;
};

const cooling: Rule = (view, { stage }) => {
  const sign = overRhythm(view) ?? usageFall(view) ?? ratingFall(view, 60);
  if (sign) return sign.because;
  const silence = cadence(view, stage);
  if (silence === 0 || view.now - view.inTouchAt <= 2 * silence) return null;
  return { code: 'status-quiet', values: { n: wholeDays(view, view.inTouchAt) } };
};

const fresh: Rule = (view, { stage }) => {
  // Whoever stays with us or speaks for us knows us, however little of it we have written down.
  if (stage === 'retain' || stage === 'advocate') return null;
  const since = view.metAt ?? view.firstSeenAt;
  return daysSince(view, since) < 14 ? { code: 'status-new', values: { sinceAt: since } } : null;
};

const warm: Rule = (view, { stage }) => {
  // Half an answer leaves the question with us.
  const owed = view.questions.some(({ state }) => state === 'open' || state === 'partly');
  if (view.openComplaint || owed || view.now - view.inTouchAt > inTouch(view, stage)) return null;
  return { code: 'status-warm', values: { n: wholeDays(view, view.inTouchAt) } };
};

const steady: Rule = (view) => ({ code: 'status-steady', values: { n: wholeDays(view, view.inTouchAt) } });

/** [S1] In order of precedence; the last one always holds. */
export const statusRules: readonly [Status, Rule][] = [
  ['paused', paused],
  ['lost', lost],
  ['strained', strained],
  ['returned', returned],
  ['cooling', cooling],
  ['new', fresh],
  ['warm', warm],
  ['steady', steady],
];

/** [S1]–[S5] How the relationship is going, beside where in it they are. */
export const readStatus = (view: View, stage: StageReading): StatusReading => {
  for (const [status, rule] of statusRules) {
    const because = rule(view, stage);
    if (because) return { status, because };
  }
  return { status: 'steady', because: { code: 'status-steady', values: { n: 0 } } };
};
