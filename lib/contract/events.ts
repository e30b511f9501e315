import { z } from 'zod';
import { Amount, Currency, Id, Instant, ShortText, Text, Words } from './primitives.ts';
import { Stage } from './stage.ts';
import { Purpose, Topic, Touchpoint } from './touchpoint.ts';

/**
 * Every kind of event that Suki knows, with the shape of its data. Names are Segment's "Object Action" in
 * Title Case; where Segment has none (care, promises, actions) ours follow the same form. To add a kind, add
 * one line here; lib/lifecycle/groups.ts then says in which bounded list of the facts it is kept, if any.
 */
const nothing = z.object({ text: Text.optional() });
const about = z.object({ about: ShortText.optional(), text: Text.optional() });
/** A matter with a life of its own (a complaint, a question, a promise): its events share `ref`. */
const matter = about.extend({ ref: Id, topic: Topic.optional() });
const money = { total: Amount.optional(), currency: Currency.optional() };
const order = z.object({
  order: Id,
  ...money,
  product: ShortText.optional(),
  /** When it should arrive, as we told them. */
  promisedFor: Instant.optional(),
  text: Text.optional(),
});
const product = z.object({ product: ShortText.optional(), url: ShortText.optional() });
const subscription = z.object({
  plan: ShortText.optional(),
  renewsAt: Instant.optional(),
  until: Instant.optional(),
  reason: ShortText.optional(),
  ...money,
});

/** The answers a rep may give to a suggestion (next-action, feedback table). */
export const DismissReason = z.enum(['wrong-fact', 'wrong-time', 'already-done', 'never', 'bad-idea']);
export type DismissReason = z.infer<typeof DismissReason>;
/** `decision` is the stored decision that was answered, `rank` the place (from 1) that the play had on the screen. */
const action = z.object({
  play: Id,
  reason: ShortText.optional(),
  decision: Id.optional(),
  rank: z.number().int().min(1).max(99).optional(),
});

/** The six questions of a sale to a company: metrics, economic buyer, decision criteria, decision process, pain, champion. */
export const meddicItems = ['metrics', 'buyer', 'criteria', 'process', 'pain', 'champion'] as const;
export const MeddicItem = z.enum(meddicItems);
export type MeddicItem = z.infer<typeof MeddicItem>;

/** The three parts of getting to know somebody: who they are, what they do, what moves them. */
export const profileParts = ['demographic', 'behavioural', 'psychographic'] as const;
export const ProfilePart = z.enum(profileParts);
export type ProfilePart = z.infer<typeof ProfilePart>;

/** Why somebody left, as they told it; `unknown` is an honest answer. */
export const LapseCause = z.enum([
  'price',
  'no-need',
  'missing-feature',
  'bad-experience',
  'competitor',
  'closed-down',
  'other',
  'unknown',
]);
export type LapseCause = z.infer<typeof LapseCause>;

/** How many days each month may have. */
const MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export const eventData = {
  // Segment: e-commerce v2
  'Products Searched': product,
  'Product List Viewed': product,
  'Promotion Viewed': product,
  'Promotion Clicked': product,
  'Product Viewed': product,
  'Product Added': product,
  'Product Removed': product,
  'Cart Viewed': nothing,
  'Checkout Started': z.object({ order: Id.optional(), ...money, product: ShortText.optional() }),
  'Checkout Step Completed': z.object({ step: ShortText.optional(), order: Id.optional() }),
  'Payment Info Entered': z.object({ order: Id.optional() }),
  'Order Completed': order,
  'Order Updated': order,
  'Order Delivered': order,
  'Order Refunded': order,
  'Order Cancelled': order,
  'Product Shared': product,
  'Product Reviewed': z.object({
    product: ShortText.optional(),
    rating: z.number().min(0).max(5).optional(),
    text: Text.optional(),
    url: ShortText.optional(),
  }),
  // Segment: B2B SaaS
  'Account Created': nothing,
  'Account Deleted': nothing,
  'Signed Up': z.object({ via: ShortText.optional(), text: Text.optional() }),
  'Signed In': nothing,
  'Signed Out': nothing,
  'Invite Sent': nothing,
  'Account Added User': nothing,
  'Account Removed User': nothing,
  'Trial Started': z.object({ endsAt: Instant.optional(), plan: ShortText.optional() }),
  'Trial Ended': nothing,
  // Segment: live chat, e-mail
  'Live Chat Conversation Started': about,
  'Live Chat Conversation Ended': about.extend({ minutes: z.number().min(0).max(1_440).optional() }),
  'Live Chat Message Sent': about,
  'Live Chat Message Received': about,
  'Email Delivered': about,
  'Email Opened': about,
  'Email Link Clicked': about,
  'Email Bounced': about,
  'Email Marked as Spam': about,
  Unsubscribed: nothing,
  // Ours: discovery and education
  'Page Viewed': z.object({ page: z.enum(['pricing', 'article', 'other']), url: ShortText.optional() }),
  'Content Downloaded': about,
  'Demo Requested': about,
  'Proposal Sent': about,
  'Content Shared': about,
  // Ours: billing
  'Subscription Started': subscription,
  'Subscription Renewed': subscription,
  'Subscription Paused': subscription,
  'Subscription Resumed': subscription,
  'Subscription Cancelled': subscription,
  'Autorenew Turned Off': nothing,
  'Autorenew Turned On': nothing,
  'Cancel Intent Stated': about,
  'Payment Failed': z.object({ ...money }),
  'Payment Method Expiring': z.object({ expiresAt: Instant.optional() }),
  'Payment Method Updated': nothing,
  'Price Change Announced': about,
  // Ours: use of the product. `ratio` is use in the last 28 days over the 28 before (1 = the same), `count` what they
  // did in the last 28 days, `feature` the part of the product that it speaks of (absent: all of it).
  'Usage Reported': z.object({
    ratio: z.number().min(0).max(100).optional(),
    feature: ShortText.optional(),
    count: z.number().min(0).optional(),
  }),
  /** `left` is how many steps remain; 0 means that they are set up. */
  'Onboarding Step Completed': z.object({
    step: ShortText.optional(),
    left: z.number().int().min(0).max(99),
  }),
  'Limit Reached': about,
  'First Value Reached': about,
  // Ours: care
  'Complaint Raised': matter,
  'Complaint Resolved': matter,
  'Complaint Confirmed Resolved': matter,
  'Complaint Reopened': matter,
  'Question Asked': matter,
  'Question Answered': matter.extend({ fully: z.enum(['yes', 'partly', 'no']).optional() }),
  'Question Left Open': matter,
  'Feedback Given': z.object({
    kind: z.enum(['csat', 'nps', 'ces', 'comment', 'idea', 'praise']),
    score: z.number().min(0).max(10).optional(),
    topic: Topic.optional(),
    text: Text.optional(),
  }),
  /** What became of feedback that said something: `ref` is the id of the event that gave it. */
  'Feedback Closed': z.object({ ref: Id, text: Text.optional() }),
  'Survey Sent': z.object({ questions: z.number().int().min(1).max(20), text: Text.optional() }),
  'Promise Made': matter.extend({ dueAt: Instant.optional() }),
  'Promise Kept': matter,
  'Promise Missed': matter,
  'Idea Shipped': about,
  'Referral Made': about,
  'Referral Accepted': about,
  'Champion Left': about,
  'Abuse Reported': about,
  /** A colleague (`by`) takes a complaint or question on, and says until when it will be answered. */
  'Concern Taken': matter.extend({ dueAt: Instant.optional() }),
  // Ours: knowing them. Words stay in the timeline; the facts keep only that they were said.
  'Need Stated': z.object({ text: Text.optional() }),
  'Competitor Named': z.object({ competitor: ShortText.optional(), text: Text.optional() }),
  /** `private`: never in a draft, never in an export. */
  'Profile Noted': z.object({ part: ProfilePart, text: Text.optional(), private: z.boolean().optional() }),
  /** Kept only with their consent. */
  'Special Day Noted': z
    .object({
      day: z.enum(['birthday', 'name-day', 'other']),
      month: z.number().int().min(1).max(12),
      date: z.number().int().min(1).max(31),
      consent: z.literal(true),
    })
    .refine(({ month, date }) => date <= (MONTHS[month - 1] ?? 0), {
      path: ['date'],
      error: 'this month has no such day',
    }),
  'Persona Set': z.object({ persona: Id, percent: z.number().min(0).max(100).optional() }),
  'Persona Cleared': nothing,
  'MEDDIC Noted': z.object({ item: MeddicItem, text: Text.optional(), url: z.url().max(2_000).optional() }),
  'MEDDIC Cleared': z.object({ item: MeddicItem }),
  /** Why they left, and what would have kept them (`text`). */
  'Lapse Explained': z.object({ cause: LapseCause, text: Text.optional() }),
  // Ours: working together
  /** Somebody (`by`) is answering right now, so that nobody else does. */
  'Claim Taken': z.object({ until: Instant }),
  'Claim Released': nothing,
  'Handed Over': z.object({ to: Words.min(1).max(300), text: Text.optional() }),
  /** A person writes to them now: what machines would send rests. */
  'Automations Paused': z.object({ until: Instant, text: Text.optional() }),
  'Automations Resumed': nothing,
  'Stage Overridden': z.object({ to: Stage, reason: ShortText.min(1), until: Instant }),
  'Stage Override Lifted': nothing,
  // Ours: what Suki itself writes
  'Touchpoint Logged': Touchpoint,
  'Stage Changed': z.object({
    from: Id.nullable(),
    to: Id,
    because: z.array(ShortText).max(8),
    /** The facts behind it: what happened and when, as `Order Completed@1690000000000`. */
    facts: z.array(ShortText).max(8).optional(),
    version: z.number().int(),
  }),
  'Action Done': action.extend({ contact: z.boolean(), purpose: Purpose.optional() }),
  'Action Helped': action,
  /** They did not answer. It counts for the play, and is no fault of theirs. */
  'Action Unanswered': action,
  /** It went badly. */
  'Action Unhelpful': action,
  /** With `lift`, their next word ends it; `until` is then only how long it may last in silence. */
  'Action Snoozed': action.extend({ until: Instant, lift: z.literal('they-write').optional() }),
  /** `fact` names the fact that is wrong; `touchpoint` the contact that a colleague had already made. */
  'Action Dismissed': action.extend({
    why: DismissReason,
    fact: ShortText.optional(),
    touchpoint: Id.optional(),
  }),
} as const satisfies Record<string, z.ZodObject>;

export type EventType = keyof typeof eventData;
export const eventTypes = Object.keys(eventData) as EventType[];
export type EventData<T extends EventType> = z.infer<(typeof eventData)[T]>;

/** A CloudEvents 1.0 event in our field names: `subject` is the customer, `at` its `time`, source+id is unique. */
const envelope = {
  id: Id,
  source: z.string().min(1).max(200),
  subject: Id,
  at: Instant,
  /** Who did it, for people's events: the name that the timeline shows. */
  by: z.string().max(120).optional(),
};

export type SukiEvent = {
  [T in EventType]: {
    id: string;
    source: string;
    subject: string;
    at: number;
    by?: string | undefined;
    type: T;
    data: EventData<T>;
  };
}[EventType];
export type EventOf<T extends EventType> = Extract<SukiEvent, { type: T }>;

const variants = () =>
  eventTypes.map((type) => z.object({ ...envelope, type: z.literal(type), data: eventData[type] }));
/**
 * Refuses an unknown type by name and bad data by path. Built when first used: a panel opens without parsing one event,
 * and should not wait for eighty schemas.
 */
export const SukiEvent: z.ZodType<SukiEvent> = z.lazy(
  () =>
    z.discriminatedUnion(
      'type',
      variants() as unknown as [z.ZodObject, z.ZodObject],
    ) as unknown as z.ZodType<SukiEvent>,
);
