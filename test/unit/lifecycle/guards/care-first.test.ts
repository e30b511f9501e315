import { describe, expect, it } from 'vitest';
import { DAY } from '#lib/contract/primitives.ts';
import { contact, daysAgo, event, order } from '../people.ts';
import { blocked, care, offer } from './plays.ts';

const customer = order(200);
const sold = (days: number) => contact(days, { purpose: 'commercial' });
const cared = (...days: number[]) => days.map((day) => contact(day));

describe('[G13] care first', () => {
  it('[R0-18] after 2 caring contacts and 1 offer, blocks the next offer: "2 of 3"', () => {
    expect(blocked(offer, [customer, sold(40), ...cared(50, 30)])).toEqual({
      guard: 'G13',
      until: daysAgo(40) + 90 * DAY,
      because: { code: 'guard-g13', values: { n: 2, of: 3 } },
    });
    expect(blocked(offer, [customer, sold(40), ...cared(50, 30, 20)])).toBeNull();
  });

  it('asks for three more for each offer', () => {
    const two = [customer, sold(40), sold(60)];
    expect(blocked(offer, [...two, ...cared(85, 80, 70, 50, 20)])?.because.values).toEqual({ n: 5, of: 6 });
    expect(blocked(offer, [...two, ...cared(85, 80, 75, 70, 50, 20)])).toBeNull();
  });

  it('[R0-14] wants a caring contact in 90 days before a second offer, and lets a first one pass', () => {
    expect(blocked(offer, [customer])).toBeNull();
    expect(blocked(offer, [customer, sold(80)])?.because.values).toEqual({ n: 0, of: 3 });
    expect(blocked(offer, [customer, sold(91)])).toBeNull();
  });

  it('names the day on which the ratio is right by itself', () => {
    // With the older offer gone from the 90 days, three caring contacts are enough for the one that stays.
    const story = [customer, sold(80), sold(40), ...cared(30, 20, 10)];
    expect(blocked(offer, story)?.until).toBe(daysAgo(80) + 90 * DAY);
    expect(blocked(offer, story, { now: daysAgo(80) + 90 * DAY })).toBeNull();
  });

  it('counts people who helped, not machines, news, surveys or bills', () => {
    const others = [
      contact(20, { initiator: 'automation' }),
      contact(22, { purpose: 'news' }),
      contact(24, { purpose: 'feedback' }),
      contact(26, { purpose: 'billing' }),
      contact(28, { kind: 'NOTE' }),
    ];
    expect(blocked(offer, [customer, sold(40), ...others])?.because.values).toEqual({ n: 0, of: 3 });
    const helped = (['answer', 'educate', 'thanks'] as const).map((purpose, i) =>
      contact(20 + i, { purpose }),
    );
    expect(blocked(offer, [customer, sold(40), ...helped])).toBeNull();
  });

  it('[R1-14] offers nothing to a lead before somebody helped them once', () => {
    const question = event('Question Asked', daysAgo(20), { ref: 'q' });
    for (const story of [[], [question], [contact(20, { initiator: 'automation' })]])
      expect(blocked(offer, story)).toEqual({
        guard: 'G13',
        until: null,
        because: { code: 'guard-g13-first', values: {} },
      });
    expect(blocked(care, [])).toBeNull();
    expect(blocked(offer, cared(20))).toBeNull();
    const whole = event('Question Answered', daysAgo(19), { ref: 'q', fully: 'yes' });
    expect(blocked(offer, [question, whole])).toBeNull();
  });
});
