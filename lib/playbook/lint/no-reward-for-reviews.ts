import { publicReview, reward } from '../words/offers.ts';
import { plain } from '../words/plain.ts';
import { each, saidAndDone } from './rule.ts';

/**
 * [R4-24] [R1-27] Nobody is paid for a public review: platforms and consumer law forbid it. A referral or a private survey
 * may carry a reward that is said openly. "Give nothing in return" is advice to the rep, so `how` and `why` may say it.
 */
export const noRewardForReviews = each((play) => {
  const words = saidAndDone(play);
  const together = plain(words.map(({ text }) => text).join(' '));
  if (!publicReview.test(together) || !reward.test(together)) return [];
  const where = words.find(({ text }) => reward.test(plain(text)));
  return [
    {
      path: where?.path ?? 'text',
      message: 'It ties a reward to a public review.',
      mend: 'Ask for the review without a reward, or reward a private survey instead.',
    },
  ];
});
