import { DAY } from '../../contract/primitives.ts';

/** Parameters of the BG/NBD model. Time is in weeks. */
export type BgNbd = { r: number; alpha: number; a: number; b: number };

/**
 * What is believed before a workspace has enough orders of its own: the estimates for the CDNOW data in Fader,
 * Hardie & Lee (2005), "Counting Your Customers" the Easy Way, Marketing Science 24(2), table 2. Weeks.
 */
export const CDNOW: BgNbd = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };

export const WEEK = 7 * DAY;

/** A buyer as the model sees them: x repeat orders, the last one tx weeks after the first, known for T weeks. */
export type History = { x: number; tx: number; T: number };

/**
 * Gauss' 2F1(a, b; c; z) by its series, for 0 <= z < 1 and c > 0. Stops when a term no longer changes the sum.
 */
export const hypergeometric = (a: number, b: number, c: number, z: number): number => {
  let term = 1;
  let sum = 1;
  for (let n = 0; n < 10_000; n++) {
    term *= ((a + n) * (b + n) * z) / ((c + n) * (n + 1));
    sum += term;
    if (Math.abs(term) <= 1e-13 * Math.abs(sum)) break;
  }
  return sum;
};

/**
 * Expected orders in the next t weeks, E[Y(t) | x, tx, T]: equation 10 of Fader, Hardie & Lee (2005).
 *
 * With z = t / (alpha + T + t), its 2F1(r+x, b+x; a+b+x-1; z) grows without bound in x and converges slowly
 * near z = 1. Euler's transformation turns the product with ((alpha+T)/(alpha+T+t))^(r+x) = (1-z)^(r+x) into
 * (1-z)^(a-1) · 2F1(a+b-1-r, a-1; a+b+x-1; z), whose terms fall off quickly for every x.
 */
export const expectedOrders = ({ x, tx, T }: History, t: number, model: BgNbd = CDNOW): number => {
  if (t <= 0) return 0;
  const { r, alpha, a, b } = model;
  const z = t / (alpha + T + t);
  const c = a + b + x - 1;
  const silent = (1 - z) ** (a - 1) * hypergeometric(a + b - 1 - r, a - 1, c, z);
  const top = (c / (a - 1)) * (1 - silent);
  // The odds of having left come only with a first repeat: someone with one order is alive by construction.
  const gone = x > 0 ? (a / (b + x - 1)) * ((alpha + T) / (alpha + tx)) ** (r + x) : 0;
  return top / (1 + gone);
};
