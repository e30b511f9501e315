import { describe, expect, it } from 'vitest';
import { DAY } from '#lib/contract/primitives.ts';
import { contact, csat, daysAgo, event, order, wrote } from '../people.ts';
import { fired, namesItsMoment, scene } from './fired.ts';

describe('[T26] health that fell in silence', () => {
  const trigger = { on: 'health-fell', points: 12, withinDays: 28, quietDays: 60 } as const;
  /** A subscriber, last heard of some days ago, who uses it much less than a month ago. */
  const story = (quiet: number) => [
    event('Subscription Started', daysAgo(300), {}),
    csat(quiet + 1, 4),
    wrote(quiet),
    event('Usage Reported', daysAgo(35), { ratio: 1 }),
    event('Usage Reported', daysAgo(2), { ratio: 0.5 }),
  ];

  it('[R0-04] fires on day 61 of no contact with health down by 12 in 28 days, not on day 59', () => {
    const then = story(61).filter(({ at }) => at <= daysAgo(28));
    const before = scene(then, { now: daysAgo(28) }).reading.health.score ?? 0;
    const now = scene(story(61)).reading.health.score ?? 0;
    expect(before - now).toBeGreaterThanOrEqual(12);
    expect(fired(trigger, story(61))).toMatchObject({
      since: daysAgo(61) + 60 * DAY,
      because: { code: 'trigger-health-fell', values: { days: 28, quiet: 61 } },
    });
    expect(fired(trigger, story(59))).toBeNull();
    expect(namesItsMoment(trigger, story(59))).toBe(daysAgo(59) + 60 * DAY);
  });

  it('does not fire for a smaller fall, nor where health is not known', () => {
    expect(fired({ ...trigger, points: 60 }, story(61))).toBeNull();
    expect(fired(trigger, [order(90)])).toBeNull();
  });
});

describe('rhythm', () => {
  it('[T27] [R1-24] in retain, 61 days without us is due and 30 is fine', () => {
    const trigger = { on: 'cadence-due' } as const;
    const regular = (days: number) => [order(150), order(120), csat(100, 5), wrote(20), contact(days)];
    expect(scene(regular(61)).reading.stage.stage).toBe('retain');
    expect(fired(trigger, regular(61))?.because).toEqual({
      code: 'trigger-cadence-due',
      values: { n: 61, usual: 60, lastAt: daysAgo(61) },
    });
    expect(fired(trigger, regular(30))).toBeNull();
    expect(namesItsMoment(trigger, regular(30))).toBe(daysAgo(30) + 60 * DAY);
    // A machine is no company, and however much it writes it does not make us forget who was.
    expect(fired(trigger, [...regular(61), contact(3, { initiator: 'automation' })])).not.toBeNull();
    const news = Array.from({ length: 20 }, (_, i) => contact(i + 1, { initiator: 'automation' }));
    expect(fired(trigger, [...regular(30), ...news])).toBeNull();
    expect(fired(trigger, [...regular(61), ...news])?.because.values).toMatchObject({ n: 61 });
    expect(fired(trigger, [])).toBeNull();
  });

  it('[T28] [R0-23] usage of 14 against a median of 9, and not below it', () => {
    const trigger = { on: 'usage-above', withinDays: 14 } as const;
    const used = (...counts: number[]) =>
      counts.map((count, i) => event('Usage Reported', daysAgo(2 + 30 * i), { count }));
    expect(fired(trigger, used(14, 9, 12, 3))).toMatchObject({
      until: daysAgo(2) + 14 * DAY,
      because: { code: 'trigger-usage-above', values: { count: 14, more: 5, reportedAt: daysAgo(2) } },
    });
    expect(fired(trigger, used(8, 9, 12, 3))).toBeNull();
    expect(fired(trigger, used(9, 9, 12, 3))).toBeNull();
    expect(fired(trigger, used(14, 9, 12))).toBeNull();
  });

  it('[T29] [R4-13] a part of it unused for 30 days', () => {
    const trigger = { on: 'feature-unused', days: 30 } as const;
    const report = (days: number, count: number, feature = 'reports') =>
      event('Usage Reported', daysAgo(days), { feature, count });
    expect(fired(trigger, [report(2, 0)])?.because).toEqual({
      code: 'trigger-feature-unused',
      values: { feature: 'reports', n: 30 },
    });
    expect(namesItsMoment(trigger, [report(1, 0)])).toBe(daysAgo(1) + 2 * DAY);
    expect(fired(trigger, [report(2, 1)])).toBeNull();
    expect(fired(trigger, [report(9, 0), report(2, 3)])).toBeNull();
    expect(fired(trigger, [report(40, 0)])).toBeNull();
  });

  it('[T30] [R4-15] the third limit in 60 days', () => {
    const trigger = { on: 'limit-reached', atLeast: 3, withinDays: 60 } as const;
    const hit = (...days: number[]) => days.map((day) => event('Limit Reached', daysAgo(day), {}));
    expect(fired(trigger, hit(50, 20, 3))).toMatchObject({
      since: daysAgo(3),
      until: daysAgo(50) + 60 * DAY,
      because: { code: 'trigger-limit-reached', values: { n: 3, days: 60 } },
    });
    expect(fired(trigger, hit(61, 20, 3))).toBeNull();
  });

  it('[T31] [R4-20] getting started has not moved for 5 days', () => {
    const trigger = { on: 'onboarding-stalled', days: 5 } as const;
    const step = (days: number, left: number) => event('Onboarding Step Completed', daysAgo(days), { left });
    expect(fired(trigger, [step(5, 2)])?.because).toEqual({
      code: 'trigger-onboarding-stalled',
      values: { left: 2, n: 5 },
    });
    expect(namesItsMoment(trigger, [step(4, 2)])).toBe(daysAgo(4) + 5 * DAY);
    expect(fired(trigger, [step(9, 2), step(3, 1)])).toBeNull();
    expect(fired(trigger, [step(9, 2), step(6, 0)])).toBeNull();
    expect(fired(trigger, [])).toBeNull();
  });
});
