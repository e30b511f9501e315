import { describe, expect, it } from 'vitest';
import type { SukiEvent } from '#lib/contract/events.ts';
import { OWN_SENTENCE } from '#lib/contract/slot.ts';
import { decide } from '#lib/lifecycle/decide.ts';
import { foldAll } from '#lib/lifecycle/fold.ts';
import { isSeen } from '#lib/lifecycle/groups.ts';
import { defaultPlaybook } from '#lib/playbook/default-playbook.ts';
import { lint } from '#lib/playbook/lint.ts';
import { contact, csat, daysAgo, event, hoursAgo, NOW, order, profile, wrote } from '../lifecycle/people.ts';
import { atTheLimit, did, playbookWith, playOf, raised, scene } from './scene.ts';

const MINUTE = 60_000;
const bought = (minutes: number) =>
  event('Order Completed', NOW - minutes * MINUTE, { order: 'first', total: 40, currency: 'USD' });
const delivered = (days: number) => event('Order Delivered', daysAgo(days), { order: 'o9' });
const opens = (play: string, events: SukiEvent[]) => scene(events).open.includes(play);

describe('just after an order', () => {
  it('[R0-32] the next suggestion is care: thanks, a check-in or help to get started, never an offer', () => {
    // From the 1st 'Order Completed' on, for 30 days.
    for (let day = 0; day <= 30; day += 1) {
      const seen = scene([bought(60 + day * 24 * 60), ...atTheLimit()]);
      if (seen.top !== null) expect(playOf(seen.top).kind, `day ${day}: ${seen.top}`).not.toBe('commercial');
      if (day < 14) expect(seen.ofKind('commercial'), `day ${day}`).toEqual([]);
    }
    for (const minutes of [1, 60, 12 * 60]) {
      const seen = scene([bought(minutes)]);
      expect(playOf(seen.top ?? '').kind).toBe('care');
      expect(['thanks', 'care']).toContain(playOf(seen.top ?? '').purpose);
    }
  });

  it('[R1-03] the card that asks whether all went smoothly is there for 24 hours, once for each order', () => {
    expect(opens('confirm_smooth', [order(100), order(1 / 24)])).toBe(true);
    expect(opens('confirm_smooth', [order(100), bought(24 * 60)])).toBe(true);
    expect(opens('confirm_smooth', [order(100), bought(24 * 60 + 1)])).toBe(false);
    expect(opens('confirm_smooth', [order(100), bought(60), did('confirm_smooth', 0.01)])).toBe(false);
    const next = [order(100), order(8), did('confirm_smooth', 7.9), bought(60)];
    expect(opens('confirm_smooth', next)).toBe(true);
  });

  it('[R1-20] nothing that thanked them after 10 minutes is pointed out', () => {
    const seen = scene([bought(10)]);
    expect(seen.open).toContain('say_thanks');
    expect(seen.card('say_thanks')?.because.code).toBe('trigger-thanks-missing');
    expect(opens('say_thanks', [bought(9)])).toBe(false);
    const machine = (purpose: 'thanks' | 'news') =>
      contact(5 / 24 / 60, { initiator: 'automation', purpose });
    expect(opens('say_thanks', [bought(10), machine('thanks')])).toBe(false);
    expect(opens('say_thanks', [bought(10), machine('news')])).toBe(true);
  });

  it('[R1-19] a question about returns on day 2 asks to reassure them, and nothing is sold', () => {
    const asks = (days: number) => [
      order(days),
      event('Question Asked', hoursAgo(1), { ref: 'q', topic: 'returns' }),
      ...atTheLimit(),
    ];
    const seen = scene(asks(2));
    expect(seen.top).toBe('reassure');
    expect(seen.ofKind('commercial')).toEqual([]);
    expect(seen.held('suggest_upgrade')?.guard).toBe('G1');
    expect(opens('reassure', asks(8))).toBe(false);
  });
});

describe('when it has arrived', () => {
  it('[R0-17] on Monday they are asked how they feel 3 days later, with no price and no link', () => {
    const monday = Date.UTC(2026, 10, 30, 10);
    const came = [order(9), event('Order Delivered', monday, { order: 'o9' })];
    const on = (days: number) => scene(came, { now: monday + days * 86_400_000 }).open;
    expect(on(2.9)).not.toContain('ask_feeling');
    expect(on(3)).toContain('ask_feeling');
    const withWords = (words: string) => {
      const { text } = playOf('ask_feeling');
      const playbook = playbookWith({
        ask_feeling: { text: { ...text, draft: `${words} ${OWN_SENTENCE}` } },
      });
      return lint(playbook, isSeen).map(({ play }) => play);
    };
    expect(withWords('How does it feel?')).toEqual([]);
    for (const words of ['Now 5 USD off', 'See https://shop.example/more'])
      expect(withWords(words)).toContain('ask_feeling');
  });

  it('[R1-21] they are asked 2 days later whether it was what they wanted; with a complaint we apologise', () => {
    expect(opens('confirm_received', [order(9), delivered(1.9)])).toBe(false);
    expect(opens('confirm_received', [order(9), delivered(2)])).toBe(true);
    // 'Complaint Raised' on top of it.
    const hurt = scene([order(9), delivered(2), raised(1)]);
    expect(hurt.top).toBe('apologise_personally');
    expect(hurt.open).not.toContain('confirm_received');
    expect(hurt.held('confirm_received')?.guard).toBe('G2');
  });

  it('[R4-22] a fair sample of 10 % is called, whatever the order was worth', () => {
    const playbook = { ...defaultPlaybook, plays: [playOf('call_satisfaction')] };
    const drawn = (total: number) =>
      Array.from({ length: 1_000 }, (_, i) => `c${i}`).filter((id) => {
        const facts = foldAll([order(9, { total, currency: 'USD' }), delivered(4)]);
        return decide({ id, profile: profile(), facts }, playbook, NOW).top !== null;
      });
    // By the play's own trigger 'sampled'.
    const called = drawn(5);
    expect(drawn(5_000)).toEqual(called);
    expect(Math.abs(called.length / 1_000 - 10 / 100)).toBeLessThan(0.03);
    const after = event('Complaint Confirmed Resolved', daysAgo(4), { ref: 'c1' });
    expect(scene([order(40), raised(6), after], { playbook }).top).toBe('call_satisfaction');
  });
});

describe('weeks after an order', () => {
  it('[R1-22] the one and only, 31 days ago and with 0 words from us since, they are asked how it turned out', () => {
    const words: SukiEvent[] = [];
    expect(words).toHaveLength(0);
    expect(opens('rescue_one_timer', [order(31), ...words])).toBe(true);
    expect(opens('rescue_one_timer', [order(29)])).toBe(false);
    expect(opens('rescue_one_timer', [order(31), contact(20)])).toBe(false);
    expect(opens('rescue_one_timer', [order(90), order(31)])).toBe(false);
    expect(opens('rescue_one_timer', [order(31), contact(20, { initiator: 'automation' })])).toBe(true);
  });

  it('[R1-26] 14 days, whoever rated it 1 and whoever rated it 5 is asked for a review alike', () => {
    const rated = (score: number, days: number) => [order(days), wrote(days - 1), csat(7, score)];
    for (const score of [1, 5]) {
      expect(opens('ask_review', rated(score, 14)), `rated ${score}`).toBe(true);
      expect(opens('ask_review', rated(score, 13.9)), `rated ${score}`).toBe(false);
      // A complaint puts it off; once it is over, they are asked all the same.
      const hurt = scene([...rated(score, 14), raised(3)]);
      expect(hurt.held('ask_review')?.guard).toBe('G2');
      const over = event('Complaint Confirmed Resolved', daysAgo(1), { ref: 'c1' });
      expect(opens('ask_review', [...rated(score, 20), raised(3), over])).toBe(true);
    }
  });
});
