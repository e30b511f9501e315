import { z } from 'zod';
import { Currency, Id, Instant, ShortText, Text } from './primitives.ts';
import { Touchpoint } from './touchpoint.ts';

/**
 * Every kind of event that Suki knows, with the shape of its data. Names are Segment's "Object Action" in
 * Title Case; where Segment has none (care, promises, actions) ours follow the same form. To add a kind, add
 * one line here; lib/lifecycle/groups.ts then says in which bounded list of the facts it is kept, if any.
 */
const nothing = z.object({ text: Text.optional() });
const about = z.object({ about: ShortText.optional(), text: Text.optional() });
/** A matter with a life of its own (a complaint, a question, a promise): its events share `ref`. */
const matter = about.extend({ ref: Id });
const money = { total: z.number().finite().optional(), currency: Currency.optional() };
const order = z.object({ order: Id, ...money, product: ShortText.optional(), text: Text.optional() });
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
const action = z.object({ play: Id, reason: ShortText.optional() });

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
  'Live Chat Conversation Ended': about,
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
  'Cancel Intent Stated': about,
  'Payment Failed': z.object({ ...money }),
  'Payment Method Expiring': z.object({ expiresAt: Instant.optional() }),
  'Payment Method Updated': nothing,
  'Price Change Announced': about,
  // Ours: use of the product. `ratio` is use in the last 28 days over the 28 before (1 = the same).
  'Usage Reported': z.object({
    ratio: z.number().min(0).max(100),
    feature: ShortText.optional(),
    count: z.number().min(0).optional(),
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
    text: Text.optional(),
  }),
  'Promise Made': matter.extend({ dueAt: Instant.optional() }),
  'Promise Kept': matter,
  'Promise Missed': matter,
  'Idea Shipped': about,
  'Referral Made': about,
  'Referral Accepted': about,
  'Champion Left': about,
  // Ours: what Suki itself writes
  'Touchpoint Logged': Touchpoint,
  'Stage Changed': z.object({
    from: Id.nullable(),
    to: Id,
    because: z.array(ShortText).max(8),
    version: z.number().int(),
  }),
  'Action Done': action.extend({ contact: z.boolean() }),
  'Action Helped': action,
  'Action Unhelpful': action,
  /** With `lift`, their next word ends it; `until` is then only how long it may last in silence. */
  'Action Snoozed': action.extend({ until: Instant, lift: z.literal('they-write').optional() }),
  'Action Dismissed': action.extend({ why: DismissReason }),
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

/** What a rep may record by hand. Everything else comes from imports, webhooks or the server itself. */
export const repEventTypes = [
  'Touchpoint Logged',
  'Complaint Raised',
  'Complaint Resolved',
  'Complaint Confirmed Resolved',
  'Complaint Reopened',
  'Question Asked',
  'Question Answered',
  'Promise Made',
  'Promise Kept',
  'Promise Missed',
  'Feedback Given',
  'Subscription Paused',
  'Subscription Resumed',
  'Referral Made',
  'Unsubscribed',
  'Action Done',
  'Action Helped',
  'Action Unhelpful',
  'Action Snoozed',
  'Action Dismissed',
] as const satisfies readonly EventType[];
export type RepEventType = (typeof repEventTypes)[number];
export const isRepEvent = (type: EventType): type is RepEventType =>
  (repEventTypes as readonly string[]).includes(type);
