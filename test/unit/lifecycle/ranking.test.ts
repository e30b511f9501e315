import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SukiEvent } from '#lib/contract/events.ts';
import { type Playbook, playKinds } from '#lib/contract/playbook.ts';
import { DAY } from '#lib/contract/primitives.ts';
import type { ValueModel } from '#lib/contract/value.ts';
import { decide } from '#lib/lifecycle/decide.ts';
import { explain } from '#lib/lifecycle/explain.ts';
import { answers, outcomeKey } from '#lib/lifecycle/outcomes.ts';
import type { Decision } from '#lib/lifecycle/types.ts';
import { defaultPlaybook } from '#lib/playbook/default-playbook.ts';
import {
  book,
  bought,
  contact,
  csat,
  daysAgo,
  deciding,
  event,
  NOW,
  offered,
  order,
  person,
  play,
  wrote,
} from './people.ts';

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

  it('[D5] lets an offer weigh by where their next year stands among all customers, from 0.8 to 1.2', () => {
    const offer = play('play_offer', { kind: 'commercial', purpose: 'commercial' });
    const regular = [
      ...[130, 100, 70, 40].map((days) => order(days, { total: 50, currency: 'EUR' })),
      ...bought,
    ];
    const model = (steps: (step: number) => number): ValueModel => ({
      fittedAt: NOW,
      customers: 900,
      repeaters: 400,
      quality: 'good',
      bgnbd: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 },
      spend: { EUR: { p: 6.25, q: 3.74, v: 15.44, n: 400 } },
      worth: { EUR: Array.from({ length: 21 }, (_, step) => steps(step)) },
      rfm: null,
    });
    const weighs = (more: Partial<Playbook>, plays = [offer]) =>
      factor(deciding(regular, NOW, book(plays, more)), 'V');
    expect(weighs({})).toBe(1);
    expect(weighs({ model: model((step) => 1e6 + step) })).toBeCloseTo(0.8, 10);
    expect(weighs({ model: model((step) => step / 1e6) })).toBeCloseTo(1.2, 10);
    // Care is not for sale: it weighs the same whatever they are worth.
    const care = [play('play_care')];
    expect(weighs({ model: model((step) => step / 1e6) }, care)).toBe(weighs({}, care));
  });

  it('[D2] [R3-16] leaves a play that does not learn at its prior, however many answered it', () => {
    const outcomes = { 'play_a/engage': { n: 40, s: 0 } };
    const p = (learns: boolean) =>
      deciding(bought, NOW, book([play('play_a', { learns })], { outcomes })).top;
    expect(p(false)?.factors[0]?.value).toBe(0.5);
    expect(p(false)?.origin).toEqual({ by: 'rule' });
    expect(p(true)?.factors[0]?.value).toBeCloseTo(10 / 60, 10);
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
      values: { contactAt: daysAgo(3), n: 3, by: 'Mia' },
    });
    expect(decision.wait.nextLookAt).toBeLessThanOrEqual(daysAgo(5) + 39 * DAY);
  });

  it('[D9] [ST1] says that nothing is known of somebody just added, and looks again within three days', () => {
    const added = (events: SukiEvent[]) =>
      decide(person(events, { createdAt: daysAgo(0) }), defaultPlaybook, NOW);
    const read = event('Stage Changed', NOW, { from: null, to: 'discover', because: [], version: 1 });
    for (const stranger of [added([]), added([read])]) {
      expect(stranger.top).toBeNull();
      expect(stranger.wait.because).toEqual({ code: 'wait-nothing-known', values: {} });
      expect(stranger.wait.nextLookAt).toBeLessThanOrEqual(NOW + 3 * DAY);
      expect(stranger.reading.stage.because).toEqual([
        { code: 'stage-nothing-known', values: { sinceAt: NOW } },
      ]);
    }
    const met = added([wrote(0), read]);
    expect(met.wait.because.code).toBe('wait-heard');
    expect(met.reading.stage.because[0]?.code).toBe('first-seen');
  });

  it('asks for known health where a play wants it', () => {
    const wants = book([play('play_a', { minHealth: 60 })]);
    expect(deciding([order(10), event('Limit Reached', daysAgo(1), {})], NOW, wants).hidden).toEqual([]);
    expect(deciding([order(10), event('Limit Reached', daysAgo(1), {})], NOW, wants).top).toBeNull();
    expect(deciding([...bought, csat(5, 5)], NOW, wants).top?.play.id).toBe('play_a');
  });
});
