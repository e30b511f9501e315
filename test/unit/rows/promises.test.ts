import { describe, expect, it } from 'vitest';
import { contact, daysAgo, event, hoursAgo, NOW, order, reading } from '../lifecycle/people.ts';
import { scene } from './scene.ts';

describe('promises', () => {
  it('[R0-13] have their card at 09:00 of their day, by the clock of where they live', () => {
    // Manila is eight hours ahead of UTC: the evening of Thursday the 10th there, and 09:00 that morning.
    const dueAt = Date.UTC(2026, 11, 10, 15, 59);
    const nine = Date.UTC(2026, 11, 10, 9 - 8, 0);
    const promised = event('Promise Made', NOW, { ref: 'p', about: 'the spare part', dueAt });
    const at = (now: number, timezone: string) =>
      scene([order(60), promised], { now, profile: { timezone } });
    expect(at(nine - 1, 'Asia/Manila').open).not.toContain('keep_promise');
    expect(at(nine, 'Asia/Manila').top).toBe('keep_promise');
    expect(at(nine, 'UTC').open).not.toContain('keep_promise');
    expect(at(nine, 'Asia/Manila').why('keep_promise')).toContain('the spare part');
  });

  it('[R0-28] of which 3 of 4 were kept on time make our loyalty 75 %, a number of ours and not of theirs', () => {
    const made = (ref: string) => event('Promise Made', daysAgo(20), { ref, dueAt: daysAgo(10) });
    const kept = (ref: string, days: number) => event('Promise Kept', daysAgo(days), { ref });
    const three = ['a', 'b', 'c'].flatMap((ref) => [made(ref), kept(ref, 12)]);
    const { loyalty } = reading([order(60), ...three, made('d'), kept('d', 2)]);
    expect(loyalty.score).toBe(75);
    expect(loyalty.parts).toEqual([{ id: 'promises', kept: 3, of: 4 }]);
    expect(reading([order(60), ...three, made('d'), kept('d', 11)]).loyalty.score).toBe(100);
  });

  it('[R2-02] about an order: when its day passed without a word, they are told on the same day', () => {
    const promisedFor = hoursAgo(2);
    const late = order(6, { order: 'late', promisedFor });
    const seen = scene([late]);
    expect(seen.open).toContain('update_order');
    expect(scene([late], { now: promisedFor - 1 }).open).not.toContain('update_order');
    const told = event('Order Updated', hoursAgo(1), { order: 'late', promisedFor: daysAgo(-2) });
    const came = event('Order Delivered', hoursAgo(3), { order: 'late' });
    for (const word of [told, came, contact(1 / 24, { purpose: 'news' })])
      expect(scene([late, word]).open).not.toContain('update_order');
  });
});
