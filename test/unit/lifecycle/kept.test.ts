import { describe, expect, it } from 'vitest';
import { DecisionRecord } from '#lib/contract/decision.ts';
import type { SukiEvent } from '#lib/contract/events.ts';
import { DAY } from '#lib/contract/primitives.ts';
import { decide } from '#lib/lifecycle/decide.ts';
import { recordOf } from '#lib/lifecycle/decision-record.ts';
import { explore } from '#lib/lifecycle/explore.ts';
import type { Card } from '#lib/lifecycle/types.ts';
import { defaultPlaybook } from '#lib/playbook/default-playbook.ts';
import { book, bought, daysAgo, deciding, event, NOW, order, person, play } from './people.ts';

const card = (id: string, score: number): Card => {
  const { top } = deciding(bought, NOW, book([play(id)]));
  if (!top) throw new Error('no card');
  return { ...top, score };
};
const people = Array.from({ length: 20_000 }, (_, n) => `customer ${n}`);

describe('[D14] trying what is nearly as good', () => {
  const ranked = [
    card('play_best', 100),
    card('play_near', 95),
    card('play_also', 90),
    card('play_far', 89.9),
  ];
  const first = (customer: string, now = NOW) => explore(ranked, customer, now).ranked[0]?.play.id;

  it('happens to 5 customers in 100, to each near card as often, and never to one that is further off', () => {
    const times: Record<string, number> = {};
    for (const customer of people) {
      const id = first(customer) ?? '';
      times[id] = (times[id] ?? 0) + 1;
    }
    expect(Object.keys(times).sort()).toEqual(['play_also', 'play_best', 'play_near']);
    for (const [id, share] of [
      ['play_best', 0.95],
      ['play_near', 0.025],
      ['play_also', 0.025],
    ] as const)
      expect(Math.abs((times[id] ?? 0) / people.length - share), id).toBeLessThan(0.005);
  });

  it('says how likely what came first was to come first', () => {
    for (const customer of people.slice(0, 2_000)) {
      const { ranked: order, propensity } = explore(ranked, customer, NOW);
      expect(propensity).toBe(order[0]?.play.id === 'play_best' ? 0.95 : 0.025);
      expect(order).toHaveLength(ranked.length);
    }
    expect(explore(ranked.slice(0, 1), 'ana', NOW).propensity).toBe(1);
    expect(explore([card('play_best', 100), card('play_far', 89)], 'ana', NOW).propensity).toBe(1);
    expect(explore([], 'ana', NOW)).toEqual({ ranked: [], propensity: 1 });
  });

  it('stays as it is from Monday to Sunday, and may change with the week', () => {
    const monday = Date.UTC(2026, 10, 30);
    const tried = people.filter((customer) => first(customer, monday) !== 'play_best');
    for (const customer of tried.slice(0, 200))
      for (let day = 0; day < 7; day++)
        expect(first(customer, monday + day * DAY + 5_000)).toBe(first(customer, monday));
    const stillTried = tried.filter((customer) => first(customer, monday + 7 * DAY) !== 'play_best');
    expect(stillTried.length).toBeLessThan(tried.length / 4);
  });

  it('touches no card that a guard holds back, and nothing weaker than waiting', () => {
    const plays = [play('play_best'), play('play_near', { prior: 0.48 }), play('play_weak', { prior: 0.05 })];
    const snoozed = event('Action Snoozed', daysAgo(1), { play: 'play_near', until: NOW + 9 * DAY });
    for (const id of people.slice(0, 500)) {
      const subject = { ...person([...bought, snoozed]), id };
      const { top, propensity } = decide(subject, book(plays), NOW);
      expect([top?.play.id, propensity]).toEqual(['play_best', 1]);
    }
  });
});

describe('[D15] asking how it went', () => {
  const done = (days: number, id = 'check_in') =>
    event('Action Done', daysAgo(days), { play: id, contact: true });
  const asks = (events: SukiEvent[], playbook = defaultPlaybook) => {
    const { ask } = deciding(events, NOW, playbook);
    return ask && [ask.play.id, ask.doneAt];
  };

  it('comes from two days after it was done until day 45, the oldest first', () => {
    expect(asks([done(1.9)])).toBeNull();
    expect(asks([done(2)])).toEqual(['check_in', daysAgo(2)]);
    expect(asks([done(45)])).toEqual(['check_in', daysAgo(45)]);
    expect(asks([done(46)])).toBeNull();
    expect(asks([done(9, 'care_check'), done(20)])).toEqual(['check_in', daysAgo(20)]);
  });

  it('ends with any of the three answers, and comes again when it was done again', () => {
    for (const type of ['Action Helped', 'Action Unanswered', 'Action Unhelpful'] as const) {
      const answer = event(type, daysAgo(5), { play: 'check_in' });
      expect(asks([done(9), answer])).toBeNull();
      expect(asks([done(9), answer, done(3)])).toEqual(['check_in', daysAgo(3)]);
      expect(asks([done(9), event(type, daysAgo(5), { play: 'care_check' })])).toEqual([
        'check_in',
        daysAgo(9),
      ]);
    }
  });

  it('[R3-16] never comes for a play of which a reply says nothing', () => {
    const hello = play('founder_hello', { learns: false });
    expect(asks([done(9, 'founder_hello')], book([hello]))).toBeNull();
    expect(asks([done(9, 'founder_hello')], book([{ ...hello, learns: true }]))).not.toBeNull();
  });
});

describe('[D16] a decision as it is kept', () => {
  const id = '0190163d-8694-739b-aea5-966c26f8ad91';

  it('has every candidate with its factors and its guard, what was shown in order, and the versions', () => {
    const plays = [
      play('play_best', { prior: 0.9 }),
      play('play_next', { prior: 0.7 }),
      play('play_weak', { prior: 0.1 }),
      play('play_offer', { kind: 'commercial', purpose: 'commercial' }),
    ];
    const decision = deciding([...bought, order(3)], NOW, book(plays, { version: 7 }));
    const record = recordOf(decision, id);
    expect(DecisionRecord.parse(record)).toEqual(record);
    expect(record.shown).toEqual(['play_best', 'play_next']);
    expect(record.candidates.map((each) => [each.play, each.blocked?.guard ?? null])).toEqual([
      ['play_best', null],
      ['play_next', null],
      ['play_weak', null],
      ['play_offer', 'G1'],
    ]);
    expect(record.candidates[3]?.blocked?.until).toBe(daysAgo(3) + 14 * DAY);
    for (const { score, factors } of record.candidates)
      expect(Object.values(factors).reduce((all, value) => all * value, 100)).toBeCloseTo(score, 9);
    expect(record).toMatchObject({
      id,
      customer: 'ana',
      at: NOW,
      stage: decision.reading.stage.stage,
      propensity: 1,
      versions: { playbook: 7 },
    });
  });

  it('holds 60 candidates at most, those that were shown among them, and keys of any length', () => {
    const plays = Array.from({ length: 80 }, (_, n) => play(`play_${n}`, { prior: 0.2 + n / 200 }));
    const subject = { ...person(bought), id: 'x'.repeat(128) };
    const decision = decide(subject, book(plays), NOW);
    const record = recordOf(
      { ...decision, rest: decision.rest.map((each) => ({ ...each, key: 'k'.repeat(500) })) },
      id,
    );
    expect(DecisionRecord.safeParse(record).success).toBe(true);
    expect(record.candidates).toHaveLength(60);
    expect(record.candidates.slice(0, 3).map((each) => each.play)).toEqual(record.shown);
  });

  it('says when waiting was shown', () => {
    expect(recordOf(deciding(bought, NOW, book([])), id)).toMatchObject({ shown: [], candidates: [] });
  });
});
