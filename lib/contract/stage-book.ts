import { z } from 'zod';

const days = z.number().min(1).max(3_650).optional();
const count = z.number().int().min(1).max(100).optional();
/** Of some things the facts remember only the newest: a number above it could never be met. */
const remembered = (most: number) => z.number().int().min(1).max(most).optional();
const points = z.number().min(0).max(100).optional();

/**
 * The numbers by which each stage is entered and left. A number that is absent switches that way in or out off; the lint
 * refuses a stage that nothing measurable leads into or out of.
 */
export const StageNumbers = z.object({
  discover: z.object({
    /** Back to here, or still here, after so many silent days; archived after so many. */
    enter: z.object({ silentDays: days }),
    leave: z.object({ questions: count, archiveDays: days }),
  }),
  educate: z.object({
    enter: z.object({
      questions: count,
      pricingViews: remembered(4),
      articleViews: remembered(4),
      viewsWithinDays: days,
    }),
    leave: z.object({ silentDays: days, trialPercent: points }),
  }),
  purchase: z.object({
    enter: z.object({ checkouts: count, proposals: count, trialPercent: points }),
    leave: z.object({ orders: count, abandonedDays: days }),
  }),
  engage: z.object({
    enter: z.object({ orders: count, onboardingDays: days }),
    leave: z.object({ orders: count, renewals: count, tenureDays: days, health: points }),
  }),
  retain: z.object({
    enter: z.object({ orders: count, renewals: count, tenureDays: days, health: points }),
    leave: z.object({ healthUnder: points, forDays: days }),
  }),
  advocate: z.object({
    enter: z.object({ acts: remembered(3), withinDays: days }),
    leave: z.object({ npsAtMost: z.number().int().min(0).max(10).optional(), withoutActDays: days }),
  }),
  lapsed: z.object({
    enter: z.object({
      silentDays: days,
      expectedUnder: z.number().min(0).max(10).optional(),
      repeatsUnder: count,
    }),
    leave: z.object({ orders: count }),
  }),
});
export type StageNumbers = z.infer<typeof StageNumbers>;

export const defaultStageNumbers: StageNumbers = {
  discover: { enter: { silentDays: 90 }, leave: { questions: 1, archiveDays: 180 } },
  educate: {
    enter: { questions: 1, pricingViews: 2, articleViews: 3, viewsWithinDays: 14 },
    leave: { silentDays: 90, trialPercent: 80 },
  },
  purchase: {
    enter: { checkouts: 1, proposals: 1, trialPercent: 80 },
    leave: { orders: 1, abandonedDays: 7 },
  },
  engage: {
    enter: { orders: 1, onboardingDays: 30 },
    leave: { orders: 2, renewals: 1, tenureDays: 90, health: 60 },
  },
  retain: {
    enter: { orders: 2, renewals: 1, tenureDays: 90, health: 60 },
    leave: { healthUnder: 45, forDays: 14 },
  },
  advocate: { enter: { acts: 1, withinDays: 365 }, leave: { npsAtMost: 6, withoutActDays: 365 } },
  lapsed: { enter: { silentDays: 180, expectedUnder: 0.3, repeatsUnder: 3 }, leave: { orders: 1 } },
};

/** How a team names a stage, and how the customer would say where they are: one never without the other. */
export const StageWords = z.object({
  name: z.string().min(1).max(40),
  voice: z.string().min(1).max(120),
  /** What we promise at this stage; shown only where it was written. */
  commitment: z.string().max(160).optional(),
});
export type StageWords = z.infer<typeof StageWords>;
