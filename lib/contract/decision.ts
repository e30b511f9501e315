import { z } from 'zod';
import { Id, Instant } from './primitives.ts';
import { Stage, Status } from './stage.ts';

export const guardIds = [
  'G1',
  'G2',
  'G3',
  'G4',
  'G5',
  'G6',
  'G7',
  'G8',
  'G9',
  'G10',
  'G11',
  'G12',
  'G13',
] as const;
export const GuardId = z.enum(guardIds);
export type GuardId = z.infer<typeof GuardId>;

/**
 * A decision as it is kept for an honest evaluation later: every candidate with its factors and what stood against it, what
 * was shown in which order, and how likely it was to be shown. It does not say who looked.
 */
export const DecisionRecord = z.object({
  id: z.uuid(),
  customer: Id,
  at: Instant,
  stage: Stage,
  status: Status,
  health: z.number().min(0).max(100).nullable(),
  candidates: z
    .array(
      z.object({
        play: Id,
        key: z.string().max(300),
        score: z.number(),
        factors: z.object({
          p: z.number(),
          C: z.number(),
          U: z.number(),
          V: z.number(),
          L: z.number(),
          F: z.number(),
        }),
        /** Absent: nothing stood against it. */
        blocked: z.object({ guard: GuardId, until: Instant.nullable() }).optional(),
      }),
    )
    .max(60),
  /** Play ids as shown, the top one first; empty: waiting was shown. */
  shown: z.array(Id).max(3),
  /** The probability with which the top one was put there, 0..1. */
  propensity: z.number().min(0).max(1),
  versions: z.object({ fold: z.number().int(), rules: z.number().int(), playbook: z.number().int() }),
});
export type DecisionRecord = z.infer<typeof DecisionRecord>;
