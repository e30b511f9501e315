import type { EventType } from '../contract/events.ts';
import type { FactGroup } from '../contract/facts.ts';
import { hash } from './mark.ts';

/**
 * What the facts keep of each kind of event. `tally`: its count, first and last. `list`: the bounded list that
 * keeps a stub of it, with the scalars that the list has columns for and nothing else, so that a person's own words
 * never enter the facts. `word`: it is a word from the customer (`in`) or from us (`out`).
 * Kinds without tally and list (browsing, machine noise) count in `totals.all` only, and no trigger can see
 * them: that is what keeps a customer under 8 KB whatever happens.
 */
export type Line = {
  tally?: true;
  list?: FactGroup;
  word?: 'in' | 'out';
};

const noise: Line = {};
const tally: Line = { tally: true };
/** Only when it last happened matters. */
const lately: Line = { list: 'lately' };

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
  'Order Updated': lately,
  'Order Delivered': lately,
  'Order Refunded': lately,
  'Order Cancelled': tally,
  'Product Shared': { list: 'advocacy' },
  'Product Reviewed': { tally: true, list: 'advocacy', word: 'in' },
  'Account Created': noise,
  'Account Deleted': noise,
  'Signed Up': tally,
  'Signed In': noise,
  'Signed Out': noise,
  'Invite Sent': noise,
  'Account Added User': noise,
  'Account Removed User': noise,
  'Trial Started': { list: 'subscription' },
  'Trial Ended': lately,
  'Live Chat Conversation Started': { word: 'in' },
  'Live Chat Conversation Ended': { list: 'talks' },
  // Segment names these from the visitor's side: "Sent" is theirs, "Received" is what they got from us.
  'Live Chat Message Sent': { word: 'in' },
  'Live Chat Message Received': { word: 'out' },
  'Email Delivered': { list: 'contacts', word: 'out' },
  'Email Opened': noise,
  'Email Link Clicked': noise,
  'Email Bounced': noise,
  'Email Marked as Spam': lately,
  Unsubscribed: lately,
  'Page Viewed': { list: 'behaviour' },
  'Content Downloaded': tally,
  'Demo Requested': { tally: true, word: 'in' },
  'Proposal Sent': { tally: true, word: 'out' },
  'Content Shared': { list: 'contacts', word: 'out' },
  'Subscription Started': { tally: true, list: 'subscription' },
  'Subscription Renewed': { tally: true, list: 'subscription' },
  'Subscription Paused': { list: 'subscription' },
  'Subscription Resumed': { list: 'subscription' },
  'Subscription Cancelled': { list: 'subscription' },
  'Autorenew Turned Off': { list: 'subscription' },
  'Autorenew Turned On': { list: 'subscription' },
  'Cancel Intent Stated': { list: 'lately', word: 'in' },
  'Payment Failed': lately,
  'Payment Method Expiring': { list: 'billing' },
  'Payment Method Updated': lately,
  'Price Change Announced': lately,
  // All of the product, or one feature of it: see `stubs` in stubs.ts.
  'Usage Reported': { list: 'usage' },
  'Onboarding Step Completed': { list: 'subscription' },
  'Limit Reached': { list: 'limits' },
  'First Value Reached': lately,
  'Complaint Raised': { list: 'care', word: 'in' },
  'Complaint Resolved': { list: 'care', word: 'out' },
  'Complaint Confirmed Resolved': { list: 'care', word: 'in' },
  'Complaint Reopened': { list: 'care', word: 'in' },
  'Question Asked': { tally: true, list: 'owed', word: 'in' },
  'Question Answered': { list: 'owed', word: 'out' },
  'Question Left Open': { list: 'owed' },
  // Scores, and apart from them what was said: see `stubs` in stubs.ts.
  'Feedback Given': { list: 'feedback', word: 'in' },
  'Feedback Closed': { list: 'feedback' },
  'Survey Sent': { list: 'desk', word: 'out' },
  'Promise Made': { list: 'promises', word: 'out' },
  'Promise Kept': { tally: true, list: 'promises', word: 'out' },
  'Promise Missed': { tally: true, list: 'promises' },
  'Idea Shipped': lately,
  'Referral Made': { list: 'lately', word: 'in' },
  'Referral Accepted': { list: 'advocacy' },
  'Champion Left': lately,
  'Abuse Reported': lately,
  'Concern Taken': { list: 'desk' },
  'Need Stated': { list: 'known' },
  'Competitor Named': { list: 'known' },
  'Profile Noted': { list: 'known' },
  'Special Day Noted': { list: 'known' },
  'Persona Set': { list: 'known' },
  'Persona Cleared': { list: 'known' },
  'MEDDIC Noted': { list: 'known' },
  'MEDDIC Cleared': { list: 'known' },
  'Lapse Explained': { list: 'known' },
  'Claim Taken': { list: 'desk' },
  'Claim Released': { list: 'desk' },
  'Handed Over': { list: 'desk' },
  'Automations Paused': { list: 'desk' },
  'Automations Resumed': { list: 'desk' },
  'Stage Overridden': { list: 'desk' },
  'Stage Override Lifted': { list: 'desk' },
  // By direction and purpose: see `stubs` in stubs.ts.
  'Touchpoint Logged': noise,
  'Stage Changed': { list: 'stages' },
  'Action Done': { list: 'done' },
  'Action Helped': { list: 'actions' },
  'Action Unanswered': { list: 'actions' },
  'Action Unhelpful': { list: 'actions' },
  'Action Snoozed': { list: 'actions' },
  'Action Dismissed': { list: 'actions' },
};

/** Lists that keep one stub of each kind of event: its newest. They say when it last happened as well as a tally. */
export const newestPerKind: ReadonlySet<FactGroup> = new Set([
  'subscription',
  'billing',
  'lately',
  'advocacy',
]);

/** How many stubs each list keeps: enough for what the rules look back on, small enough for 8 KB in all. */
export const sizes: Record<FactGroup, number> = {
  orders: 7,
  /** The newest word on each order that was promised for a day, or that arrived. */
  deliveries: 3,
  subscription: 9,
  billing: 1,
  /** Kinds of which only the newest matters. */
  lately: 15,
  /** Complaints: apart from questions and promises, so that these cannot push an open complaint out. */
  care: 7,
  /** Questions. */
  owed: 5,
  promises: 8,
  contacts: 8,
  /** Commercial contacts, of which the contacts of a busy month would lose sight. */
  offers: 4,
  /** The newest talk with a length, and the newest words of theirs on an open matter. */
  talks: 3,
  feedback: 6,
  advocacy: 3,
  behaviour: 4,
  limits: 3,
  usage: 4,
  features: 4,
  known: 16,
  desk: 7,
  /** The newest time that each play was done: rests are long, and some things are done once in a lifetime. */
  done: 9,
  actions: 8,
  stages: 4,
};

/** The scalars that a stub of each list holds, in the order in which they are written [F3]. */
export const columns: Record<FactGroup, readonly string[]> = {
  orders: [],
  deliveries: ['order', 'promisedFor'],
  subscription: ['renewsAt', 'until', 'endsAt', 'left'],
  billing: ['expiresAt'],
  lately: [],
  care: ['ref', 'about', 'topic'],
  owed: ['ref', 'fully', 'about', 'topic'],
  promises: ['ref', 'dueAt', 'about'],
  contacts: ['who', 'why', 'play', 'by'],
  offers: ['play', 'by', 'who'],
  talks: ['minutes', 'ref'],
  feedback: ['kind', 'score', 'ref'],
  advocacy: [],
  behaviour: ['page'],
  limits: [],
  usage: ['ratio', 'count'],
  features: ['feature', 'count'],
  known: ['item', 'part', 'private', 'day', 'month', 'date', 'persona', 'percent', 'cause'],
  desk: ['until', 'by', 'to', 'reason', 'ref', 'dueAt', 'questions'],
  done: ['play'],
  actions: ['play', 'why', 'until', 'lift', 'n'],
  stages: ['from', 'to', 'version', 'hand'],
};

/** The reason of a stage that somebody named by hand [ST10]: such a row is no history of ours. */
export const BY_HAND = 'stage-by-hand';

/** How long a text may be in the facts: in characters, and in the bytes that they take. The timeline has the rest. */
const lengths: Readonly<Record<string, readonly [characters: number, bytes: number]>> = {
  about: [24, 40],
  feature: [24, 36],
  product: [24, 36],
  by: [16, 24],
  to: [24, 36],
  reason: [60, 72],
};
const LONGEST = 40;
/** Longer than any id that we make ourselves. */
const REF = 36;
const ids: ReadonlySet<string> = new Set(['ref', 'order', 'persona', 'play']);

const isPlain = /^[ -~]*$/;

/** The beginning of a text that is short enough for the facts; never through the middle of a character. */
export const cut = (key: string, text: string): string => {
  if (ids.has(key)) return short(text);
  const [characters, bytes] = lengths[key] ?? [LONGEST, LONGEST];
  if (isPlain.test(text)) return text.slice(0, characters);
  let kept = '';
  let size = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    size += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (size > bytes || kept.length + character.length > characters) break;
    // Control characters would take six letters each, and half a pair is no character.
    kept += code < 0x20 || (code >= 0xd800 && code <= 0xdfff) ? ' ' : character;
  }
  return kept;
};

/**
 * An id as the facts keep it: itself, or if it is very long or in letters that take several bytes each, its beginning and
 * a mark. Cutting twice changes nothing.
 */
export const short = (id: string): string => {
  if (id.length <= REF && isPlain.test(id)) return id;
  const tail = `~${hash(id).toString(36)}`;
  if (id.length <= 12) return id;
  return `${id.slice(0, isPlain.test(id) ? REF - 8 : 4).toWellFormed()}${tail}`;
};

/** Can a rule see when this kind of event last happened? Playbooks may only name kinds of which it can. */
export const isSeen = (type: EventType): boolean =>
  lines[type].tally === true || lines[type].list !== undefined;
