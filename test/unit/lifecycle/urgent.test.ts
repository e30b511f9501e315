import { describe, expect, it } from 'vitest';
import type { SukiEvent } from '#lib/contract/events.ts';
import { DAY } from '#lib/contract/primitives.ts';
import { foldAll } from '#lib/lifecycle/fold.ts';
import { readView } from '#lib/lifecycle/read.ts';
import { dueAt } from '#lib/lifecycle/urgent.ts';
import { makeView } from '#lib/lifecycle/view.ts';
import { defaultPlaybook } from '#lib/playbook/default-playbook.ts';

const NOW = Date.UTC(2026, 5, 1, 9);
const daysAgo = (days: number): number => NOW - days * DAY;

type Happened = [days: number, type: SukiEvent['type'], data?: Record<string, unknown>];

const eventsOf = (happened: readonly Happened[]): SukiEvent[] =>
  happened.map(([days, type, data = {}], i): SukiEvent => {
    const event: unknown = { id: `e${i}`, source: 'test', subject: 'ana', at: daysAgo(days), type, data };
    return event as SukiEvent;
  });

/** When somebody with this history needs something, as of now. */
const due = (...happened: Happened[]): number | null => {
  const profile = { name: 'Ana', addresses: [], createdAt: daysAgo(800) };
  const facts = foldAll(eventsOf(happened));
  const view = makeView({ id: 'ana', profile, facts }, defaultPlaybook, NOW);
  return dueAt(view, readView(view));
};
const order = (days: number): Happened => [
  days,
  'Order Completed',
  { order: `o${days}`, total: 20, currency: 'EUR' },
];

describe('when a customer needs something', () => {
  it('[U1] nothing is due of whom nothing waits', () => {
    expect(due()).toBeNull();
    expect(due([3, 'Page Viewed', { page: 'pricing' }])).toBeNull();
    expect(due(order(3))).toBeNull();
  });

  it('[U1] an open complaint and an open question are due since they were raised', () => {
    expect(due([4, 'Complaint Raised', { ref: 'c', text: 'late' }])).toBe(daysAgo(4));
    expect(due([2, 'Question Asked', { ref: 'q' }], [4, 'Complaint Raised', { ref: 'c' }])).toBe(daysAgo(4));
    expect(due([4, 'Complaint Raised', { ref: 'c' }], [1, 'Complaint Resolved', { ref: 'c' }])).toBeNull();
    expect(
      due([4, 'Question Asked', { ref: 'q' }], [1, 'Question Answered', { ref: 'q', fully: 'yes' }]),
    ).toBeNull();
  });

  it('[U1] half an answer leaves the question with us', () => {
    const asked: Happened = [4, 'Question Asked', { ref: 'q' }];
    expect(due(asked, [1, 'Question Answered', { ref: 'q', fully: 'partly' }])).toBe(daysAgo(4));
  });

  it('[U1] a complaint that came back is due since then', () => {
    expect(
      due(
        [9, 'Complaint Raised', { ref: 'c' }],
        [7, 'Complaint Resolved', { ref: 'c' }],
        [2, 'Complaint Reopened', { ref: 'c' }],
      ),
    ).toBe(daysAgo(2));
  });

  it('[U1] a promise of ours is due on its day, also when that is to come', () => {
    const promised = (days: number): Happened => [1, 'Promise Made', { ref: 'p', dueAt: daysAgo(days) }];
    expect(due(promised(-3))).toBe(daysAgo(-3));
    expect(due(promised(-3), [2, 'Complaint Raised', { ref: 'c' }])).toBe(daysAgo(2));
    expect(due(promised(-3), [0, 'Promise Kept', { ref: 'p' }])).toBeNull();
  });

  it('[U2] a payment that failed is due for two months, or until it is mended', () => {
    const subscribed: Happened = [100, 'Subscription Started', { renewsAt: daysAgo(-10) }];
    expect(due(subscribed, [5, 'Payment Failed'])).toBe(daysAgo(5));
    expect(due(subscribed, [5, 'Payment Failed'], [4, 'Payment Method Updated'])).not.toBe(daysAgo(5));
    expect(due(subscribed, [61, 'Payment Failed'])).not.toBe(daysAgo(61));
  });

  it('[U3] of who stays with us: when it will have been quiet for too long, or has been', () => {
    const regular = [...Array.from({ length: 8 }, (_, i) => order(30 + 30 * i))];
    const view = (days: number) =>
      due(
        ...regular,
        [400, 'Stage Changed', { from: 'engage', to: 'retain', because: [], facts: [], version: 3 }],
        [days, 'Feedback Given', { kind: 'nps', score: 9 }],
      );
    const at = view(10);
    expect(at).not.toBeNull();
    // One and a half of their usual gap after the last order.
    expect(at).toBeLessThanOrEqual(daysAgo(30) + 45 * DAY);
  });

  it('[U3] of somebody who came once nothing is due, however quiet they are', () => {
    expect(due(order(300))).toBeNull();
  });
});
