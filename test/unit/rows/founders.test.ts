import { describe, expect, it } from 'vitest';
import { MACHINES_REST_MS } from '#components/panel/team.tsx';
import { DAY } from '#lib/contract/primitives.ts';
import { founderQueue, thirdsBySpend } from '#lib/lifecycle/founder-queue.ts';
import { defaultPlaybook } from '#lib/playbook/default-playbook.ts';
import {
  contact,
  daysAgo,
  deciding,
  event,
  NOW,
  order,
  view,
  withOutcomes,
  wrote,
} from '../lifecycle/people.ts';
import { did, playOf, scene } from './scene.ts';

describe('a founder', () => {
  it('[R3-13] takes over from the machines, and what machines would send rests for 14 days', () => {
    const letter = (days: number) => contact(days, { initiator: 'automation', purpose: 'news' });
    const alone = [order(100), wrote(90), letter(20), letter(15), letter(9)];
    const seen = scene(alone);
    expect(seen.open).toContain('take_over');
    expect(seen.card('take_over')?.play.audience).toBe('founder');
    expect(scene([...alone, contact(8)]).open).not.toContain('take_over');
    const paused = event('Automations Paused', NOW, { until: NOW + MACHINES_REST_MS });
    const rest = (days: number) => view([...alone, paused], NOW + days * DAY).teamwork.automationsPausedUntil;
    expect(rest(13.9)).toBe(NOW + 14 * DAY);
    expect(rest(14)).toBeNull();
  });

  it('[R3-14] has 12 slots, at least 3 for each third of the customers by spend, and a receipt', () => {
    const customers = Array.from({ length: 90 }, (_, i) => ({
      customer: `c${String(i).padStart(2, '0')}`,
      spent: { USD: i * 100 },
    }));
    const thirds = thirdsBySpend(customers);
    // Those who spend most happen to have the best scores.
    const waiting = customers.map(({ customer }, i) => ({
      customer,
      score: i,
      since: NOW,
      third: thirds.get(customer) ?? 0,
    }));
    const { g7LeastShare } = defaultPlaybook.policy;
    const { picked, receipt } = founderQueue(waiting, 12, [], g7LeastShare, NOW);
    expect(picked).toHaveLength(12);
    for (const third of [0, 1, 2])
      expect(picked.filter((one) => one.third === third).length).toBeGreaterThanOrEqual(3);
    expect(receipt).toEqual({ slots: 12, byThird: [3, 3, 6], least: 3, weeks: 4, short: [] });
    // Spend is in no score of theirs.
    const spending = (total: number) => scene([order(3, { total, currency: 'USD' })]).card('founder_hello');
    expect(spending(9_000)?.score).toBe(spending(9)?.score);
  });

  it('[R3-15] is asked to say hello on day 3, and never a second time', () => {
    const on = (days: number) => scene([order(days)]);
    expect(on(3).open).toContain('founder_hello');
    expect(on(3).card('founder_hello')?.play.audience).toBe('founder');
    expect(on(1).open).not.toContain('founder_hello');
    expect(on(8).open).not.toContain('founder_hello');
    // They leave, and come back after years: the hello was said.
    const again = [
      order(3),
      did('founder_hello', 1_500, 'Fay'),
      event('Subscription Started', daysAgo(3), {}),
    ];
    expect(scene(again).held('founder_hello')).toMatchObject({ guard: 'G10', until: null });
  });

  it('[R3-16] who gets no reply is not asked to follow up, and it counts as no failure', () => {
    const greeted = [order(4), did('founder_hello', 1, 'Fay')];
    const silent = [...greeted, event('Action Unanswered', NOW, { play: 'founder_hello' })];
    for (let day = 0; day <= 30; day += 1) {
      const { decision, open } = scene(silent, { now: NOW + day * DAY });
      expect(open, `day ${day}`).not.toContain('founder_hello');
      expect(
        open.filter((id) => playOf(id).audience === 'founder'),
        `day ${day}`,
      ).toEqual([]);
      expect(decision.ask?.play.id, `day ${day}`).not.toBe('founder_hello');
    }
    // Hundreds of them unanswered: its chance stays what it was.
    const badly = withOutcomes({ 'founder_hello/engage': { n: 400, s: 0 } });
    const chance = (playbook = defaultPlaybook) =>
      scene([order(3)], { playbook })
        .card('founder_hello')
        ?.factors.find(({ id }) => id === 'p')?.value;
    expect(chance(badly)).toBe(playOf('founder_hello').prior);
    expect(chance()).toBe(chance(badly));
    expect(deciding([order(3)], NOW, badly).top).not.toBeNull();
  });
});
