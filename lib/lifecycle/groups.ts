import type { EventType } from '../contract/events.ts';
import type { FactGroup } from '../contract/facts.ts';
import { mark } from './mark.ts';

/**
 * What the facts keep of each kind of event. `tally`: its count, first and last. `list`: the bounded list that
 * keeps a stub of it, with the scalar data keys in `keep` and nothing else, so that a person's own words never
 * enter the facts. `word`: it is a word from the customer (`in`) or from us (`out`).
 * Kinds without tally and list (browsing, machine noise) count in `totals.all` only, and no trigger can see
 * them: that is what keeps a customer under 8 KB whatever happens.
 */
export type Line = {
  tally?: true;
  list?: FactGroup;
  keep?: readonly string[];
  word?: 'in' | 'out';
};

const noise: Line = {};
const tally: Line = { tally: true };
const matter = ['ref', 'about', 'topic'] as const;
const play = ['play'] as const;

export const lines: Record<EventType, Line> = {
  'Products Searched': noise,
  'Product List Viewed': noise,
  'Promotion Viewed': noise,
  'Promotion Clicked': noise,
  'Product Viewed': noise,
  'Product Added': noise,
  'Product Removed': noise,
  'Cart Viewed': noise,
  'Checkout Started': tally,
  'Checkout Step Completed': noise,
  'Payment Info Entered': noise,
  'Order Completed': { tally: true, list: 'orders' },
  'Order Updated': tally,
  'Order Delivered': tally,
  'Order Refunded': tally,
  'Order Cancelled': tally,
  'Product Shared': { list: 'advocacy' },
  'Product Reviewed': { tally: true, list: 'advocacy', keep: ['rating'], word: 'in' },
  'Account Created': noise,
  'Account Deleted': noise,
  'Signed Up': tally,
  'Signed In': noise,
  'Signed Out': noise,
  'Invite Sent': noise,
  'Account Added User': noise,
  'Account Removed User': noise,
  'Trial Started': { list: 'subscription', keep: ['endsAt'] },
  'Trial Ended': tally,
  'Live Chat Conversation Started': { word: 'in' },
  'Live Chat Conversation Ended': { list: 'talks', keep: ['minutes'] },
  // Segment names these from the visitor's side: "Sent" is theirs, "Received" is what they got from us.
  'Live Chat Message Sent': { word: 'in' },
  'Live Chat Message Received': { word: 'out' },
  'Email Delivered': { list: 'contacts', word: 'out' },
  'Email Opened': noise,
  'Email Link Clicked': noise,
  'Email Bounced': noise,
  'Email Marked as Spam': tally,
  Unsubscribed: tally,
  'Page Viewed': { list: 'behaviour', keep: ['page'] },
  'Content Downloaded': tally,
  'Demo Requested': { tally: true, word: 'in' },
  'Proposal Sent': { tally: true, word: 'out' },
  'Content Shared': { list: 'contacts', word: 'out' },
  'Subscription Started': { tally: true, list: 'subscription', keep: ['renewsAt'] },
  'Subscription Renewed': { tally: true, list: 'subscription', keep: ['renewsAt'] },
  'Subscription Paused': { list: 'subscription', keep: ['until'] },
  'Subscription Resumed': { list: 'subscription', keep: ['renewsAt'] },
  'Subscription Cancelled': { list: 'subscription' },
  'Autorenew Turned Off': { list: 'subscription' },
  'Autorenew Turned On': { list: 'subscription' },
  'Cancel Intent Stated': { tally: true, word: 'in' },
  'Payment Failed': tally,
  'Payment Method Expiring': { list: 'billing', keep: ['expiresAt'] },
  'Payment Method Updated': tally,
  'Price Change Announced': tally,
  // All of the product, or one feature of it: see `stubs` in fold.ts.
  'Usage Reported': { list: 'usage' },
  'Onboarding Step Completed': { list: 'subscription', keep: ['left'] },
  'Limit Reached': { list: 'limits' },
  'First Value Reached': tally,
  'Complaint Raised': { list: 'care', keep: matter, word: 'in' },
  'Complaint Resolved': { list: 'care', keep: ['ref'], word: 'out' },
  'Complaint Confirmed Resolved': { list: 'care', keep: ['ref'], word: 'in' },
  'Complaint Reopened': { list: 'care', keep: matter, word: 'in' },
  'Question Asked': { tally: true, list: 'owed', keep: matter, word: 'in' },
  'Question Answered': { list: 'owed', keep: ['ref', 'fully'], word: 'out' },
  'Question Left Open': { list: 'owed', keep: ['ref'] },
  // Scores, and apart from them what was said: see `stubs` in fold.ts.
  'Feedback Given': { list: 'feedback', word: 'in' },
  'Feedback Closed': { list: 'feedback', keep: ['ref'] },
  'Survey Sent': { list: 'desk', keep: ['questions'], word: 'out' },
  'Promise Made': { list: 'promises', keep: ['ref', 'about', 'dueAt'], word: 'out' },
  'Promise Kept': { tally: true, list: 'promises', keep: ['ref'], word: 'out' },
  'Promise Missed': { tally: true, list: 'promises', keep: ['ref'] },
  'Idea Shipped': tally,
  'Referral Made': { tally: true, word: 'in' },
  'Referral Accepted': { list: 'advocacy' },
  'Champion Left': tally,
  'Abuse Reported': tally,
  'Concern Taken': { list: 'desk', keep: ['ref', 'dueAt', 'by'] },
  'Need Stated': { list: 'known' },
  'Competitor Named': { list: 'known' },
  'Profile Noted': { list: 'known', keep: ['part', 'private'] },
  'Special Day Noted': { list: 'known', keep: ['day', 'month', 'date'] },
  'Persona Set': { list: 'known', keep: ['persona', 'percent'] },
  'Persona Cleared': { list: 'known' },
  'MEDDIC Noted': { list: 'known', keep: ['item'] },
  'MEDDIC Cleared': { list: 'known', keep: ['item'] },
  'Lapse Explained': { list: 'known', keep: ['cause'] },
  'Claim Taken': { list: 'desk', keep: ['until', 'by'] },
  'Claim Released': { list: 'desk' },
  'Handed Over': { list: 'desk', keep: ['to', 'by'] },
  'Automations Paused': { list: 'desk', keep: ['until'] },
  'Automations Resumed': { list: 'desk' },
  'Stage Overridden': { list: 'desk', keep: ['to', 'reason', 'until', 'by'] },
  'Stage Override Lifted': { list: 'desk' },
  // By direction and purpose: see `stubs` in fold.ts.
  'Touchpoint Logged': noise,
  'Stage Changed': { list: 'stages', keep: ['from', 'to', 'version'] },
  'Action Done': { list: 'actions', keep: play },
  'Action Helped': { list: 'actions', keep: play },
  'Action Unanswered': { list: 'actions', keep: play },
  'Action Unhelpful': { list: 'actions', keep: play },
  'Action Snoozed': { list: 'actions', keep: ['play', 'until', 'lift'] },
  'Action Dismissed': { list: 'actions', keep: ['play', 'why'] },
};

/** Lists that keep one stub of each kind of event: its newest. They say when it last happened as well as a tally. */
export const newestPerKind: ReadonlySet<FactGroup> = new Set(['subscription', 'billing', 'advocacy']);

/** How many stubs each list keeps: enough for what the rules look back on, small enough for 8 KB in all. */
export const sizes: Record<FactGroup, number> = {
  orders: 7,
  /** The newest word on each order that was promised for a day, or that arrived. */
  deliveries: 3,
  subscription: 9,
  billing: 1,
  /** Complaints: apart from questions and promises, so that these cannot push an open complaint out. */
  care: 8,
  /** Questions. */
  owed: 6,
  promises: 8,
  contacts: 9,
  /** Commercial contacts, of which the contacts of a busy month would lose sight. */
  offers: 4,
  /** The newest talk with a length, and the newest words of theirs on an open matter. */
  talks: 4,
  feedback: 6,
  advocacy: 3,
  behaviour: 4,
  limits: 3,
  usage: 4,
  features: 4,
  known: 16,
  desk: 8,
  actions: 10,
  stages: 4,
};

/** Words such as what a complaint is about are cut to this; the timeline has the rest. */
const lengths: Readonly<Record<string, number>> = {
  about: 24,
  feature: 24,
  by: 16,
  play: 40,
  to: 32,
  from: 16,
  reason: 60,
};

/** Longer than any id that we make ourselves. */
const REF = 36;

/** A text cut so that facts stay small; never through the middle of a character. */
export const cut = (key: string, text: string): string => {
  if (key === 'ref' || key === 'order' || key === 'persona') return short(text);
  const most = lengths[key] ?? REF;
  return text.length <= most ? text : text.slice(0, most).toWellFormed();
};

/** The id of a matter as the facts keep it: itself, or if it is very long its beginning and a mark. Cutting twice changes nothing. */
export const short = (id: string): string =>
  id.length <= REF ? id : `${id.slice(0, REF - 8).toWellFormed()}~${mark(id).padStart(7, '0')}`;

/** Can a rule see when this kind of event last happened? Playbooks may only name kinds of which it can. */
export const isSeen = (type: EventType): boolean =>
  lines[type].tally === true || lines[type].list !== undefined;
