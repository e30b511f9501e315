import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { SukiEvent } from '#lib/contract/events.ts';
import type { Trigger } from '#lib/contract/playbook.ts';
import { DAY, HOUR } from '#lib/contract/primitives.ts';
import { readView } from '#lib/lifecycle/read.ts';
import { fires, nextAt, triggers } from '#lib/lifecycle/triggers/index.ts';
import { contact, csat, daysAgo, event, hoursAgo, NOW, order, view, wrote } from './people.ts';

const scene = (events: SukiEvent[], now = NOW) => {
  const seen = view(events, now);
  return { ...seen, reading: readView(seen) };
};
const fired = (trigger: Trigger, events: SukiEvent[], now = NOW) => fires(trigger, scene(events, now));
const asked = (hours: number, ref = 'q1') =>
  event('Question Asked', hoursAgo(hours), { ref, about: 'the manual' });
const answered = (hours: number, fully: 'yes' | 'partly' | 'no', ref = 'q1') =>
  event('Question Answered', hoursAgo(hours), { ref, fully });
const monthly = (last: number) => [order(last + 90), order(last + 60), order(last + 30), order(last)];
const page = (days: number) => event('Page Viewed', daysAgo(days), { page: 'article' });

/** [rule, what, trigger, events that fire it, events that do not] */
const table: [string, string, Trigger, SukiEvent[], SukiEvent[]][] = [
  [
    '[T1]',
    'an order two to seven days ago',
    { on: 'after-event', event: 'Order Completed', from: 2, to: 7 },
    [order(3)],
    [order(1)],
  ],
  [
    '[T1]',
    'and not longer ago',
    { on: 'after-event', event: 'Order Completed', from: 2, to: 7 },
    [order(6.9)],
    [order(8)],
  ],
  [
    '[T1]',
    'a good review, not a bad one',
    { on: 'after-event', event: 'Product Reviewed', from: 0, to: 2 },
    [event('Product Reviewed', daysAgo(1), { rating: 5 })],
    [event('Product Reviewed', daysAgo(1), { rating: 1 })],
  ],
  [
    '[T2]',
    'a checkout without an order after it',
    { on: 'event-without', event: 'Checkout Started', unless: ['Order Completed'], from: 0.01, to: 2 },
    [order(9), event('Checkout Started', daysAgo(1), {})],
    [event('Checkout Started', daysAgo(1), {}), order(0.5)],
  ],
  [
    '[T3]',
    'an open complaint',
    { on: 'complaint-open' },
    [event('Complaint Raised', daysAgo(1), { ref: 'c' })],
    [
      event('Complaint Raised', daysAgo(2), { ref: 'c' }),
      event('Complaint Resolved', daysAgo(1), { ref: 'c' }),
    ],
  ],
  [
    '[T4]',
    'a solution that they have not confirmed',
    { on: 'complaint-unconfirmed', afterDays: 2 },
    [
      event('Complaint Raised', daysAgo(5), { ref: 'c' }),
      event('Complaint Resolved', daysAgo(3), { ref: 'c' }),
    ],
    [
      event('Complaint Raised', daysAgo(5), { ref: 'c' }),
      event('Complaint Resolved', daysAgo(3), { ref: 'c' }),
      event('Complaint Confirmed Resolved', daysAgo(1), { ref: 'c' }),
    ],
  ],
  ['[T5]', 'a question of 25 hours', { on: 'question-open', afterHours: 24 }, [asked(25)], [asked(23)]],
  [
    '[T5]',
    'and none that was answered',
    { on: 'question-open', afterHours: 24 },
    [asked(30, 'q2'), asked(40), answered(1, 'yes')],
    [asked(40), answered(1, 'yes')],
  ],
  [
    '[T6]',
    'half an answer',
    { on: 'answer-incomplete', afterHours: 12 },
    [asked(40), answered(13, 'partly')],
    [asked(40), answered(13, 'yes')],
  ],
  [
    '[T6]',
    'half an answer by hand',
    { on: 'answer-incomplete', afterHours: 12 },
    [contact(1, { answeredFully: 'no' })],
    [contact(2, { answeredFully: 'no' }), contact(1, { answeredFully: 'yes' })],
  ],
  ['[T7]', 'orders every 30 days, and now 40', { on: 'order-overdue', ratio: 1.3 }, monthly(40), monthly(38)],
  [
    '[T7]',
    'and no rhythm in two orders',
    { on: 'order-overdue', ratio: 1.3 },
    monthly(50),
    [order(80), order(50)],
  ],
  ['[T8]', '46 quiet days', { on: 'quiet', days: 45 }, [wrote(46)], [wrote(44)]],
  [
    '[T8]',
    'quiet, but not with an open complaint',
    { on: 'quiet', days: 45 },
    [wrote(60)],
    [event('Complaint Raised', daysAgo(60), { ref: 'c' })],
  ],
  [
    '[T9]',
    'a third order',
    { on: 'order-count', count: 3, from: 1, to: 14 },
    monthly(5).slice(1),
    monthly(5),
  ],
  [
    '[T10]',
    'a promise for today',
    { on: 'promise-due' },
    [event('Promise Made', daysAgo(4), { ref: 'p', dueAt: NOW + 6 * HOUR })],
    [event('Promise Made', daysAgo(4), { ref: 'p', dueAt: NOW + 2 * DAY })],
  ],
  [
    '[T10]',
    'a promise made in a call',
    { on: 'promise-due' },
    [contact(3, { promisedFor: NOW })],
    [contact(3)],
  ],
  [
    '[T10]',
    'a promise that was kept',
    { on: 'promise-due' },
    [event('Promise Made', daysAgo(4), { ref: 'p', dueAt: NOW })],
    [
      event('Promise Made', daysAgo(4), { ref: 'p', dueAt: NOW }),
      event('Promise Kept', daysAgo(1), { ref: 'p' }),
    ],
  ],
  [
    '[T11]',
    'two early signs',
    { on: 'churn-signs', atLeast: 2 },
    [...monthly(60), event('Champion Left', daysAgo(9), {})],
    monthly(60),
  ],
  [
    '[T12]',
    'two stars of five',
    { on: 'low-rating', atMost: 2, withinDays: 5 },
    [csat(1, 2)],
    [csat(2, 2), csat(1, 4)],
  ],
  [
    '[T13]',
    'a renewal in 20 days',
    { on: 'renewal-near', days: 30 },
    [event('Subscription Started', daysAgo(90), { renewsAt: NOW + 20 * DAY })],
    [event('Subscription Started', daysAgo(90), { renewsAt: NOW + 40 * DAY })],
  ],
  [
    '[T14]',
    'three articles in two weeks',
    { on: 'pages-seen', page: 'article', atLeast: 3, withinDays: 14 },
    [page(13), page(2), page(1)],
    [page(15), page(2), page(1)],
  ],
  [
    '[T15]',
    'a break that ended two days ago, not one that ends in two',
    { on: 'pause-ending', days: 3 },
    [event('Subscription Paused', daysAgo(30), { until: NOW - 2 * DAY })],
    [event('Subscription Paused', daysAgo(30), { until: NOW + 2 * DAY })],
  ],
  [
    '[T15]',
    'a break that ends now, not one that ended four days ago',
    { on: 'pause-ending', days: 3 },
    [event('Subscription Paused', daysAgo(30), { until: NOW })],
    [event('Subscription Paused', daysAgo(30), { until: NOW - 4 * DAY })],
  ],
  [
    '[T15]',
    'a break that they ended themselves',
    { on: 'pause-ending', days: 3 },
    [event('Subscription Paused', daysAgo(30), {}), event('Subscription Resumed', daysAgo(2), {})],
    [event('Subscription Paused', daysAgo(30), {}), event('Subscription Resumed', daysAgo(9), {})],
  ],
  [
    '[T16]',
    'a fortnight in the same stage',
    { on: 'in-stage', fromDays: 14, toDays: 45 },
    [asked(20 * 24)],
    [asked(5 * 24)],
  ],
];

describe('triggers', () => {
  it.each(table)('%s fire for %s', (_rule, _what, trigger, yes, no) => {
    expect(fired(trigger, yes)).not.toBeNull();
    expect(fired(trigger, no)).toBeNull();
  });

  it('[T7] [R0-03] says how many days later than usual', () => {
    expect(fired({ on: 'order-overdue', ratio: 1.3 }, monthly(40))?.because).toEqual({
      code: 'trigger-order-overdue',
      values: { n: 10, usual: 30 },
    });
  });

  it('[T10] is due all that day, and late from the next one on', () => {
    const noon = [event('Promise Made', daysAgo(4), { ref: 'p', about: 'a grinder', dueAt: NOW })];
    const says = (now: number) => fired({ on: 'promise-due' }, noon, now)?.because.code;
    expect(says(NOW - 3 * HOUR - 1)).toBeUndefined();
    expect(says(NOW - 3 * HOUR)).toBe('trigger-promise-today-about');
    expect(says(NOW + 11 * HOUR)).toBe('trigger-promise-today-about');
    expect(says(NOW + 12 * HOUR)).toBe('trigger-promise-late-about');
    // What is promised for seven in the morning is no help at nine.
    const early = [event('Promise Made', daysAgo(4), { ref: 'p', dueAt: NOW - 5 * HOUR })];
    expect(fired({ on: 'promise-due' }, early, NOW - 5 * HOUR)?.because.code).toBe('trigger-promise-today');
    // Health counts it from the same day.
    const loyalty = (now: number) =>
      scene(noon, now).reading.health.measures.find((m) => m.id === 'loyalty')?.x;
    expect(loyalty(NOW + 11 * HOUR)).toBeNull();
    expect(loyalty(NOW + 12 * HOUR)).toBe(0);
  });

  it('[T15] says who ended the break: they, or the calendar', () => {
    const why = (events: SukiEvent[]) => fired({ on: 'pause-ending', days: 3 }, events)?.because;
    const paused = event('Subscription Paused', daysAgo(30), { until: daysAgo(1) });
    expect(why([paused])).toEqual({ code: 'trigger-pause-over', values: { backAt: daysAgo(1), n: 1 } });
    expect(why([paused, event('Subscription Resumed', daysAgo(2), {})])).toEqual({
      code: 'trigger-pause-ended',
      values: { backAt: daysAgo(2), n: 2 },
    });
  });

  it('[T3] names what the complaint is about, unless that is only "something else"', () => {
    const why = (about: string) =>
      fired({ on: 'complaint-open' }, [event('Complaint Raised', daysAgo(1), { ref: 'c', about })])?.because;
    for (const about of ['Something else', 'other'])
      expect(why(about)).toEqual({
        code: 'trigger-complaint-open',
        values: { n: 1, openedAt: daysAgo(1) },
      });
    expect(why('Another colour')).toMatchObject({
      code: 'trigger-complaint-open-about',
      values: { about: 'Another colour' },
    });
  });

  it('[T14] holds since the page that made the number full', () => {
    const holds = fired({ on: 'pages-seen', page: 'article', atLeast: 3, withinDays: 14 }, [
      page(9),
      page(5),
      page(3),
      page(1),
    ]);
    expect(holds).toMatchObject({ since: daysAgo(3), until: daysAgo(5) + 14 * DAY });
  });

  it('[T0] fire at the moment that they name as next, and not before', () => {
    let named = 0;
    for (const [, what, trigger, , no] of table) {
      const at = nextAt(trigger, scene(no));
      if (at === null) continue;
      named++;
      expect(at, what).toBeGreaterThan(NOW);
      expect(fired(trigger, no, at - HOUR), what).toBeNull();
      expect(fired(trigger, no, at + 1), what).not.toBeNull();
    }
    expect(named).toBeGreaterThan(6);
  });

  it('[T0] hold since a moment that has passed, inside their window, for the reason they name', () => {
    for (const [, what, trigger, yes] of table) {
      const holds = fired(trigger, yes);
      expect(holds?.since, what).toBeLessThanOrEqual(NOW);
      expect(holds?.until ?? Infinity, what).toBeGreaterThanOrEqual(NOW);
    }
  });

  it('[T0] are one file each', () => {
    const files = readdirSync('lib/lifecycle/triggers')
      .map((name) => name.replace('.ts', ''))
      .filter((name) => name !== 'index' && name !== 'trigger');
    expect(Object.keys(triggers).sort()).toEqual(files.sort());
  });
});
