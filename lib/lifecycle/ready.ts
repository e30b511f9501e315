import type { Stage } from '../contract/stage.ts';
import type { Because } from './types.ts';
import { daysSince, type View } from './view.ts';

/** Nine of ten, or five of five, on the scale of five stars. */
const GLAD = 4.5;
const WITHIN_DAYS = 180;

/**
 * [AR1] They said lately that they are glad of us, and nothing is wrong: they may like to speak for us. What they say is no
 * act, so the stage stays as it is [ST6]. Null: not so, or they speak for us already, or they are gone.
 */
export const readReady = (view: View, stage: Stage): Because | null => {
  const [newest] = view.ratings;
  if (!newest || newest.stars < GLAD || daysSince(view, newest.at) > WITHIN_DAYS) return null;
  if (stage === 'advocate' || stage === 'lapsed' || view.openComplaint) return null;
  const { kind, stars, at } = newest;
  const [score, of] = kind === 'nps' ? [stars * 2, 10] : [stars, 5];
  return { code: 'ready-glad', values: { score, of, ratedAt: at } };
};
