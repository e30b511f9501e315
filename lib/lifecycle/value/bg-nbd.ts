import { DAY } from '../../contract/primitives.ts';
import type { BgNbd } from '../../contract/value.ts';
import { betaln, gammaln, hypergeometric } from './special.ts';

/**
 * The BG/NBD model of Fader, Hardie & Lee (2005), "Counting Your Customers" the Easy Way, Marketing Science 24(2)
 * 275-284: people order at a rate of their own (Gamma(r, alpha)), and after each repeat may leave for good with a chance of
 * their own (Beta(a, b)). Time is in weeks.
 */

/** What is believed before a workspace has enough orders of its own: table 2 of the paper, the CDNOW data. */
export const CDNOW: BgNbd = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };

export const WEEK = 7 * DAY;

/** A buyer as the model sees them: x repeat orders, the last one tx weeks after the first, known for T weeks. */
export type History = { x: number; tx: number; T: number };

/** So near to 0/0 the formula loses its digits; the mean of what lies on both sides is right to a part in a thousand. */
const HOLE = 1e-3;

/**
 * Expected orders of somebody who is there now, E[X(t)] with their own posterior as r, alpha, a and b; never more than if
 * nobody ever left.
 */
const expectedIfAlive = (r: number, alpha: number, a: number, b: number, t: number): number => {
  if (Math.abs(a - 1) < HOLE)
    return (
      (expectedIfAlive(r, alpha, 1 - 2 * HOLE, b, t) + expectedIfAlive(r, alpha, 1 + 2 * HOLE, b, t)) / 2
    );
  const z = t / (alpha + t);
  const c = a + b - 1;
  if (Math.abs(c) < HOLE)
    return (
      (expectedIfAlive(r, alpha, a, b - 2 * HOLE, t) + expectedIfAlive(r, alpha, a, b + 2 * HOLE, t)) / 2
    );
  // Euler's transformation turns (1-z)^r · 2F1(r, b; c; z), which converges slowly near z = 1 and overflows for large r,
  // into this, whose terms fall off quickly.
  const silent = (1 - z) ** (a - 1) * hypergeometric(c - r, a - 1, c, z);
  const expected = (c / (a - 1)) * (1 - silent);
  if (Number.isFinite(expected)) return Math.min(Math.max(0, expected), (r * t) / alpha);
  // Only parameters in the thousands lead here, where everybody's chance of leaving is as good as the same.
  const p = a / (a + b);
  return -Math.expm1(-r * Math.log1p((p * t) / alpha)) / p;
};

/** The odds that somebody with repeats has left against that they are still there. */
const oddsGone = ({ x, tx, T }: History, { r, alpha, a, b }: BgNbd): number =>
  x > 0 ? (a / (b + x - 1)) * ((alpha + T) / (alpha + tx)) ** (r + x) : 0;

/**
 * The chance that they will order again at all. Of somebody without a repeat the model says 1 by construction, which is no
 * knowledge: never to be shown for x = 0.
 */
export const chanceAlive = (history: History, model: BgNbd): number => 1 / (1 + oddsGone(history, model));

/** Expected orders in the next t weeks, E[Y(t) | x, tx, T]: equation 10 of the paper. */
export const expectedOrders = (history: History, t: number, model: BgNbd = CDNOW): number => {
  if (t <= 0) return 0;
  const { r, alpha, a, b } = model;
  const { x, T } = history;
  return chanceAlive(history, model) * expectedIfAlive(r + x, alpha + T, a, b + x, t);
};

/** Expected repeats of somebody new in their first t weeks, E[X(t)]: equation 9. */
export const expectedRepeats = (t: number, model: BgNbd): number =>
  expectedOrders({ x: 0, tx: 0, T: 0 }, t, model);

/** The chances of 0, 1, 2 … `most` repeats in the first t weeks: equation 8. */
export const repeatChances = (most: number, t: number, { r, alpha, a, b }: BgNbd): number[] => {
  const chances: number[] = [];
  const [logStay, logMove] = [r * Math.log(alpha / (alpha + t)), Math.log(t / (alpha + t))];
  /** Chance that a person who never leaves has fewer than n orders. */
  let under = 0;
  for (let n = 0; n <= most; n++) {
    const exactly = Math.exp(
      gammaln(r + n) - gammaln(r) - gammaln(n + 1) + logStay + (n > 0 ? n * logMove : 0),
    );
    const stayed = Math.exp(betaln(a, b + n) - betaln(a, b)) * exactly;
    const left = n > 0 ? Math.exp(betaln(a + 1, b + n - 1) - betaln(a, b)) * Math.max(0, 1 - under) : 0;
    chances.push(t > 0 ? stayed + left : n === 0 ? 1 : 0);
    under += exactly;
  }
  return chances;
};

/** The same of the next t weeks of somebody with a history: what was learned of them takes the place of the model's. */
export const orderChances = (most: number, t: number, history: History, model: BgNbd): number[] => {
  const { r, alpha, a, b } = model;
  const { x, T } = history;
  const alive = chanceAlive(history, model);
  return repeatChances(most, t, { r: r + x, alpha: alpha + T, a, b: b + x }).map(
    (chance, n) => alive * chance + (n === 0 ? 1 - alive : 0),
  );
};

/** The part of the log-likelihood that depends on x alone. */
export const countLikelihood = (x: number, { r, a, b }: BgNbd): number =>
  gammaln(r + x) - gammaln(r) + gammaln(a + b) + gammaln(b + x) - gammaln(b) - gammaln(a + b + x);

/** The rest of it, in Hardie's stable form (note 027): nothing in it under- or overflows. */
export const timeLikelihood = ({ x, tx, T }: History, { r, alpha, a, b }: BgNbd): number => {
  if (x === 0) return r * (Math.log(alpha) - Math.log(alpha + T));
  const [last, known] = [Math.log(alpha + tx), Math.log(alpha + T)];
  return (
    r * Math.log(alpha) - (r + x) * last + Math.log(Math.exp((r + x) * (last - known)) + a / (b + x - 1))
  );
};

/** Log-likelihood of one customer. */
export const logLikelihood = (history: History, model: BgNbd): number =>
  countLikelihood(history.x, model) + timeLikelihood(history, model);
