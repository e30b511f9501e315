import { DAY } from '../contract/primitives.ts';
import type { Matter } from './matters.ts';
import { overRhythmAt, paymentTrouble, ratingFall, usageFall } from './signs.ts';
import type { Reading } from './types.ts';
import { worthPercentile } from './value/read-value.ts';
import { cadence, daysSince, type View } from './view.ts';

/** [U3] Whoever stays with us or speaks for us, and the best fifth of those who came back. */
const BEST = 0.8;

const isOurs = ({ state }: Matter): boolean => state === 'open' || state === 'partly';

/** [U1] What waits for us: since when a complaint or a question is open, and when a promise of ours is due. */
const owed = ({ complaints, questions, promises }: View): number[] => [
  ...[...complaints, ...questions].filter(isOurs).map(({ openedAt }) => openedAt),
  ...promises.flatMap(({ state, dueAt }) => (state === 'open' && dueAt !== null ? [dueAt] : [])),
];

const isOfValue = (view: View, { stage }: Pick<Reading, 'stage'>): boolean =>
  stage.stage === 'retain' ||
  stage.stage === 'advocate' ||
  (view.model !== null && (worthPercentile(view) ?? 0) >= BEST);

/** [U3] Since when, or from when, the relationship is strained or cools down. */
const cooling = (view: View, { stage }: Pick<Reading, 'stage'>): (number | null)[] => {
  const silence = cadence(view, stage.stage);
  const [rating] = view.ratings;
  return [
    silence === 0 ? null : view.inTouchAt + 2 * silence,
    overRhythmAt(view),
    usageFall(view)?.since ?? null,
    ratingFall(view, 60)?.since ?? null,
    rating && rating.stars <= 2 && daysSince(view, rating.at) <= 60 ? rating.at : null,
  ];
};

/**
 * [U1]–[U3] The earliest instant at which this customer needs something of us, in the past or to come; null: nothing in view. It is
 * for sorting, so that a device loads first who needs somebody first; what to do about it is for `decide`.
 */
export const dueAt = (view: View, reading: Pick<Reading, 'stage' | 'status'>): number | null => {
  const times: (number | null)[] = owed(view);
  const failedAt = paymentTrouble(view);
  if (failedAt !== null && view.now - failedAt <= 60 * DAY) times.push(failedAt);
  const { status } = reading.status;
  if (status !== 'paused' && status !== 'lost' && isOfValue(view, reading))
    times.push(...cooling(view, reading));
  let first: number | null = null;
  for (const at of times) if (at !== null && (first === null || at < first)) first = at;
  return first === null ? null : Math.max(0, Math.round(first));
};
