import fc from 'fast-check';
import { type EventType, eventTypes, SukiEvent } from '#lib/contract/events.ts';
import { DAY } from '#lib/contract/primitives.ts';
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
const order = { order: ref, ...money };
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
  'Usage Reported': { ratio: fc.integer({ min: 0, max: 300 }).map((percent) => percent / 100) },
  'Question Answered': { ref, ...about, fully: maybe(fc.constantFrom('yes', 'partly', 'no')) },
  'Feedback Given': {
    kind: fc.constantFrom('csat', 'nps', 'ces', 'comment', 'idea', 'praise'),
    score: maybe(fc.integer({ min: 0, max: 10 })),
  },
  'Promise Made': { ref, ...about, dueAt: maybe(soon) },
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
  },
  'Stage Changed': {
    from: fc.constantFrom(null, 'discover', 'engage', 'retain', 'advocate', 'lapsed'),
    to: fc.constantFrom('discover', 'educate', 'purchase', 'engage', 'retain', 'advocate', 'lapsed'),
    because: fc.constant([]),
    version: fc.constant(1),
  },
  'Action Done': { play: plays, contact: fc.boolean() },
  'Action Helped': { play: plays },
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
  special[type] = { ref, ...about };

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
