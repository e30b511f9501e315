import { DAY } from '../../contract/primitives.ts';
import type { TriggerRule } from './trigger.ts';

/** [T12] Their newest rating is this low, and recent. */
export const lowRating: TriggerRule<'low-rating'> = {
  fires: ({ atMost, withinDays }, scene) => {
    const [rating] = scene.ratings;
    if (!rating || rating.stars > atMost || scene.now > rating.at + withinDays * DAY) return null;
    return {
      since: rating.at,
      until: rating.at + withinDays * DAY,
      ref: `rating@${rating.at}`,
      because: {
        code: 'trigger-low-rating',
        values: { stars: Math.round(rating.stars * 10) / 10, ratedAt: rating.at },
      },
    };
  },
  next: () => null,
};
