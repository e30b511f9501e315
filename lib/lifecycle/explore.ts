import { isoWeek } from './calendar.ts';
import { chance } from './chance.ts';
import type { Card } from './types.ts';

/** [D14] Cards within this share of the best score are near enough to be tried in its place, */
const NEAR = 0.9;
/** so often. */
const SHARE = 0.05;

/**
 * [D14] Now and then a card that is nearly as good comes first, so that the team learns about it too. Which customers and
 * which card is a matter of customer and week, so that the panel stays as it is from Monday to Sunday. `ranked` is best
 * first; the propensity is how likely the returned first card was to be first.
 */
export const explore = (
  ranked: readonly Card[],
  customer: string,
  now: number,
): { ranked: Card[]; propensity: number } => {
  const [best] = ranked;
  const near = best ? ranked.filter((card) => card !== best && card.score >= NEAR * best.score) : [];
  if (near.length === 0) return { ranked: [...ranked], propensity: 1 };
  const week = `${customer}/${isoWeek(now)}`;
  if (chance(week) >= SHARE) return { ranked: [...ranked], propensity: 1 - SHARE };
  // Each of them is as likely to have the smallest draw, whatever its score.
  const draw = (card: Card) => chance(`${week}/${card.play.id}`);
  const tried = near.reduce((least, card) => (draw(card) < draw(least) ? card : least));
  return {
    ranked: [tried, ...ranked.filter((card) => card !== tried)],
    propensity: SHARE / near.length,
  };
};
