import { describe, expect, it } from 'vitest';
import { explain } from '#lib/lifecycle/explain.ts';
import { outcomeKey } from '#lib/lifecycle/outcomes.ts';
import { csat, daysAgo, deciding, event, hiddenBy, hoursAgo, NOW, order, withOutcomes } from './people.ts';

// Ana ordered 20 days ago, got it 17 days ago, gave 5 of 5, found that it works, hit the limit of her plan three times,
// complained two days ago and wrote again 30 hours ago. Nobody has been in touch with her in the last 30 days.
const ana = [
  order(20, { total: 40, currency: 'EUR' }),
  event('Order Delivered', daysAgo(17), { order: 'o20' }),
  csat(15, 5),
  event('First Value Reached', daysAgo(14), {}),
  ...[10, 7, 4].map((days) => event('Limit Reached', daysAgo(days), {})),
  event('Complaint Raised', daysAgo(2), { ref: 'late', about: 'late delivery' }),
  event('Touchpoint Logged', hoursAgo(30), {
    kind: 'EMAIL',
    direction: 'in',
    channel: 'email',
    initiator: 'customer',
    purpose: 'answer',
  }),
];

const value = (factors: { id: string; value: number }[], id: string) =>
  factors.find((f) => f.id === id)?.value;

describe('Ana, whose complaint has been open for two days', () => {
  const decision = deciding(ana);

  it('[D1] is in engage, and the first thing to do is to apologise yourself: 166.6', () => {
    expect(decision.reading.stage.stage).toBe('engage');
    expect(decision.top?.play.id).toBe('apologise_personally');
    expect(decision.top?.score).toBeCloseTo(166.629, 2);
    const factors = decision.top?.factors ?? [];
    expect(value(factors, 'p')).toBeCloseTo(0.6, 10);
    expect(value(factors, 'C')).toBeCloseTo(1.8, 10);
    expect(value(factors, 'U')).toBeCloseTo(1.2857, 4);
    expect(value(factors, 'V')).toBeCloseTo(1.2, 10);
    expect(value(factors, 'L')).toBe(1);
    expect(value(factors, 'F')).toBe(1);
  });

  it('[D2] rises to 185.1 once 8 of 10 answers said that it helped', () => {
    const learned = deciding(
      ana,
      NOW,
      withOutcomes({ [outcomeKey('apologise_personally', 'engage')]: { n: 10, s: 8 } }),
    );
    expect(value(learned.top?.factors ?? [], 'p')).toBeCloseTo(20 / 30, 10);
    expect(learned.top?.score).toBeCloseTo(185.14, 2);
  });

  it('[G2] would score 90.7 for asking how she is getting on, and hides it while the complaint is open', () => {
    const hidden = decision.hidden.find(({ card }) => card.play.id === 'check_in');
    expect(hidden?.card.score).toBeCloseTo(90.72, 2);
    expect(hidden?.blocked).toEqual({
      guard: 'G2',
      until: null,
      because: { code: 'guard-g2-open', values: { n: 14 } },
    });
  });

  it('[G2] puts off the review and the upgrade', () => {
    expect(hiddenBy(decision, 'ask_review')?.guard).toBe('G2');
    expect(hiddenBy(decision, 'suggest_upgrade')?.guard).toBe('G2');
  });

  it('[D9] still knows what waiting would score: 10', () => {
    expect(decision.wait.score).toBe(10);
  });

  it('[D12] explains itself by the complaint, the factor that weighs most, and the strongest hidden action', () => {
    expect(explain(decision)).toEqual({
      suggestion: {
        title: 'Apologise yourself',
        because: {
          code: 'trigger-complaint-open-about',
          values: { n: 2, openedAt: daysAgo(2), about: 'late delivery' },
        },
        main: expect.objectContaining({ id: 'C' }),
      },
      wait: null,
      hidden: {
        title: 'Ask how they are getting on',
        until: null,
        guard: 'G2',
        because: { code: 'guard-g2-open', values: { n: 14 } },
      },
    });
  });
});
