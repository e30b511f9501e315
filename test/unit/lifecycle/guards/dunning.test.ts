import { describe, expect, it } from 'vitest';
import { DAY } from '#lib/contract/primitives.ts';
import { contact, daysAgo, event, order } from '../people.ts';
import { blocked, care, offer } from './plays.ts';

const note = {
  ...care,
  id: 'payment_note',
  purpose: 'billing' as const,
  dunning: true,
  reply: true,
  urgency: 'issue' as const,
};
const failed = (days: number) => event('Payment Failed', daysAgo(days), {});
const bill = (days: number) => contact(days, { purpose: 'billing', play: 'payment_note' });
const apart = (days: number, sent: number[]) => blocked(note, [failed(days), ...sent.map(bill)]);

describe('[G8] [R3-22] calm about payments', () => {
  it('is silent on days 0 to 2 after a payment failed, and names day 3', () => {
    for (const days of [0, 1, 2, 2.99])
      expect(apart(days, [])).toEqual({
        guard: 'G8',
        until: daysAgo(days) + 3 * DAY,
        because: { code: 'guard-g8-silence', values: { n: 3, failedAt: daysAgo(days) } },
      });
    expect(apart(3, [])).toBeNull();
  });

  it('leaves five days between two notes', () => {
    expect(apart(7, [4])).toMatchObject({
      guard: 'G8',
      until: daysAgo(4) + 5 * DAY,
      because: { code: 'guard-g8-apart', values: { n: 5, sentAt: daysAgo(4) } },
    });
    expect(apart(8, [5])).toBeNull();
  });

  it('sends three notes in 21 days and no fourth', () => {
    expect(apart(20, [15, 10])).toBeNull();
    expect(apart(20, [17, 11, 6])).toMatchObject({
      guard: 'G8',
      until: daysAgo(17) + 21 * DAY,
      because: { code: 'guard-g8-enough', values: { n: 3, days: 21 } },
    });
    expect(apart(23, [21, 11, 6])).toBeNull();
  });

  it('counts the notes that a machine sent', () => {
    const machine = contact(2, { purpose: 'billing', initiator: 'automation' });
    expect(blocked(note, [failed(9), machine])?.because.code).toBe('guard-g8-apart');
  });

  it('holds the friendly note before a card runs out to the same distance', () => {
    expect(blocked(note, [])).toBeNull();
    expect(blocked(note, [bill(2)])?.because.code).toBe('guard-g8-apart');
  });

  it('makes no offers while a payment is open, for 21 days at most', () => {
    const settled = order(60);
    expect(blocked(offer, [settled, failed(9)])).toEqual({
      guard: 'G8',
      until: daysAgo(9) + 21 * DAY,
      because: { code: 'guard-g8-offers', values: { failedAt: daysAgo(9) } },
    });
    expect(blocked(offer, [settled, failed(21)])).toBeNull();
    expect(blocked(offer, [settled, failed(9), event('Payment Method Updated', daysAgo(8), {})])).toBeNull();
    expect(blocked(care, [settled, failed(9)])).toBeNull();
  });

  it('goes by the numbers of the policy', () => {
    const policy = { g8: { silentDays: 5, notes: 1, withinDays: 30, apartDays: 5 } };
    expect(blocked(note, [failed(4)], { policy })?.until).toBe(daysAgo(4) + 5 * DAY);
    expect(blocked(note, [failed(20), bill(12)], { policy })?.until).toBe(daysAgo(12) + 30 * DAY);
  });
});
