import { describe, expect, it } from 'vitest';
import { DAY } from '#lib/contract/primitives.ts';
import { daysAgo, event, order, wrote } from '../people.ts';
import { blocked, care, offer, reply } from './plays.ts';

const letGo = { ...care, id: 'let_go', silenceDays: 180, triggers: [{ on: 'complaint-open' as const }] };
const known = { known: [letGo] };
const done = (days: number) => event('Action Done', daysAgo(days), { play: 'let_go', contact: true });

describe('[G12] after we said goodbye', () => {
  it('[R2-10] nothing proactive for 180 days, and the date is named', () => {
    expect(blocked(care, [done(179)], known)).toEqual({
      guard: 'G12',
      until: daysAgo(179) + 180 * DAY,
      because: { code: 'guard-g12-let-go', values: { doneAt: daysAgo(179) } },
    });
    expect(blocked(care, [done(180)], known)).toBeNull();
    expect(blocked(offer, [order(300), done(20)], known)?.until).toBe(daysAgo(20) + 180 * DAY);
  });

  it('[R2-10] answers are still given, and their word lifts nothing else', () => {
    expect(blocked(reply, [done(20), wrote(1)], known)).toBeNull();
    expect(blocked(care, [done(20), wrote(1)], known)?.because.code).toBe('guard-g12-let-go');
  });

  it('whoever is on a break as well is left alone until the later of the two', () => {
    const pause = (until?: number) => [
      event('Subscription Started', daysAgo(90), {}),
      event('Subscription Paused', daysAgo(10), until === undefined ? {} : { until }),
    ];
    expect(blocked(care, [done(170), ...pause(daysAgo(-60))], known)?.until).toBe(daysAgo(-60));
    expect(blocked(care, [done(20), ...pause(daysAgo(-60))], known)?.until).toBe(daysAgo(20) + 180 * DAY);
    expect(blocked(care, [done(20), ...pause()], known)?.until).toBeNull();
  });
});
