import { z } from 'zod';
import { Currency, Instant } from './primitives.ts';

const positive = z.number().positive().finite();

/** BG/NBD parameters; time in weeks. */
export const BgNbd = z.object({ r: positive, alpha: positive, a: positive, b: positive });
export type BgNbd = z.infer<typeof BgNbd>;

/** Gamma-Gamma parameters of what an order comes to, in one currency; `n` customers with repeats made them. */
export const GammaGamma = z.object({
  p: positive,
  q: positive,
  v: positive,
  n: z.number().int().min(0),
});
export type GammaGamma = z.infer<typeof GammaGamma>;

/** Four ascending cuts between five equal parts of all customers. */
export const Cuts = z.array(z.number()).length(4);

/**
 * What the workspace's own orders say about customers in general: fitted by the server at night, synced with the playbook,
 * so that both ends read the same value from the same facts.
 */
export const ValueModel = z.object({
  fittedAt: Instant,
  /** Customers with an order, and those among them who came back. */
  customers: z.number().int().min(0),
  repeaters: z.number().int().min(0),
  /** `prior`: too few orders, the published estimates stand; `low`: pulled towards them; `good`: the workspace's own. */
  quality: z.enum(['prior', 'low', 'good']),
  bgnbd: BgNbd,
  spend: z.partialRecord(Currency, GammaGamma),
  /** Per currency: the expected 12-month value at 0, 5, … 100 % of the customers, ascending. */
  worth: z.partialRecord(Currency, z.array(z.number()).length(21)),
  /** Quintile cuts: days since the last order, number of orders, and mean order per currency. Null: too few customers. */
  rfm: z.object({ recency: Cuts, frequency: Cuts, monetary: z.partialRecord(Currency, Cuts) }).nullable(),
});
export type ValueModel = z.infer<typeof ValueModel>;
