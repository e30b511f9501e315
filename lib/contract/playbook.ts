import { z } from 'zod';
import { MeddicItem } from './events.ts';
import { Persona } from './persona.ts';
import { Id, Instant } from './primitives.ts';
import { Stage } from './stage.ts';
import { defaultStageNumbers, StageNumbers, StageWords } from './stage-book.ts';
import { Purpose, Topic } from './touchpoint.ts';
import { ValueModel } from './value.ts';

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
const FeedbackKind = z.enum(['csat', 'nps', 'ces', 'comment', 'idea', 'praise']);
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
    // The facts remember four.
    atLeast: z.number().int().min(1).max(4),
    withinDays: days,
  }),
  /** The customer's pause ended at most this many days ago. */
  z.object({ on: z.literal('pause-ending'), days }),
  /** In this stage, and there since at least so many days. */
  z.object({ on: z.literal('in-stage'), fromDays: days, toDays: days }),
  /** A complaint or question is open and nobody has taken it on. */
  z.object({ on: z.literal('concern-unowned'), afterHours: hours }),
  /** The same open matter was brought up so often, or came back so often. */
  z.object({
    on: z.literal('issue-repeated'),
    // The facts remember as many.
    contacts: z.number().int().min(2).max(4),
    reopened: z.number().int().min(1),
  }),
  /** Feedback of one of these kinds was given between `from` and `to` days ago; with `atLeast`, a rating this good (of 5). */
  z.object({
    on: z.literal('feedback-given'),
    kinds: z.array(FeedbackKind).min(1),
    atLeast: z.number().min(1).max(5).optional(),
    from: days,
    to: days,
  }),
  /** Feedback that said something has been left without an outcome. */
  z.object({ on: z.literal('feedback-open'), afterDays: days }),
  /** A question on this topic, at most so many days after an order. */
  z.object({ on: z.literal('topic-asked'), topic: Topic, orderWithinDays: days }),
  /** A question was answered and we do not know yet what they need. */
  z.object({ on: z.literal('need-unknown'), withinDays: days }),
  /** Some of the three parts of their profile are known, and not all. */
  z.object({ on: z.literal('profile-gap'), atLeast: z.number().int().min(0).max(2) }),
  /** Their persona fits so many points worse than when it was set, or was not looked at for so long. */
  z.object({ on: z.literal('persona-drift'), points: z.number().min(1).max(100), reviewDays: days }),
  /** For accounts: items of MEDDIC that are known and missing, so many days into the stage. */
  z.object({
    on: z.literal('meddic'),
    fromDays: days,
    toDays: days,
    /** At most so many of the six are known. */
    atMost: z.number().int().min(0).max(6).optional(),
    has: z.array(MeddicItem).optional(),
    lacks: z.array(MeddicItem).optional(),
  }),
  /** Health fell by so many points within so many days, and no two-way contact for `quietDays`. */
  z.object({
    on: z.literal('health-fell'),
    points: z.number().min(1).max(100),
    withinDays: days,
    quietDays: days,
  }),
  /** No contact of ours within the cadence of their stage. */
  z.object({ on: z.literal('cadence-due') }),
  /** They use it more than the median of their own last three reports. */
  z.object({ on: z.literal('usage-above'), withinDays: days }),
  /** A part of the product that they have was not used for so long. */
  z.object({ on: z.literal('feature-unused'), days }),
  /** They ran into a limit so many times. */
  z.object({ on: z.literal('limit-reached'), atLeast: z.number().int().min(1).max(3), withinDays: days }),
  /** Getting started began, is not finished, and has not moved for so long. */
  z.object({ on: z.literal('onboarding-stalled'), days }),
  /** A birthday or name day that they told us with consent, or the day on which they began with us. */
  z.object({
    on: z.literal('special-day'),
    day: z.enum(['birthday', 'name-day', 'anniversary']),
    before: days,
    after: days,
  }),
  /** An order was promised for a day that has passed, and they were told nothing since. */
  z.object({ on: z.literal('order-late') }),
  /** An order was not thanked for within so many minutes. */
  z.object({ on: z.literal('thanks-missing'), afterMinutes: z.number().min(1).max(1_440), withinDays: days }),
  /** One order and no contact of ours since, `from` to `to` days ago. */
  z.object({ on: z.literal('order-untouched'), from: days, to: days }),
  /** A fair sample of those to whom it happened, by a hash of customer and day: never by what they spend. */
  since.extend({ on: z.literal('sampled'), percent: z.number().min(1).max(100) }),
  /** The card on file runs out within so many days, and was not changed. */
  z.object({ on: z.literal('card-expiring'), days }),
  /** Only machines have written to them lately, at least so many times. */
  z.object({ on: z.literal('machines-only'), atLeast: z.number().int().min(1).max(5), withinDays: days }),
]);
export type Trigger = z.infer<typeof Trigger>;
export type TriggerOn = Trigger['on'];

export const Play = z.object({
  id: z.string().regex(/^[a-z][a-z0-9_]{2,39}$/, 'a play id is snake_case'),
  stages: z.array(Stage).min(1),
  kind: PlayKind,
  purpose: Purpose,
  /** Any of these fires the play; the first that does is its reason. */
  triggers: z.array(Trigger).min(1),
  /** Only apologise/resolve plays may run while a complaint is open (G2). */
  mends: z.boolean().optional(),
  /** Sent because the customer is waiting or a machine must: exempt from the contact cap (G3). */
  reply: z.boolean().optional(),
  cooldownDays: days,
  /** Done once, it is never suggested to this customer again. */
  once: z.boolean().optional(),
  /** A survey of so many questions: G4 holds it to the length of what it is about. */
  questions: z.number().int().min(1).max(5).optional(),
  /** The one question that anybody in this stage may be asked; each stage has exactly one. */
  stageQuestion: z.boolean().optional(),
  /** A note about a payment: G8 spaces them. */
  dunning: z.boolean().optional(),
  /** When it was done, nothing proactive follows for so many days [G12]. */
  silenceDays: days.optional(),
  /** Whose turn it is. A founder's play never looks at what somebody spends [G7]. */
  audience: z.enum(['rep', 'founder', 'lead']).optional(),
  /** False: whether they answer says nothing about how good it was, so no outcome is counted. */
  learns: z.boolean().optional(),
  /** How to reach them, if not as they usually write. */
  channel: z.enum(['email', 'call', 'chat', 'visit', 'post', 'social']).optional(),
  /** Only for customers of whom all of this is true. `settled`: getting started is behind them. */
  only: z.array(z.enum(['account', 'settled', 'repeat', 'never-bought'])).optional(),
  /** Only for those who fit one of these personas by at least 60 %. */
  personas: z.array(Id).optional(),
  /** Switched off by the team; kept, so that it can be switched on again. */
  off: z.boolean().optional(),
  /** About giving more than was asked: the card lists what the team may add for free. */
  perks: z.boolean().optional(),
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
  rows: z.array(z.string()).max(40),
});
export type Play = z.infer<typeof Play>;

const clock = z.number().min(0).max(24);
/** Numbers a workspace may change; a hard guard cannot be switched off. */
export const Policy = z.object({
  g1QuietDaysAfterOrder: z.number().min(7).max(30),
  g2QuietDaysAfterComplaint: z.number().min(7).max(60),
  g3ProactivePerWeek: z.number().int().min(1).max(7),
  g3CommercialPerMonth: z.number().int().min(0).max(8),
  /** Days between two surveys. */
  g4SurveyRestDays: z.number().min(14).max(180).default(30),
  /** Local hours in which we may begin a conversation, Monday to Friday, `from` included. */
  g6Hours: z
    .object({ from: clock, to: clock })
    .refine(({ from, to }) => from < to, 'the hours end before they begin')
    .default({ from: 9, to: 18 }),
  /** Each third of the customers by what they spend gets at least this share of a founder's time. */
  g7LeastShare: z.number().min(0.25).max(0.34).default(0.25),
  /** After a failed payment: silent days, then at most so many notes in so many days, so far apart. */
  g8: z
    .object({
      silentDays: z.number().min(3).max(10),
      notes: z.number().int().min(1).max(3),
      withinDays: z.number().min(21).max(60),
      apartDays: z.number().min(5).max(20),
    })
    .default({ silentDays: 3, notes: 3, withinDays: 21, apartDays: 5 }),
  /** So many contacts of care for each commercial one, over 90 days. */
  g13CarePerCommercial: z.number().min(3).max(10).default(3),
  /** Multiplies a play's score, 0.5..2; shown on the card when it is not 1. */
  levers: z.record(z.string(), z.number().min(0.5).max(2)),
  /** Days between contacts that count as keeping in touch, by stage; 0: nobody waits for us there. */
  cadenceDays: z.record(Stage, z.number().min(0).max(730)),
  /** What the team may add for free, and what one of them may cost at most, in words. */
  perks: z.array(z.string().min(2).max(60)).max(12).default([]),
  perkCap: z.string().max(40).default(''),
  /** IANA name: the customer's clock where theirs is not known. Absent: nobody's clock is guessed. */
  timezone: z.string().max(60).optional(),
  /** The names in which everybody sees the stages, unless they choose their own. */
  stageModel: z.string().max(40).default('suki'),
  /** The numbers by which stages are entered and left. */
  stages: StageNumbers.default(defaultStageNumbers),
  /** How the team names its stages, and how the customer would say it. */
  words: z.partialRecord(Stage, StageWords).default({}),
});
export type Policy = z.infer<typeof Policy>;

/**
 * Outcomes, counted by the server: n answers, s of them "helped". The key is `play/stage`, the stage being the
 * one that the customer was in (`outcomeKey` in lib/lifecycle/outcomes.ts).
 */
export const Outcomes = z.record(
  z.string(),
  z.object({
    n: z.number().int(),
    s: z.number().int(),
    /** How many called it a bad idea in general, and how many different people said so. */
    bad: z.number().int().optional(),
    critics: z.number().int().optional(),
  }),
);
export type Outcomes = z.infer<typeof Outcomes>;

export const Playbook = z.object({
  id: Id,
  version: z.number().int().min(1),
  updatedAt: Instant,
  plays: z.array(Play),
  policy: Policy,
  outcomes: Outcomes,
  personas: z.array(Persona).max(20).default([]),
  /** Absent until the server has looked at the orders for the first time. */
  model: ValueModel.optional(),
  /** The version of the built-in playbook that this one comes from, and whether the team has changed it. */
  basis: z.number().int().min(0).default(0),
  edited: z.boolean().default(false),
});
export type Playbook = z.infer<typeof Playbook>;
