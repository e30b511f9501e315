import type { GammaGamma } from '../../contract/value.ts';
import { gammaln } from './special.ts';

/**
 * The Gamma-Gamma model of what an order comes to (Fader & Hardie, note 025, "The Gamma-Gamma Model of Monetary Value"): the
 * orders of one person vary about a mean of their own (shape p), and the means of all people vary (q, v).
 */
export type SpendModel = Pick<GammaGamma, 'p' | 'q' | 'v'>;

/** The note's estimates for the CDNOW data, in US dollars. */
export const CDNOW_SPEND: SpendModel = { p: 6.25, q: 3.74, v: 15.44 };

/** The published estimates, scaled to where orders typically come to `typical`, in whatever currency. */
export const spendPrior = (typical: number): SpendModel => {
  const { p, q } = CDNOW_SPEND;
  return { p, q, v: (typical * (q - 1)) / p };
};

/** What a customer spent on x orders that were not their first: their mean, in one currency. */
export type Spend = { x: number; mean: number };

/** The part of the log-likelihood that depends on x alone. */
export const spendCountLikelihood = (x: number, { p, q, v }: SpendModel): number =>
  gammaln(p * x + q) - gammaln(p * x) - gammaln(q) + q * Math.log(v) + p * x * Math.log(x);

/** Log-likelihood of one customer; x and mean above 0. Equation 1a of the note. */
export const spendLikelihood = (
  { x, mean }: Spend,
  model: SpendModel,
  ofCount = spendCountLikelihood(x, model),
): number => {
  const { p, q, v } = model;
  return ofCount + (p * x - 1) * Math.log(mean) - (p * x + q) * Math.log(v + x * mean);
};

/**
 * What their next orders are expected to come to on average, E[M | x, mean]: between their own mean and everybody's, nearer
 * to their own with every order. Equation 5 of the note.
 */
export const expectedSpend = ({ x, mean }: Spend, { p, q, v }: SpendModel): number =>
  (p * (v + x * mean)) / (p * x + q - 1);
