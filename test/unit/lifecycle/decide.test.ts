import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SukiEvent } from '#lib/contract/events.ts';
import type { Play, Playbook } from '#lib/contract/playbook.ts';
import { playKinds, stages, statuses } from '#lib/contract/playbook.ts';
import { DAY, HOUR } from '#lib/contract/primitives.ts';
import { decide } from '#lib/lifecycle/decide.ts';
import { makeDesk } from '#lib/lifecycle/desk.ts';
import { explain } from '#lib/lifecycle/explain.ts';
import { foldAll } from '#lib/lifecycle/fold.ts';
import { blockedBy } from '#lib/lifecycle/guards/index.ts';
import { answers, outcomeKey } from '#lib/lifecycle/outcomes.ts';
import { readView } from '#lib/lifecycle/read.ts';
import { fires } from '#lib/lifecycle/triggers/index.ts';
import type { Card, Decision } from '#lib/lifecycle/types.ts';
import { makeView } from '#lib/lifecycle/view.ts';
import { defaultPlaybook } from '#lib/playbook/default-playbook.ts';
import { anyEvents } from './any-events.ts';
import {
  contact,
  csat,
  daysAgo,
  deciding,
  event,
  NOW,
  offered,
  order,
  person,
  withOutcomes,
  wrote,
} from './people.ts';

const runs = { numRuns: 500 };
const later = fc.integer({ min: 0, max: 400 * DAY }).map((more) => NOW + more);
const cards = (decision: Decision): Card[] => [
  ...(decision.top ? [decision.top] : []),
  ...decision.others,
  ...decision.hidden.map(({ card }) => card),
];

describe('any customer at any time', () => {
  it('[D0] gets a decision with a stage, a status and a health, and nothing throws', () => {
    fc.assert(
      fc.property(anyEvents, later, (events, now) => {
        const { reading, wait } = deciding(events, now);
        expect(stages).toContain(reading.stage.stage);
        expect(statuses).toContain(reading.status.status);
        expect(reading.stage.because.length).toBeGreaterThan(0);
        expect(Number.isFinite(reading.stage.since)).toBe(true);
        const { score, coverage } = reading.health;
        expect(score === null || (score >= 0 && score <= 100)).toBe(true);
        expect(coverage).toBeGreaterThanOrEqual(0);
        expect(coverage).toBeLessThanOrEqual(1);
        expect(wait.nextLookAt).toBeGreaterThan(now);
      }),
      runs,
    );
  });

  it('[D1] gets scores that are exactly the product of their factors', () => {
    fc.assert(
      fc.property(anyEvents, later, (events, now) => {
        for (const { score, factors, main } of cards(deciding(events, now))) {
          expect(factors.map(({ id }) => id)).toEqual(['p', 'C', 'U', 'V', 'L', 'F']);
          const product = factors.reduce((all, { value }) => all * value, 100);
          expect(score).toBeCloseTo(product, 9);
          if (score > 0) {
            const logs = factors.reduce((sum, { value }) => sum + Math.log(value), Math.log(100));
            expect(logs).toBeCloseTo(Math.log(score), 9);
          }
          const pulls = factors.map(({ value }) => Math.abs(Math.log(value)));
          expect(Math.abs(Math.log(main.value))).toBe(Math.max(...pulls));
          expect(factors.every(({ because }) => because.length > 0)).toBe(true);
        }
      }),
      runs,
    );
  });

  it('[G0] is never shown a card that a guard forbids', () => {
    fc.assert(
      fc.property(anyEvents, later, (events, now) => {
        const subject = person(events);
        const decision = decide(subject, defaultPlaybook, now);
        const view = makeView(subject, defaultPlaybook.policy, now);
        const scene = { ...view, reading: readView(view) };
        const desk = makeDesk(defaultPlaybook, view);
        for (const { play, key } of [decision.top, ...decision.others].filter((card) => card !== null)) {
          const trigger = play.triggers.find((each) => fires(each, scene) !== null);
          const fired = trigger && fires(trigger, scene);
          if (!trigger || !fired) throw new Error('a card without a reason');
          expect(blockedBy({ play, on: trigger.on, fired, key }, scene, desk)).toBeNull();
          expect(play.stages).toContain(decision.reading.stage.stage);
        }
        // And by the plain facts, not only by the guards' own word:
        const kinds = [decision.top, ...decision.others].flatMap((card) => (card ? [card.play] : []));
        const isCommercial = ({ kind }: Play) => kind === 'commercial';
        if (subject.facts.tally.Unsubscribed) expect(kinds.some(isCommercial)).toBe(false);
        if (view.openComplaint) expect(kinds.every((play) => play.mends || play.reply)).toBe(true);
        if (view.lastOrderAt !== null && now - view.lastOrderAt < 14 * DAY)
          expect(kinds.some(isCommercial)).toBe(false);
      }),
      runs,
    );
  });

  it('[D0] gets the same decision twice, and whatever the order of the events', () => {
    fc.assert(
      fc.property(anyEvents, later, (events, now) => {
        const decision = deciding(events, now);
        expect(deciding(events, now)).toEqual(decision);
        expect(deciding([...events].reverse(), now)).toEqual(decision);
      }),
      { numRuns: 200 },
    );
  });

  it('[D10] gets at most two others, each within 70 % of the top, and each better than waiting', () => {
    fc.assert(
      fc.property(anyEvents, later, (events, now) => {
        const { top, others } = deciding(events, now);
        expect(others.length).toBeLessThanOrEqual(2);
        for (const other of others) {
          expect(other.score).toBeGreaterThanOrEqual(0.7 * (top?.score ?? Infinity));
          expect(other.score).toBeLessThanOrEqual(top?.score ?? 0);
        }
        for (const card of [top, ...others]) expect(card?.score ?? Infinity).toBeGreaterThan(10);
        const keys = [top, ...others].flatMap((card) => (card ? [card.key] : []));
        expect(new Set(keys).size).toBe(keys.length);
      }),
      runs,
    );
  });

  it('[D9] is looked at again no later than something could become possible by itself', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const { hidden, wait } = deciding(events);
        for (const { blocked } of hidden)
          if (blocked.until !== null && blocked.until > NOW)
            expect(wait.nextLookAt).toBeLessThanOrEqual(blocked.until);
      }),
      { numRuns: 200 },
    );
  });
});

const play = (id: string, more: Partial<Play> = {}): Play => ({
  id,
  stages: ['engage', 'retain'],
  kind: 'care',
  purpose: 'care',
  triggers: [{ on: 'after-event', event: 'Limit Reached', from: 0, to: 10 }],
  cooldownDays: 20,
  care: 0.5,
  prior: 0.5,
  urgency: 'none',
  text: { title: id, why: '', how: '' },
  rows: ['R0-01'],
  ...more,
});
const book = (plays: Play[], more: Partial<Playbook> = {}): Playbook => ({
  ...defaultPlaybook,
  plays,
  ...more,
});
const bought = [order(100), event('Limit Reached', daysAgo(5), {}), wrote(20)];
const factor = (decision: Decision, id: string) =>
  decision.top?.factors.find((each) => each.id === id)?.value;

describe('the score', () => {
  it('[D2] counts answers of this stage alone from 30 on, and pools all stages before', () => {
    const outcomes = {
      [outcomeKey('a', 'engage')]: { n: 29, s: 29 },
      [outcomeKey('a', 'retain')]: { n: 11, s: 1 },
    };
    expect(answers(outcomes, 'a', 'engage')).toEqual({ n: 40, s: 30 });
    expect(answers({ ...outcomes, [outcomeKey('a', 'engage')]: { n: 30, s: 29 } }, 'a', 'engage')).toEqual({
      n: 30,
      s: 29,
    });
    expect(answers({}, 'a', 'engage')).toEqual({ n: 0, s: 0 });
  });

  it('[D2] says "learned" once the answers outweigh the rule', () => {
    const origin = (n: number) =>
      deciding(bought, NOW, book([play('play_a')], { outcomes: { 'play_a/engage': { n, s: n } } })).top
        ?.origin;
    expect(origin(0)).toEqual({ by: 'rule' });
    expect(origin(19)).toEqual({ by: 'rule' });
    expect(origin(34)).toEqual({ by: 'learned', n: 34 });
  });

  it('[D3] adds up what the situation says, and never leaves 0.25..3', () => {
    const context = (events: SukiEvent[]) =>
      factor(deciding([...bought, ...events], NOW, book([play('play_a')])), 'C');
    expect(context([])).toBe(1);
    expect(context([wrote(0.5)])).toBeCloseTo(1.5, 10);
    expect(context([wrote(1.1)])).toBe(1);
    expect(context([event('Subscription Started', daysAgo(90), { renewsAt: NOW + 10 * DAY })])).toBeCloseTo(
      1.3,
      10,
    );
    expect(context([event('Action Unhelpful', daysAgo(59), { play: 'play_a' })])).toBeCloseTo(0.75, 10);
    expect(context([event('Action Unhelpful', daysAgo(61), { play: 'play_a' })])).toBe(1);
    const signs = [csat(9, 5), csat(5, 3), event('Champion Left', daysAgo(3), {})];
    expect(context(signs)).toBeCloseTo(1 + 0.5 + 0.2, 10);
  });

  it('[D3] takes 0.75 off what is commercial while things are strained', () => {
    const offer = play('play_offer', { kind: 'commercial', purpose: 'commercial' });
    const decision = deciding([...bought, csat(9, 1)], NOW, book([offer]));
    expect(decision.reading.status.status).toBe('strained');
    expect(factor(decision, 'C')).toBeCloseTo(0.25, 10);
  });

  it('[D4] lets a window rise from 1 to 1.5 in its middle and fall to 0', () => {
    const at = (days: number) =>
      factor(
        deciding(
          [order(100), event('Limit Reached', NOW - days * DAY, {}), wrote(20)],
          NOW,
          book([play('play_a', { urgency: 'window' })]),
        ),
        'U',
      );
    expect(at(0)).toBeCloseTo(1, 10);
    expect(at(2.5)).toBeCloseTo(1.25, 10);
    expect(at(5)).toBeCloseTo(1.5, 10);
    expect(at(7.5)).toBeCloseTo(0.75, 10);
    expect(at(9)).toBeCloseTo(0.3, 10);
  });

  it('[D4] lets an open issue rise to 1.5 in three and a half days and stay there', () => {
    const at = (days: number) =>
      factor(deciding([order(100), event('Complaint Raised', NOW - days * DAY, { ref: 'c' })]), 'U');
    expect(at(0)).toBe(1);
    expect(at(1.75)).toBeCloseTo(1.25, 10);
    expect(at(3.5)).toBe(1.5);
    expect(at(90)).toBe(1.5);
  });

  it('[D5] never lets V leave 0.8..1.2', () => {
    fc.assert(
      fc.property(fc.float({ min: 0, max: 1, noNaN: true }), fc.constantFrom(...playKinds), (care, kind) => {
        const value = factor(deciding(bought, NOW, book([play('play_a', { care, kind })])), 'V') ?? 1;
        expect(value).toBeGreaterThanOrEqual(0.8 - 1e-9);
        expect(value).toBeLessThanOrEqual(1.2 + 1e-9);
      }),
    );
  });

  it("[D6] multiplies by the lead's lever", () => {
    const policy = { ...defaultPlaybook.policy, levers: { play_a: 2 } };
    const plain = deciding(bought, NOW, book([play('play_a')])).top?.score ?? 0;
    expect(deciding(bought, NOW, book([play('play_a')], { policy })).top?.score).toBeCloseTo(2 * plain, 10);
  });

  it('[D7] tires with every contact of the last 30 days', () => {
    const tired = (events: SukiEvent[]) =>
      factor(deciding([...bought, ...events], NOW, book([play('play_a')])), 'F');
    expect(tired([contact(31)])).toBe(1);
    expect(tired([contact(20)])).toBeCloseTo(1 / 1.5, 10);
    expect(tired([contact(20), contact(10)])).toBeCloseTo(1 / 2, 10);
    expect(tired([contact(20, { purpose: 'answer' })])).toBe(1);
  });
});

describe('arbitration', () => {
  it('[D11] puts care before feedback before commercial at the same score', () => {
    const same = { care: 0.5 };
    const plays = [
      play('play_offer', { ...same, kind: 'commercial', purpose: 'commercial' }),
      play('play_ask', { ...same, kind: 'feedback', purpose: 'feedback' }),
      play('play_care', same),
    ];
    expect(offered(deciding(bought, NOW, book(plays)))).toEqual(['play_care', 'play_ask', 'play_offer']);
  });

  it('[D11] then the older reason, then an order that every machine agrees on', () => {
    const older = play('play_older', {
      triggers: [{ on: 'after-event', event: 'Order Completed', from: 0, to: 400 }],
    });
    expect(offered(deciding(bought, NOW, book([play('play_newer'), older])))[0]).toBe('play_older');
    const twins = [play('play_one'), play('play_two'), play('play_three')];
    expect(offered(deciding(bought, NOW, book(twins)))).toEqual(
      offered(deciding(bought, NOW, book([...twins].reverse()))),
    );
  });

  it('[D9] waits when nothing scores more than waiting, and says when to look again', () => {
    const weak = deciding(bought, NOW, book([play('play_a', { prior: 0.05 })]));
    expect(weak.top).toBeNull();
    expect(weak.wait).toMatchObject({ score: 10, because: { code: 'wait-heard', values: { n: 20 } } });
    expect(explain(weak).suggestion).toBeNull();
    expect(explain(weak).wait?.nextLookAt).toBe(weak.wait.nextLookAt);
  });

  it('[D9] waits for a regular inside their rhythm, until the day it would be late', () => {
    const story = [order(95), order(65), order(35), order(5), contact(3, {}, 'Mia'), wrote(20)];
    const decision = deciding(
      story,
      NOW,
      book([play('play_late', { stages: ['retain'], triggers: [{ on: 'order-overdue', ratio: 1.3 }] })]),
    );
    expect(decision.top).toBeNull();
    expect(decision.wait.because).toEqual({
      code: 'wait-contacted-by',
      values: { contactAt: daysAgo(3), by: 'Mia' },
    });
    expect(decision.wait.nextLookAt).toBeLessThanOrEqual(daysAgo(5) + 39 * DAY);
  });

  it('asks for known health where a play wants it', () => {
    const wants = book([play('play_a', { minHealth: 60 })]);
    expect(deciding([order(10), event('Limit Reached', daysAgo(1), {})], NOW, wants).hidden).toEqual([]);
    expect(deciding([order(10), event('Limit Reached', daysAgo(1), {})], NOW, wants).top).toBeNull();
    expect(deciding([...bought, csat(5, 5)], NOW, wants).top?.play.id).toBe('play_a');
  });
});

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
    ['46 quiet days and no complaint', 'ask_how_they_are', [order(300), order(200), order(100), wrote(46)]],
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
    [
      'stopped at the checkout this morning',
      'help_at_checkout',
      [event('Checkout Started', NOW - 20 * HOUR, {})],
    ],
  ];
  it.each(stories)('%s', (_what, wanted, events) => {
    expect(deciding(events).top?.play.id ?? null).toBe(wanted);
  });

  it('R0-03: ten days later than their usual thirty', () => {
    const decision = deciding([order(130), order(100), order(70), order(40), wrote(15)]);
    expect(decision.top).toMatchObject({
      play: { id: 'check_in' },
      because: { code: 'trigger-order-overdue', values: { n: 10, usual: 30 } },
    });
  });

  it('R0-32: after a first order the next card is care, and no offer among the others', () => {
    for (const days of [0.1, 1, 2, 3, 5, 8, 12]) {
      const decision = deciding([order(days), event('Limit Reached', daysAgo(days / 2), {})]);
      expect(offered(decision)).not.toContain('suggest_upgrade');
      if (decision.top) expect(['care', 'educate', 'feedback']).toContain(decision.top.play.kind);
    }
  });

  it('R4-15: a larger plan only for somebody in good health', () => {
    const limit = [event('Limit Reached', daysAgo(3), {}), wrote(9)];
    const upgrade = (events: SukiEvent[]) => cards(deciding(events)).map(({ play: { id } }) => id);
    expect(upgrade([order(80), order(50), ...limit, csat(9, 5)])).toContain('suggest_upgrade');
    expect(upgrade([order(300), order(290), ...limit, csat(9, 1), csat(8, 1), csat(7, 1)])).not.toContain(
      'suggest_upgrade',
    );
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
