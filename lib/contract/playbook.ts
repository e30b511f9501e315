import { z } from 'zod';
import { Id, Instant } from './primitives.ts';

export const stages = ['discover', 'educate', 'purchase', 'engage', 'retain', 'advocate', 'lapsed'] as const;
export const Stage = z.enum(stages);
export type Stage = z.infer<typeof Stage>;

export const statuses = [
  'paused',
  'lost',
  'strained',
  'returned',
  'cooling',
  'new',
  'warm',
  'steady',
] as const;
export const Status = z.enum(statuses);
export type Status = z.infer<typeof Status>;

/** What a play is for. The order is the tie-break: care first, commercial last. */
export const playKinds = ['care', 'answer', 'educate', 'feedback', 'commercial'] as const;
export const PlayKind = z.enum(playKinds);
export type PlayKind = z.infer<typeof PlayKind>;

/**
 * When a play fires: a closed set, so that a playbook stays inert data that can be linted, translated and
 * synced. Lengths are in days unless the name says hours. lib/lifecycle/triggers has one file for each.
 */
const days = z.number().min(0).max(3_650);
const hours = z
  .number()
  .min(0)
  .max(24 * 365);
const since = z.object({ event: z.string(), from: days, to: days });
export const Trigger = z.discriminatedUnion('on', [
  /** An event of this type happened between `from` and `to` days ago. */
  since.extend({ on: z.literal('after-event') }),
  /** An event happened, and none of `unless` came after it. */
  since.extend({ on: z.literal('event-without'), unless: z.array(z.string()).min(1) }),
  /** A complaint is open. */
  z.object({ on: z.literal('complaint-open') }),
  /** A complaint was resolved by us and the customer has not confirmed it. */
  z.object({ on: z.literal('complaint-unconfirmed'), afterDays: days }),
  /** A question has waited longer than this. */
  z.object({ on: z.literal('question-open'), afterHours: hours }),
  /** An answer was "partly" or "no". */
  z.object({ on: z.literal('answer-incomplete'), afterHours: hours }),
  /** The customer's own rhythm of orders is overdue: gap over `ratio` times their median. */
  z.object({ on: z.literal('order-overdue'), ratio: z.number().min(1).max(10) }),
  /** No two-way contact for so long, and no open complaint. */
  z.object({ on: z.literal('quiet'), days, maxDays: days.optional() }),
  /** Exactly this many orders, the last one between `from` and `to` days ago. */
  z.object({ on: z.literal('order-count'), count: z.number().int().min(1), from: days, to: days }),
  /** A promise is due. */
  z.object({ on: z.literal('promise-due') }),
  /** At least this many early signs of churn. */
  z.object({ on: z.literal('churn-signs'), atLeast: z.number().int().min(1) }),
  /** A rating at or under this (of 5) in the last days. */
  z.object({ on: z.literal('low-rating'), atMost: z.number(), withinDays: days }),
  /** A renewal is at most this far ahead. */
  z.object({ on: z.literal('renewal-near'), days }),
  /** Pages of a kind were seen at least so many times in the last days. */
  z.object({
    on: z.literal('pages-seen'),
    page: z.enum(['pricing', 'article']),
    atLeast: z.number().int().min(1),
    withinDays: days,
  }),
  /** The customer's pause ended at most this many days ago. */
  z.object({ on: z.literal('pause-ending'), days }),
  /** In this stage, and there since at least so many days. */
  z.object({ on: z.literal('in-stage'), fromDays: days, toDays: days }),
]);
export type Trigger = z.infer<typeof Trigger>;
export type TriggerOn = Trigger['on'];

export const Play = z.object({
  id: z.string().regex(/^[a-z][a-z0-9_]{2,39}$/, 'a play id is snake_case'),
  stages: z.array(Stage).min(1),
  kind: PlayKind,
  purpose: z.enum([
    'care',
    'answer',
    'educate',
    'thanks',
    'apology',
    'feedback',
    'billing',
    'news',
    'commercial',
  ]),
  /** Any of these fires the play; the first that does is its reason. */
  triggers: z.array(Trigger).min(1),
  /** Only apologise/resolve plays may run while a complaint is open (G2). */
  mends: z.boolean().optional(),
  /** Sent because the customer is waiting or a machine must: exempt from the contact cap (G3). */
  reply: z.boolean().optional(),
  cooldownDays: days,
  /** Not suggested unless the customer's health is known and at least this. */
  minHealth: z.number().min(0).max(100).optional(),
  /** 0..1: how much the play is for them rather than for us. Feeds V of the score. */
  care: z.number().min(0).max(1),
  /** 0..1: prior of helpfulness, before the team's own outcomes. */
  prior: z.number().min(0).max(1),
  /** 'window' rises to 1.5 in the middle of the trigger's window and falls to 0; 'issue' rises over 3.5 days. */
  urgency: z.enum(['none', 'window', 'issue']),
  /** Words for the rep. `title` is an instruction; `how` a coach's line; `draft` what they may start from. */
  text: z.object({
    title: z.string().min(3).max(80),
    why: z.string().max(300),
    how: z.string().max(300),
    draft: z.string().max(1_000).optional(),
  }),
  /** The rows of the catalogue that it serves. */
  rows: z.array(z.string()).min(1),
});
export type Play = z.infer<typeof Play>;

/** Numbers a workspace may change; a hard guard cannot be switched off. */
export const Policy = z.object({
  g1QuietDaysAfterOrder: z.number().min(7).max(30),
  g2QuietDaysAfterComplaint: z.number().min(7).max(60),
  g3ProactivePerWeek: z.number().int().min(1).max(7),
  g3CommercialPerMonth: z.number().int().min(0).max(8),
  /** Multiplies a play's score, 0.5..2; shown on the card when it is not 1. */
  levers: z.record(z.string(), z.number().min(0.5).max(2)),
  /** Days between contacts that count as keeping in touch, by stage. */
  cadenceDays: z.record(Stage, z.number().min(1).max(730)),
});
export type Policy = z.infer<typeof Policy>;

/**
 * Outcomes, counted by the server: n answers, s of them "helped". The key is `play/stage`, the stage being the
 * one that the customer was in (`outcomeKey` in lib/lifecycle/outcomes.ts).
 */
export const Outcomes = z.record(z.string(), z.object({ n: z.number().int(), s: z.number().int() }));
export type Outcomes = z.infer<typeof Outcomes>;

export const Playbook = z.object({
  id: Id,
  version: z.number().int().min(1),
  updatedAt: Instant,
  plays: z.array(Play),
  policy: Policy,
  outcomes: Outcomes,
});
export type Playbook = z.infer<typeof Playbook>;
