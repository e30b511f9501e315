import type { EventData, EventType, MeddicItem } from '#lib/contract/events.ts';
import type { Purpose } from '#lib/contract/touchpoint.ts';
import { founder, type PlanId, plans, type Rep, reps } from './shop.ts';

/** What a beat may ask for when it is set into time. */
export type Scene = {
  /** The instant so many days from now; negative is the past. */
  inDays: (days: number) => number;
  /** An order number that stays the same from run to run. */
  order: string;
  /** Pesos in the customer's own currency. */
  price: (pesos: number) => { total: number; currency: string };
};

/** A mail that comes with a beat: it goes into the demo inbox, or into Sent. */
export type Letter = { folder: 'inbox' | 'sent'; subject: string; text: string };

/** One thing that happened, so many days ago. Stories are lists of these, oldest first. */
export type Beat = {
  ago: number;
  type: EventType;
  data: (scene: Scene) => Record<string, unknown>;
  source: Source;
  /** `them`: the customer, by name. */
  by: string | null;
  letter?: Letter;
};
export type Source = '/shop' | '/billing' | '/inbox' | '/newsletter' | '/panel' | '/reviews' | '/usage';
export const THEM = 'them';

type Told<T extends EventType> = EventData<T> | ((scene: Scene) => EventData<T>);
/** Any event, `ago` days before now. The ones below are shorter words for the common ones. */
export const beat = <T extends EventType>(
  ago: number,
  type: T,
  data: Told<T>,
  source: Source = '/shop',
  by: string | null = null,
): Beat => ({ ago, type, data: typeof data === 'function' ? data : () => data, source, by });

// They look around.
export const signedUp = (ago: number, via: string): Beat => beat(ago, 'Signed Up', { via }, '/shop', THEM);
export const viewed = (ago: number, page: 'pricing' | 'article' | 'other', url: string): Beat =>
  beat(ago, 'Page Viewed', { page, url });
export const downloaded = (ago: number, about: string): Beat => beat(ago, 'Content Downloaded', { about });
export const asked = (ago: number, ref: string, about: string, text: string): Beat =>
  beat(ago, 'Question Asked', { ref, about, text }, '/inbox', THEM);
export const answered = (
  ago: number,
  ref: string,
  rep: Rep,
  fully: 'yes' | 'partly' | 'no' = 'yes',
  text?: string,
): Beat => beat(ago, 'Question Answered', { ref, fully, ...(text ? { text } : {}) }, '/panel', reps[rep]);

// They buy.
export const checkout = (ago: number, product: string, pesos: number): Beat =>
  beat(ago, 'Checkout Started', (s) => ({ order: s.order, product, ...s.price(pesos) }));
export const ordered = (ago: number, product: string, pesos: number, text?: string): Beat =>
  beat(ago, 'Order Completed', (s) => ({
    order: s.order,
    product,
    ...s.price(pesos),
    ...(text ? { text } : {}),
  }));
export const delivered = (ago: number, product: string): Beat =>
  beat(ago, 'Order Delivered', (s) => ({ order: s.order, product }));
const renewal = (plan: PlanId, renewsIn: number) => (s: Scene) => ({
  plan: plans[plan].plan,
  ...s.price(plans[plan].pesos),
  renewsAt: s.inDays(renewsIn),
});
export const subscribed = (ago: number, plan: PlanId, renewsIn: number): Beat =>
  beat(ago, 'Subscription Started', renewal(plan, renewsIn), '/billing');
export const renewed = (ago: number, plan: PlanId, renewsIn: number): Beat =>
  beat(ago, 'Subscription Renewed', renewal(plan, renewsIn), '/billing');
/** `backIn`: days from now until they are back; negative when they already are. */
export const paused = (ago: number, backIn: number, reason: string): Beat =>
  beat(ago, 'Subscription Paused', (s) => ({ until: s.inDays(backIn), reason }), '/billing', THEM);
export const resumed = (ago: number): Beat => beat(ago, 'Subscription Resumed', {}, '/billing');
export const cancelled = (ago: number, reason: string): Beat =>
  beat(ago, 'Subscription Cancelled', { reason }, '/billing', THEM);

// They talk.
const mail = (
  ago: number,
  direction: 'in' | 'out',
  by: string,
  purpose: Purpose,
  subject: string,
  text: string,
): Beat => ({
  ...beat(
    ago,
    'Touchpoint Logged',
    {
      kind: 'EMAIL',
      direction,
      channel: 'email',
      initiator: direction === 'in' ? 'customer' : by === founder ? 'founder' : 'rep',
      purpose,
      subject,
      text: text.split('\n\n')[1] ?? text,
    },
    '/inbox',
    by,
  ),
  letter: { folder: direction === 'in' ? 'inbox' : 'sent', subject, text },
});
/** A mail of theirs: an event of the story and a conversation of the demo inbox. */
export const wrote = (ago: number, subject: string, text: string, purpose: Purpose = 'care'): Beat =>
  mail(ago, 'in', THEM, purpose, subject, text);
/** A mail of ours; it stands under Sent. */
export const sent = (ago: number, rep: Rep | 'ina', purpose: Purpose, subject: string, text: string): Beat =>
  mail(ago, 'out', rep === 'ina' ? founder : reps[rep], purpose, subject, text);
/** We got in touch in some other way than a mail that the demo inbox shows. */
export const reached = (
  ago: number,
  rep: Rep,
  purpose: Purpose,
  text: string,
  kind: 'CALL' | 'EMAIL' | 'MEETING' | 'COMMUNICATION' | 'POSTAL_MAIL' = 'EMAIL',
): Beat =>
  beat(
    ago,
    'Touchpoint Logged',
    { kind, direction: 'out', channel: channelOf[kind], initiator: 'rep', purpose, text },
    '/panel',
    reps[rep],
  );
const channelOf = {
  CALL: 'phone',
  EMAIL: 'email',
  MEETING: 'in person',
  COMMUNICATION: 'whatsapp',
  POSTAL_MAIL: 'post',
} as const;
/** They got in touch in some other way: a call, a chat message. */
export const said = (
  ago: number,
  text: string,
  kind: 'CALL' | 'COMMUNICATION' | 'MEETING' = 'COMMUNICATION',
): Beat =>
  beat(
    ago,
    'Touchpoint Logged',
    { kind, direction: 'in', channel: channelOf[kind], initiator: 'customer', purpose: 'care', text },
    '/panel',
    THEM,
  );
export const newsletter = (ago: number, subject: string): Beat =>
  beat(
    ago,
    'Touchpoint Logged',
    {
      kind: 'EMAIL',
      direction: 'out',
      channel: 'email',
      initiator: 'automation',
      purpose: 'news',
      subject,
    },
    '/newsletter',
    'Newsletter',
  );
/** The shop's own note that an order has arrived, sent by a machine. */
export const thanked = (ago: number): Beat =>
  beat(
    ago,
    'Touchpoint Logged',
    {
      kind: 'EMAIL',
      direction: 'out',
      channel: 'email',
      initiator: 'automation',
      purpose: 'thanks',
      subject: 'Thank you for your order',
    },
    '/shop',
    'Shop',
  );
/** A colleague did what the panel suggested. */
export const done = (ago: number, play: string, rep: Rep, purpose: Purpose): Beat =>
  beat(ago, 'Action Done', { play, contact: true, purpose }, '/panel', reps[rep]);
/** What we learned about a sale to a company. */
export const noted = (ago: number, item: MeddicItem, text: string): Beat =>
  beat(ago, 'MEDDIC Noted', { item, text }, '/panel', reps.jun);

// It goes wrong, or right.
export const complained = (ago: number, ref: string, about: string, text: string): Beat =>
  beat(ago, 'Complaint Raised', { ref, about, text }, '/inbox', THEM);
export const resolved = (ago: number, ref: string, rep: Rep, text: string): Beat =>
  beat(ago, 'Complaint Resolved', { ref, text }, '/panel', reps[rep]);
export const confirmed = (ago: number, ref: string, text: string): Beat =>
  beat(ago, 'Complaint Confirmed Resolved', { ref, text }, '/inbox', THEM);
export const reopened = (ago: number, ref: string, text: string): Beat =>
  beat(ago, 'Complaint Reopened', { ref, text }, '/inbox', THEM);
export const promised = (ago: number, ref: string, dueIn: number, rep: Rep, text: string): Beat =>
  beat(ago, 'Promise Made', (s) => ({ ref, text, dueAt: s.inDays(dueIn) }), '/panel', reps[rep]);
export const rated = (ago: number, score: number, text?: string): Beat =>
  beat(ago, 'Feedback Given', { kind: 'csat', score, ...(text ? { text } : {}) }, '/shop', THEM);
export const praised = (ago: number, text: string): Beat =>
  beat(ago, 'Feedback Given', { kind: 'praise', text }, '/inbox', THEM);
export const idea = (ago: number, text: string): Beat =>
  beat(ago, 'Feedback Given', { kind: 'idea', text }, '/inbox', THEM);
export const reviewed = (ago: number, product: string, rating: number, text: string): Beat =>
  beat(ago, 'Product Reviewed', { product, rating, text }, '/reviews', THEM);
export const referred = (ago: number, about: string): Beat =>
  beat(ago, 'Referral Made', { about }, '/panel', THEM);
/** Use in the last 28 days over the 28 before: 1 is the same. */
export const usage = (ago: number, ratio: number): Beat => beat(ago, 'Usage Reported', { ratio }, '/usage');

/** The beat came as a mail, in these words. */
export const byMail = (told: Beat, subject: string, text: string): Beat => ({
  ...told,
  letter: { folder: 'inbox', subject, text },
});
