import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '#lib/contract/primitives.ts';
import { fires } from '#lib/lifecycle/triggers/index.ts';
import { contact, daysAgo, event, hoursAgo, NOW, order } from '../people.ts';
import { fired, namesItsMoment, scene } from './fired.ts';

const MINUTE = 60_000;

describe('orders', () => {
  it('[T33] [R2-02] promised for a day that has passed, and nothing told: the same day', () => {
    const trigger = { on: 'order-late' } as const;
    const promised = order(6, { order: 'o1', promisedFor: NOW - HOUR });
    expect(fired(trigger, [promised])).toEqual({
      since: NOW - HOUR,
      until: NOW - HOUR + 30 * DAY,
      ref: `o1@${NOW - HOUR}`,
      because: { code: 'trigger-order-late', values: { promisedAt: NOW - HOUR } },
    });
    expect(fired(trigger, [promised, contact(0)])).toBeNull();
    expect(fired(trigger, [promised, event('Order Delivered', hoursAgo(0.5), { order: 'o1' })])).toBeNull();
    const later = event('Order Updated', hoursAgo(0.5), { order: 'o1', promisedFor: NOW + DAY });
    expect(fired(trigger, [promised, later])).toBeNull();
    expect(namesItsMoment(trigger, [order(6, { order: 'o1', promisedFor: NOW + DAY })])).toBe(NOW + DAY);
  });

  it('[T33] promised for a day without an hour: not late before the day is over where we are', () => {
    const trigger = { on: 'order-late' } as const;
    const day = Date.UTC(2026, 10, 30);
    const promised = event('Order Completed', day - 6 * DAY, { order: 'o1', promisedFor: day });
    const profile = { timezone: 'America/Los_Angeles' };
    const at = (now: number) => fired(trigger, [promised], { now, profile });
    // Midnight there is 08:00 UTC.
    expect(at(day + 31 * HOUR)).toBeNull();
    expect(at(day + 32 * HOUR)).toMatchObject({ since: day + 32 * HOUR });
    expect(namesItsMoment(trigger, [promised], { now: day, profile })).toBe(day + 32 * HOUR);
    // News that went out to everybody told them nothing of it; a colleague did.
    const word = (more: object) => contact(3, { purpose: 'news', ...more });
    const late = { now: NOW, profile };
    expect(fired(trigger, [promised, word({ initiator: 'automation' })], late)).not.toBeNull();
    expect(fired(trigger, [promised, word({})], late)).toBeNull();
  });

  it('[T34] [R1-20] without a thank-you within 10 minutes', () => {
    const trigger = { on: 'thanks-missing', afterMinutes: 10, withinDays: 2 } as const;
    const ordered = (minutes: number) => event('Order Completed', NOW - minutes * MINUTE, { order: 'o1' });
    expect(fired(trigger, [ordered(9)])).toBeNull();
    expect(namesItsMoment(trigger, [ordered(9)])).toBe(NOW + MINUTE);
    expect(fired(trigger, [ordered(11)])?.because).toMatchObject({ values: { n: 11 } });
    const thanks = (more: Parameters<typeof contact>[1]) => [ordered(30), contact(0.01, more)];
    expect(fired(trigger, thanks({ initiator: 'automation', purpose: 'thanks' }))).toBeNull();
    expect(fired(trigger, thanks({ purpose: 'care' }))).toBeNull();
    expect(fired(trigger, thanks({ initiator: 'automation', purpose: 'news' }))).not.toBeNull();
    expect(fired(trigger, [order(3)])).toBeNull();
  });

  it('[T35] [R1-22] one, 31 days ago, and no touch of ours since', () => {
    const trigger = { on: 'order-untouched', from: 30, to: 90 } as const;
    expect(fired(trigger, [order(31)])?.because).toEqual({
      code: 'trigger-order-untouched',
      values: { n: 31, orderAt: daysAgo(31) },
    });
    expect(fired(trigger, [order(29)])).toBeNull();
    expect(namesItsMoment(trigger, [order(29)])).toBe(daysAgo(29) + 30 * DAY);
    expect(fired(trigger, [order(31), contact(20)])).toBeNull();
    expect(fired(trigger, [order(31), contact(20, { initiator: 'automation' })])).not.toBeNull();
    expect(fired(trigger, [order(80), order(31)])).toBeNull();
  });

  it('[T21] [R1-19] a question about returns on day 2, not on day 9, and not about something else', () => {
    const trigger = { on: 'topic-asked', topic: 'returns', orderWithinDays: 7 } as const;
    const asked = (days: number, topic: 'returns' | 'setup') =>
      event('Question Asked', daysAgo(days), { ref: 'q', topic });
    expect(fired(trigger, [order(3), asked(1, 'returns')])?.because).toEqual({
      code: 'trigger-topic-asked',
      values: { topic: 'returns', n: 1, days: 2 },
    });
    expect(fired(trigger, [order(10), asked(1, 'returns')])).toBeNull();
    expect(fired(trigger, [order(3), asked(1, 'setup')])).toBeNull();
    expect(fired(trigger, [order(3), asked(4, 'returns')])).toBeNull();
  });

  it('[T36] [R4-22] a sample of one in ten, whatever the order came to', () => {
    const trigger = { on: 'sampled', event: 'Order Completed', from: 0, to: 5, percent: 10 } as const;
    const drawn = (n: number, total: number) =>
      fires(trigger, { ...scene([order(1, { total, currency: 'EUR' })]), id: `customer ${n}` }) !== null;
    const people = Array.from({ length: 3_000 }, (_, n) => n);
    const cheap = people.filter((n) => drawn(n, 5));
    expect(people.filter((n) => drawn(n, 5_000))).toEqual(cheap);
    expect(cheap.length / people.length).toBeGreaterThan(0.08);
    expect(cheap.length / people.length).toBeLessThan(0.12);
    expect(fired({ ...trigger, percent: 100 }, [order(1)])?.because).toMatchObject({
      values: { n: 1, percent: 100 },
    });
    expect(fired({ ...trigger, percent: 100 }, [order(6)])).toBeNull();
  });

  it('[T37] [R3-22] a card that runs out in 14 days, until there is another', () => {
    const trigger = { on: 'card-expiring', days: 14 } as const;
    const told = (inDays: number) =>
      event('Payment Method Expiring', daysAgo(20), { expiresAt: NOW + inDays * DAY });
    expect(fired(trigger, [told(14)])).toMatchObject({
      since: NOW,
      until: NOW + 14 * DAY,
      because: { code: 'trigger-card-expires', values: { expiresAt: NOW + 14 * DAY } },
    });
    expect(fired(trigger, [told(15)])).toBeNull();
    expect(namesItsMoment(trigger, [told(15)])).toBe(NOW + DAY);
    expect(fired(trigger, [told(-1)])).toBeNull();
    expect(fired(trigger, [told(5), event('Payment Method Updated', daysAgo(1), {})])).toBeNull();
    expect(fired(trigger, [event('Payment Method Expiring', daysAgo(2), {})])?.because.code).toBe(
      'trigger-card-expiring',
    );
  });
});
