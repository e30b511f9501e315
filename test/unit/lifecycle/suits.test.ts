import { describe, expect, it } from 'vitest';
import type { Profile } from '#lib/contract/customer.ts';
import type { SukiEvent } from '#lib/contract/events.ts';
import type { Play, Playbook } from '#lib/contract/playbook.ts';
import { stages } from '#lib/contract/stage.ts';
import { decide } from '#lib/lifecycle/decide.ts';
import { defaultPlaybook } from '#lib/playbook/default-playbook.ts';
import { cards, daysAgo, event, NOW, order, person } from './people.ts';

const plain: Play = {
  id: 'plain_care',
  stages: [...stages],
  kind: 'care',
  purpose: 'care',
  triggers: [{ on: 'after-event', event: 'Signed Up', from: 0, to: 3_650 }],
  cooldownDays: 0,
  care: 1,
  prior: 0.5,
  urgency: 'none',
  text: { title: 'Plain', why: '', how: '' },
  rows: ['R0-01'],
};
const hello = event('Signed Up', daysAgo(900), {});

const decision = (
  more: Partial<Play>,
  events: SukiEvent[],
  profile: Partial<Profile> = {},
  playbook: Partial<Playbook> = {},
) =>
  decide(
    person([hello, ...events], profile),
    { ...defaultPlaybook, ...playbook, plays: [{ ...plain, ...more }] },
    NOW,
  );
const isCandidate = (...given: Parameters<typeof decision>) => cards(decision(...given)).length > 0;

describe('[D13] whom a play is for', () => {
  it('nobody, once the team switched it off', () => {
    expect(isCandidate({}, [])).toBe(true);
    expect(isCandidate({ off: true }, [])).toBe(false);
    expect(decision({ off: true, triggers: [{ on: 'quiet', days: 1 }] }, []).wait.nextLookAt).toBe(
      NOW + 30 * 86_400_000,
    );
  });

  it('accounts only', () => {
    expect(isCandidate({ only: ['account'] }, [], { account: true })).toBe(true);
    expect(isCandidate({ only: ['account'] }, [])).toBe(false);
  });

  it('those who never bought, or bought more than once', () => {
    const once = [order(90)];
    const twice = [order(90), order(60)];
    const fits = (only: Play['only']) =>
      [[], once, twice].map((events) => isCandidate({ ...(only && { only }) }, events));
    expect(fits(['never-bought'])).toEqual([true, false, false]);
    expect(fits(['repeat'])).toEqual([false, false, true]);
    expect(isCandidate({ only: ['repeat'] }, [event('Subscription Renewed', daysAgo(9), {})])).toBe(true);
  });

  it('[R4-15] those for whom getting started is behind them', () => {
    const settled = (...events: SukiEvent[]) => isCandidate({ only: ['settled'] }, events);
    expect(settled()).toBe(false);
    expect(settled(order(29))).toBe(false);
    expect(settled(order(30))).toBe(true);
    expect(settled(order(9), event('First Value Reached', daysAgo(2), {}))).toBe(true);
    expect(settled(order(9), event('Onboarding Step Completed', daysAgo(2), { left: 0 }))).toBe(true);
    expect(settled(order(9), event('Onboarding Step Completed', daysAgo(2), { left: 1 }))).toBe(false);
  });

  it('those who fit a persona by 60 % at least', () => {
    const rules = [1, 2, 3, 4, 5].map((atLeast) => ({ of: 'orders' as const, atLeast }));
    const personas = [{ id: 'rita', name: 'Rita', story: '', rules, reviewedAt: NOW }];
    const orders = (n: number) => Array.from({ length: n }, (_, i) => order(90 + 20 * i));
    const fits = (n: number, id = 'rita') => isCandidate({ personas: [id] }, orders(n), {}, { personas });
    expect([2, 3, 4].map((n) => fits(n))).toEqual([false, true, true]);
    expect(fits(4, 'boris')).toBe(false);
  });

  it('[R3-15] once in a lifetime is once, however long ago, and it says so', () => {
    const done = event('Action Done', daysAgo(800), { play: 'plain_care', contact: true });
    const again = { triggers: [{ on: 'in-stage' as const, fromDays: 0, toDays: 3_650 }] };
    expect(decision({ ...again, once: true }, [order(3), done]).hidden[0]?.blocked).toEqual({
      guard: 'G10',
      until: null,
      because: { code: 'guard-g10-once', values: { doneAt: daysAgo(800) } },
    });
    expect(decision(again, [order(3), done]).top?.play.id).toBe('plain_care');
  });

  it('[G9] says when it was snoozed three times for this customer', () => {
    const snooze = (days: number) =>
      event('Action Snoozed', daysAgo(days), { play: 'plain_care', until: daysAgo(days - 1) });
    const snoozed = (...days: number[]) => decision({}, days.map(snooze)).top?.snoozed;
    expect(snoozed(9, 6)).toBeUndefined();
    expect(snoozed(9, 6, 3)).toBe(3);
  });
});
