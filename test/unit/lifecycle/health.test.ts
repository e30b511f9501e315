import { describe, expect, it } from 'vitest';
import { readHealth, weigh, weights } from '#lib/lifecycle/health.ts';
import { type Health, type Measure, type MeasureId, measureIds } from '#lib/lifecycle/types.ts';
import { contact, csat, daysAgo, event, NOW, nps, order, reading, view, wrote } from './people.ts';

const measure = (id: MeasureId, x: number | null): Measure => ({
  id,
  weight: weights[id],
  x,
  because: { code: 'measure-issues-none', values: { id } },
});
const only = (xs: Partial<Record<MeasureId, number>>): Measure[] =>
  measureIds.map((id) => measure(id, xs[id] ?? null));
const x = (health: Health, id: MeasureId) => health.measures.find((m) => m.id === id)?.x;
const why = (health: Health, id: MeasureId) => health.measures.find((m) => m.id === id)?.because.code;
const raised = (days: number, ref: string) => event('Complaint Raised', daysAgo(days), { ref });

describe('weighing', () => {
  it('[H1] gives 58.6 with 70 % known for recency 40, issues 50, satisfaction 80 and billing 100', () => {
    const health = weigh(only({ recency: 40, issues: 50, satisfaction: 80, billing: 100 }));
    expect(health.score).toBeCloseTo(58.571, 3);
    expect(health.coverage).toBeCloseTo(0.7, 10);
    expect(health.band).toBe('yellow');
    expect(health.reasons.map(({ values }) => values.id)).toEqual(['recency', 'issues']);
  });

  it('[H2] gives no score and no colour under 40 % known', () => {
    expect(weigh(only({ recency: 90, contact: 90 }))).toMatchObject({
      score: null,
      band: null,
      coverage: 0.35,
    });
    expect(weigh(only({ recency: 90, contact: 90, billing: 90 })).score).toBe(90);
    expect(weigh([])).toMatchObject({ score: null, coverage: 0 });
  });

  it.each([
    [50.4, 'red'],
    [50.6, 'yellow'],
    [75.4, 'yellow'],
    [75.6, 'green'],
  ] as const)('[H2] calls %f %s', (score, band) => {
    expect(weigh(only({ recency: score, issues: score, satisfaction: score })).band).toBe(band);
  });
});

describe('what health is made of', () => {
  it('[H3] is 100 for a regular on time, falls with silence, and knows no rhythm in one order', () => {
    const rhythm = [order(95), order(65), order(35), order(5)];
    expect(x(reading(rhythm).health, 'recency')).toBeGreaterThan(90);
    expect(why(reading(rhythm).health, 'recency')).toBe('measure-recency-usual');
    const late = [order(240), order(210), order(180), order(150)];
    expect(x(reading(late).health, 'recency')).toBeLessThan(60);
    expect(why(reading(late).health, 'recency')).toBe('measure-recency-less');
    expect(x(reading([order(5)]).health, 'recency')).toBeNull();
    expect(why(reading([order(5)]).health, 'recency')).toBe('measure-recency-one-order');
  });

  it('[H3] is use in the last 28 days over the 28 before, for a subscription', () => {
    const used = (ratio: number) =>
      reading([
        event('Subscription Started', daysAgo(90), {}),
        event('Usage Reported', daysAgo(1), { ratio }),
      ]).health;
    expect(x(used(0.4), 'recency')).toBe(40);
    expect(x(used(1.7), 'recency')).toBe(100);
  });

  it('[H1] takes 25 off for each open issue, 15 for each that came back, 2 for each day of the oldest', () => {
    expect(x(reading([order(9)]).health, 'issues')).toBe(100);
    expect(x(reading([order(9), raised(3, 'a')]).health, 'issues')).toBe(100 - 25 - 6);
    expect(x(reading([order(9), raised(3, 'a'), raised(1, 'b')]).health, 'issues')).toBe(100 - 50 - 6);
    const again = event('Complaint Reopened', daysAgo(2), { ref: 'a' });
    const solved = event('Complaint Resolved', daysAgo(4), { ref: 'a' });
    expect(x(reading([order(9), raised(5, 'a'), solved, again]).health, 'issues')).toBe(100 - 25 - 15 - 4);
    expect(x(reading([raised(90, 'a')]).health, 'issues')).toBe(0);
  });

  it('[H6] does not count complaints: ten that were solved weigh nothing', () => {
    const solved = Array.from({ length: 3 }, (_, i) => [
      raised(300 + i, `c${i}`),
      event('Complaint Resolved', daysAgo(290 + i), { ref: `c${i}` }),
    ]).flat();
    const plain = [order(40), order(10), wrote(5), csat(5, 4)];
    expect(reading([...plain, ...solved]).health.score).toBeCloseTo(
      reading(plain).health.score ?? Number.NaN,
      10,
    );
  });

  it('[H6] rises by 10 for 60 days after a complaint that they confirmed as solved', () => {
    const story = (days: number) => [
      order(40),
      order(10),
      csat(5, 3),
      raised(days + 5, 'a'),
      event('Complaint Resolved', daysAgo(days + 2), { ref: 'a' }),
      event('Complaint Confirmed Resolved', daysAgo(days), { ref: 'a' }),
    ];
    const inTime = (days: number) => reading(story(days)).health.score ?? Number.NaN;
    expect(inTime(59) - inTime(61)).toBeCloseTo(10, 5);
  });

  it('[H4] shrinks ratings towards 70, and reads NPS on ten and CSAT on five', () => {
    expect(x(reading([csat(5, 5)]).health, 'satisfaction')).toBeCloseTo((210 + 100) / 4, 10);
    expect(x(reading([csat(5, 1), csat(6, 2)]).health, 'satisfaction')).toBeCloseTo((210 + 20 + 40) / 5, 10);
    expect(x(reading([nps(5, 8)]).health, 'satisfaction')).toBeCloseTo((210 + 80) / 4, 10);
  });

  it('[H5] knows nothing of how they feel after 180 days without a word', () => {
    expect(x(reading([order(3), csat(179, 5)]).health, 'satisfaction')).not.toBeNull();
    expect(x(reading([order(3), csat(181, 5)]).health, 'satisfaction')).toBeNull();
    expect(why(reading([order(3), csat(181, 5)]).health, 'satisfaction')).toBe('measure-satisfaction-silent');
    expect(why(reading([order(3)]).health, 'satisfaction')).toBe('measure-satisfaction-never');
  });

  it('[H1] shows our own loyalty: of four promises three kept are 75 %', () => {
    const promise = (ref: string, end: 'Promise Kept' | 'Promise Missed') => [
      event('Promise Made', daysAgo(9), { ref }),
      event(end, daysAgo(5), { ref }),
    ];
    const promises = [
      ...promise('a', 'Promise Kept'),
      ...promise('b', 'Promise Kept'),
      ...promise('c', 'Promise Kept'),
      ...promise('d', 'Promise Missed'),
    ];
    expect(x(reading(promises).health, 'loyalty')).toBe(75);
    const overdue = [
      ...promise('a', 'Promise Kept'),
      event('Promise Made', daysAgo(9), { ref: 'e', dueAt: daysAgo(1) }),
    ];
    expect(x(reading(overdue).health, 'loyalty')).toBe(50);
  });

  it('[H1] counts half answers against us', () => {
    const answer = (ref: string, fully: 'yes' | 'partly') => [
      event('Question Asked', daysAgo(3), { ref }),
      event('Question Answered', daysAgo(2), { ref, fully }),
    ];
    expect(x(reading([...answer('a', 'yes'), ...answer('b', 'partly')]).health, 'loyalty')).toBe(50);
  });

  it('[H1] loses one point of contact for each day beyond the cadence of the stage', () => {
    expect(x(reading([order(60), wrote(30)]).health, 'contact')).toBe(100);
    expect(x(reading([order(60), wrote(40)]).health, 'contact')).toBe(90);
  });

  it('[H1] reads payments: 100 in order, 60 with a card that runs out, 30 when one failed', () => {
    const started = event('Subscription Started', daysAgo(90), {});
    const billing = (...events: Parameters<typeof reading>[0]) =>
      x(reading([started, ...events]).health, 'billing');
    expect(billing()).toBe(100);
    expect(billing(event('Payment Method Expiring', daysAgo(3), {}))).toBe(60);
    expect(billing(event('Payment Failed', daysAgo(3), {}))).toBe(30);
    expect(
      billing(event('Payment Failed', daysAgo(3), {}), event('Payment Method Updated', daysAgo(1), {})),
    ).toBe(100);
  });

  it('[H1] knows of a champion only where there is a company', () => {
    const left = event('Champion Left', daysAgo(3), {});
    expect(x(reading([order(3), left]).health, 'champion')).toBeNull();
    expect(x(reading([order(3)], NOW, { account: true }).health, 'champion')).toBe(100);
    expect(x(reading([order(3), left], NOW, { account: true }).health, 'champion')).toBe(20);
  });

  it('[H2] puts "buying less than usual" and "open issue" first when these weigh most', () => {
    const health = readHealth(
      view([
        order(240),
        order(210),
        order(180),
        order(150),
        wrote(3),
        contact(4),
        csat(3, 4),
        raised(12, 'a'),
      ]),
      'engage',
    );
    expect(health.reasons.map(({ code }) => code)).toEqual(['measure-recency-less', 'measure-issues-open']);
  });
});
