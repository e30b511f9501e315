import { describe, expect, it } from 'vitest';
import type { SukiEvent } from '#lib/contract/events.ts';
import { DAY, HOUR } from '#lib/contract/primitives.ts';
import { decide } from '#lib/lifecycle/decide.ts';
import { foldAll } from '#lib/lifecycle/fold.ts';
import type { Decision } from '#lib/lifecycle/types.ts';
import {
  cards,
  contact,
  csat,
  daysAgo,
  deciding,
  event,
  NOW,
  offered,
  order,
  person,
  reading,
  withOutcomes,
  wrote,
} from './people.ts';

describe('stories with the default playbook', () => {
  const stories: [string, string | null, SukiEvent[]][] = [
    ['a first order this morning: thank them, sell nothing', 'confirm_smooth', [order(0.2)]],
    [
      'delivered three days ago',
      'confirm_received',
      [order(6), event('Order Delivered', daysAgo(3), { order: 'o6' })],
    ],
    ['a question from yesterday', 'answer_question', [event('Question Asked', daysAgo(1), { ref: 'q' })]],
    ['three stars less than last time', 'recovery_call', [order(90), csat(60, 5), csat(1, 2), contact(70)]],
    [
      'a review of five stars yesterday',
      'thank_personally',
      [order(60), event('Product Reviewed', daysAgo(1), { rating: 5 })],
    ],
    [
      'thinks of cancelling',
      'offer_pause',
      [event('Subscription Started', daysAgo(90), {}), event('Cancel Intent Stated', daysAgo(1), {})],
    ],
    [
      'a payment that failed yesterday: leave them alone',
      null,
      [event('Subscription Started', daysAgo(90), {}), event('Payment Failed', daysAgo(1), {}), contact(2)],
    ],
    ['46 quiet days and no complaint', 'care_check', [order(300), order(200), order(100), wrote(46)]],
    [
      'a newsletter on Tuesday',
      null,
      [
        order(300),
        order(200),
        order(100),
        wrote(46),
        contact(2, { initiator: 'automation', purpose: 'news' }),
      ],
    ],
    [
      'on the beach',
      null,
      [
        event('Subscription Started', daysAgo(90), {}),
        event('Limit Reached', daysAgo(2), {}),
        event('Subscription Paused', daysAgo(5), { until: NOW + 30 * DAY }),
      ],
    ],
    [
      'cancelled three days ago',
      'ask_why_they_left',
      [event('Subscription Started', daysAgo(200), {}), event('Subscription Cancelled', daysAgo(3), {})],
    ],
    ['stopped at the checkout this morning', 'offer_help', [event('Checkout Started', NOW - 20 * HOUR, {})]],
  ];
  it.each(stories)('%s', (_what, wanted, events) => {
    expect(deciding(events).top?.play.id ?? null).toBe(wanted);
  });

  it('[R0-03] ten days later than their usual thirty', () => {
    const decision = deciding([order(130), order(100), order(70), order(40), wrote(15)]);
    expect(decision.top).toMatchObject({
      play: { id: 'check_in' },
      because: { code: 'trigger-order-overdue', values: { n: 10, usual: 30 } },
    });
  });

  it('[R0-32] after a first order the next card is care, and no offer among the others', () => {
    for (const days of [0.1, 1, 2, 3, 5, 8, 12]) {
      const decision = deciding([order(days), event('Limit Reached', daysAgo(days / 2), {})]);
      expect(offered(decision)).not.toContain('suggest_upgrade');
      if (decision.top) expect(['care', 'educate', 'feedback']).toContain(decision.top.play.kind);
    }
  });

  it('[R4-15] a larger plan only for somebody in good health', () => {
    const limit = [9, 6, 3].map((days) => event('Limit Reached', daysAgo(days), {}));
    const upgrade = (events: SukiEvent[]) => cards(deciding(events)).map(({ play: { id } }) => id);
    const bought40 = [order(40), wrote(9), ...limit];
    const well = [...bought40, csat(9, 5)];
    expect(reading(well).health.score).toBeGreaterThanOrEqual(72);
    expect(upgrade(well)).toContain('suggest_upgrade');
    // Twice at the limit is not yet a habit.
    expect(upgrade(well.toSpliced(2, 1))).not.toContain('suggest_upgrade');
    const asked = event('Question Asked', daysAgo(20), { ref: 'q' });
    const badly = [...bought40, csat(9, 1), csat(8, 1), csat(7, 1), asked];
    expect(reading(badly).health.score).toBeLessThanOrEqual(55);
    expect(upgrade(badly)).not.toContain('suggest_upgrade');
  });

  it('is not moved by how much they spend', () => {
    const spent = (total: number) =>
      decide(
        { ...person([]), facts: foldAll([order(20, { total, currency: 'EUR' })]) },
        withOutcomes({}),
        NOW,
      );
    const shape = (decision: Decision) => cards(decision).map(({ play: { id }, score }) => [id, score]);
    expect(shape(spent(5))).toEqual(shape(spent(50_000)));
  });
});
