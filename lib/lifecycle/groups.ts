import type { EventType } from '../contract/events.ts';
import type { FactGroup } from '../contract/facts.ts';

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
const matter = ['ref', 'about'] as const;

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
  'Order Updated': noise,
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
  'Live Chat Conversation Ended': noise,
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
  'Cancel Intent Stated': { tally: true, word: 'in' },
  'Payment Failed': tally,
  'Payment Method Expiring': { list: 'billing', keep: ['expiresAt'] },
  'Payment Method Updated': tally,
  'Price Change Announced': tally,
  // One stub per kind in this list: each of them is the newest.
  'Usage Reported': { list: 'subscription', keep: ['ratio'] },
  'Limit Reached': tally,
  'First Value Reached': tally,
  'Complaint Raised': { list: 'care', keep: matter, word: 'in' },
  'Complaint Resolved': { list: 'care', keep: ['ref'], word: 'out' },
  'Complaint Confirmed Resolved': { list: 'care', keep: ['ref'], word: 'in' },
  'Complaint Reopened': { list: 'care', keep: matter, word: 'in' },
  'Question Asked': { tally: true, list: 'owed', keep: matter, word: 'in' },
  'Question Answered': { list: 'owed', keep: ['ref', 'fully'], word: 'out' },
  'Question Left Open': { list: 'owed', keep: ['ref'] },
  'Feedback Given': { list: 'feedback', keep: ['kind', 'score'], word: 'in' },
  'Promise Made': { list: 'owed', keep: ['ref', 'about', 'dueAt'], word: 'out' },
  'Promise Kept': { tally: true, list: 'owed', keep: ['ref'], word: 'out' },
  'Promise Missed': { tally: true, list: 'owed', keep: ['ref'] },
  'Idea Shipped': tally,
  'Referral Made': { tally: true, word: 'in' },
  'Referral Accepted': { list: 'advocacy' },
  'Champion Left': tally,
  // By direction and purpose: see `stubs` in fold.ts.
  'Touchpoint Logged': noise,
  'Stage Changed': { list: 'stages', keep: ['from', 'to'] },
  'Action Done': { list: 'actions', keep: ['play'] },
  'Action Helped': noise,
  'Action Unhelpful': { list: 'actions', keep: ['play'] },
  'Action Snoozed': { list: 'actions', keep: ['play', 'until', 'lift'] },
  'Action Dismissed': { list: 'actions', keep: ['play', 'why'] },
};

/** Lists that keep one stub of each kind of event: its newest. They say when it last happened as well as a tally. */
export const newestPerKind: ReadonlySet<FactGroup> = new Set(['subscription', 'billing', 'advocacy']);

/** How many stubs each list keeps: enough for what the rules look back on, small enough for 8 KB in all. */
export const sizes: Record<FactGroup, number> = {
  orders: 7,
  subscription: 7,
  billing: 1,
  /** Complaints: apart from questions and promises, so that these cannot push an open complaint out. */
  care: 8,
  owed: 6,
  contacts: 7,
  feedback: 3,
  advocacy: 3,
  behaviour: 4,
  actions: 8,
  stages: 2,
};

/** Words such as what a complaint is about are cut to this; the timeline has the rest. */
export const ABOUT_LENGTH = 24;

/** Can a rule see when this kind of event last happened? Playbooks may only name kinds of which it can. */
export const isSeen = (type: EventType): boolean =>
  lines[type].tally === true || lines[type].list !== undefined;
