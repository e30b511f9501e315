import fc from 'fast-check';
import {
  type EventType,
  eventTypes,
  LapseCause,
  meddicItems,
  profileParts,
  SukiEvent,
} from '#lib/contract/events.ts';
import { DAY } from '#lib/contract/primitives.ts';
import { stages } from '#lib/contract/stage.ts';
import { topics } from '#lib/contract/touchpoint.ts';
import { defaultPlaybook } from '#lib/playbook/default-playbook.ts';
import { NOW } from './people.ts';

const plays = fc.constantFrom(...defaultPlaybook.plays.map((play) => play.id));
const ref = fc.constantFrom('r1', 'r2', 'r3', 'r4');
const at = fc.integer({ min: NOW - 800 * DAY, max: NOW });
const soon = fc.integer({ min: NOW - 60 * DAY, max: NOW + 90 * DAY });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const money = {
  total: maybe(fc.integer({ min: 0, max: 5_000_000 }).map((cents) => cents / 100)),
  currency: maybe(fc.constantFrom('EUR', 'USD', 'PHP', 'IRR')),
};
const about = { about: maybe(fc.constantFrom('late delivery', 'the manual', 'a broken cup')) };
const matter = { ref, ...about, topic: maybe(fc.constantFrom(...topics)) };
const order = { order: ref, promisedFor: maybe(soon), ...money };
const minutes = maybe(fc.integer({ min: 0, max: 240 }));
const subscription = { renewsAt: maybe(soon), until: maybe(soon), ...money };

const special: Partial<Record<EventType, Record<string, fc.Arbitrary<unknown>>>> = {
  'Checkout Started': money,
  'Order Completed': order,
  'Order Updated': order,
  'Order Delivered': order,
  'Order Refunded': order,
  'Order Cancelled': order,
  'Product Reviewed': { rating: maybe(fc.integer({ min: 0, max: 5 })) },
  'Trial Started': { endsAt: maybe(soon) },
  'Page Viewed': { page: fc.constantFrom('pricing', 'article', 'other') },
  'Subscription Started': subscription,
  'Subscription Renewed': subscription,
  'Subscription Paused': subscription,
  'Subscription Resumed': subscription,
  'Subscription Cancelled': subscription,
  'Payment Failed': money,
  'Payment Method Expiring': { expiresAt: maybe(soon) },
  'Usage Reported': {
    ratio: maybe(fc.integer({ min: 0, max: 300 }).map((percent) => percent / 100)),
    feature: maybe(fc.constantFrom('exports', 'reports', 'sharing', 'รายงานประจำเดือนของทีม', 'search')),
    count: maybe(fc.nat(9_999)),
  },
  'Onboarding Step Completed': { left: fc.nat(9) },
  'Live Chat Conversation Ended': { ...about, minutes },
  'Question Answered': { ...matter, fully: maybe(fc.constantFrom('yes', 'partly', 'no')) },
  'Feedback Given': {
    kind: fc.constantFrom('csat', 'nps', 'ces', 'comment', 'idea', 'praise'),
    score: maybe(fc.integer({ min: 0, max: 10 })),
    text: maybe(fc.constantFrom('', 'it took too long')),
  },
  'Feedback Closed': { ref: fc.nat(200).map((n) => `a${n}`) },
  'Survey Sent': { questions: fc.integer({ min: 1, max: 5 }) },
  'Concern Taken': { ref, dueAt: maybe(soon) },
  'Profile Noted': { part: fc.constantFrom(...profileParts), private: maybe(fc.boolean()) },
  'Special Day Noted': {
    day: fc.constantFrom('birthday', 'name-day', 'other'),
    month: fc.integer({ min: 1, max: 12 }),
    date: fc.integer({ min: 1, max: 28 }),
    consent: fc.constant(true),
  },
  'Persona Set': { persona: fc.constantFrom('p1', 'p2'), percent: maybe(fc.nat(100)) },
  'MEDDIC Noted': { item: fc.constantFrom(...meddicItems) },
  'MEDDIC Cleared': { item: fc.constantFrom(...meddicItems) },
  'Lapse Explained': { cause: fc.constantFrom(...LapseCause.options) },
  'Claim Taken': { until: soon },
  'Handed Over': { to: fc.constantFrom('Tomas', 'the second line') },
  'Automations Paused': { until: soon },
  'Stage Overridden': {
    to: fc.constantFrom(...stages),
    reason: fc.constantFrom('she told me on the phone', 'a friend of the house'),
    until: soon,
  },
  'Promise Made': { ...matter, dueAt: maybe(soon) },
  'Touchpoint Logged': {
    kind: fc.constantFrom('CALL', 'EMAIL', 'MEETING', 'NOTE', 'TASK'),
    direction: fc.constantFrom('in', 'out'),
    channel: fc.constant('email'),
    initiator: fc.constantFrom('rep', 'founder', 'automation', 'customer'),
    purpose: fc.constantFrom(
      'care',
      'answer',
      'educate',
      'thanks',
      'apology',
      'feedback',
      'billing',
      'news',
      'commercial',
    ),
    answeredFully: maybe(fc.constantFrom('yes', 'partly', 'no')),
    promisedFor: maybe(soon),
    play: maybe(plays),
    minutes,
    ref: maybe(ref),
  },
  'Stage Changed': {
    from: fc.constantFrom(null, 'discover', 'engage', 'retain', 'advocate', 'lapsed'),
    to: fc.constantFrom('discover', 'educate', 'purchase', 'engage', 'retain', 'advocate', 'lapsed'),
    because: fc.constant([]),
    version: fc.constant(1),
  },
  'Action Done': {
    play: plays,
    contact: fc.boolean(),
    purpose: maybe(fc.constantFrom('care', 'commercial', 'feedback')),
  },
  'Action Helped': { play: plays },
  'Action Unanswered': { play: plays },
  'Action Unhelpful': { play: plays },
  'Action Snoozed': { play: plays, until: soon, lift: maybe(fc.constant('they-write')) },
  'Action Dismissed': {
    play: plays,
    why: fc.constantFrom('wrong-fact', 'wrong-time', 'already-done', 'never', 'bad-idea'),
  },
};
for (const type of [
  'Complaint Raised',
  'Complaint Resolved',
  'Complaint Confirmed Resolved',
  'Complaint Reopened',
  'Question Asked',
  'Question Left Open',
  'Promise Kept',
  'Promise Missed',
] as const)
  special[type] = matter;

const withoutUndefined = (data: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));

let counter = 0;

const anyEvent: fc.Arbitrary<SukiEvent> = fc.constantFrom(...eventTypes).chain((type) =>
  fc
    .record({
      at,
      by: fc.constantFrom(undefined, 'Mia', 'Tomas'),
      data: fc.record(special[type] ?? {}).map(withoutUndefined),
    })
    .map(({ at, by, data }) =>
      SukiEvent.parse({ id: `a${counter++}`, source: 'any', subject: 'ana', at, type, data, by }),
    ),
);

/** Any sequence of valid events of one customer, up to some two years back. */
export const anyEvents: fc.Arbitrary<SukiEvent[]> = fc.array(anyEvent, { maxLength: 60 });

/** A short one, for properties that are held to thousands of customers. */
export const fewEvents: fc.Arbitrary<SukiEvent[]> = fc.array(anyEvent, { maxLength: 12 });

const pool = fc.sample(anyEvent, { seed: 11, numRuns: 4_000 });

/** The same from a pool that was made before, for tests of many thousand runs. An event may come twice. */
export const pooledEvents: fc.Arbitrary<SukiEvent[]> = fc
  .array(fc.nat(pool.length - 1), { maxLength: 60 })
  .map((picks) => picks.flatMap((pick) => pool[pick] ?? []));
