import { describe, expect, it } from 'vitest';
import type { SukiEvent } from '#lib/contract/events.ts';
import type { Stage } from '#lib/contract/stage.ts';
import { defaultStageNumbers, type StageNumbers } from '#lib/contract/stage-book.ts';
import { read, stageChange } from '#lib/lifecycle/read.ts';
import { defaultPlaybook } from '#lib/playbook/default-playbook.ts';
import { contact, csat, daysAgo, event, NOW, order, person, reading, wrote } from './people.ts';

const page = (days: number, kind: 'pricing' | 'article') =>
  event('Page Viewed', daysAgo(days), { page: kind });
const asked = (days: number) => event('Question Asked', daysAgo(days), { ref: `q${days}` });
const row = (days: number, from: Stage | null, to: Stage) =>
  event('Stage Changed', daysAgo(days), { from, to, because: [], version: 1 });
const regular = [order(125), order(95), order(65), order(35), order(5), wrote(6), contact(20)];

describe('a stage named by hand', () => {
  const byHand = event(
    'Stage Overridden',
    daysAgo(2),
    { to: 'advocate', reason: 'She brings us two friends next week', until: daysAgo(-28) },
    { by: 'Mia' },
  );

  it('[ST10] counts while it holds, with what the rules would say', () => {
    const { stage } = reading([order(3), byHand]);
    expect(stage).toMatchObject({
      stage: 'advocate',
      since: daysAgo(2),
      because: [{ code: 'stage-by-hand', values: { untilAt: daysAgo(-28) } }],
      override: { derived: 'engage', reason: 'She brings us two friends next week', by: 'Mia' },
    });
  });

  it('[ST10] ends on its day, or when it is lifted, and leaves no trace in the history', () => {
    const written = event('Stage Changed', daysAgo(2), {
      from: 'engage',
      to: 'advocate',
      because: ['stage-by-hand'],
      version: 2,
    });
    const events = [order(3), row(3, null, 'engage'), byHand, written];
    expect(reading(events, daysAgo(-28)).stage).toMatchObject({ stage: 'engage' });
    expect(reading(events, daysAgo(-28)).stage.override).toBeUndefined();
    const lifted = reading([...events, event('Stage Override Lifted', daysAgo(1), {})]).stage;
    expect(lifted.stage).toBe('engage');
    expect(lifted.because[0]?.code).toBe('stage-first-order');
  });

  it('[ST9] [ST10] is written with the fact behind it, and written back when it ends', () => {
    const subject = person([order(3), row(3, null, 'engage'), byHand]);
    const change = stageChange(read(subject, defaultPlaybook, NOW), subject.facts);
    expect(change).toMatchObject({
      from: 'engage',
      to: 'advocate',
      because: ['stage-by-hand'],
      facts: [`Stage Overridden@${daysAgo(2)}`],
    });
    const after = person([
      order(3),
      row(3, null, 'engage'),
      byHand,
      event('Stage Changed', daysAgo(2), change ?? { from: null, to: 'advocate', because: [], version: 2 }),
    ]);
    const back = stageChange(read(after, defaultPlaybook, daysAgo(-29)), after.facts);
    expect(back).toMatchObject({ from: 'advocate', to: 'engage', facts: [`Order Completed@${daysAgo(3)}`] });
  });
});

describe('the numbers of the stages', () => {
  const stageWith = (change: (numbers: StageNumbers) => void, events: SukiEvent[], now = NOW): Stage => {
    const numbers = structuredClone(defaultStageNumbers);
    change(numbers);
    const policy = { ...defaultPlaybook.policy, stages: numbers };
    return read(person(events), { ...defaultPlaybook, policy }, now).stage.stage;
  };

  it('[ST11] move the way between two stages when both its ends say so', () => {
    const three = [order(65), order(35), order(5), wrote(6), contact(20)];
    const atLeast = (n: number) => (numbers: StageNumbers) => {
      numbers.engage.leave.orders = n;
      numbers.retain.enter.orders = n;
    };
    expect(stageWith(atLeast(3), three)).toBe('retain');
    expect(stageWith(atLeast(4), three)).toBe('engage');
    expect(stageWith((numbers) => (numbers.retain.enter.orders = 4), three)).toBe('engage');
  });

  it('[ST11] switch a way off where there is none', () => {
    const off = (numbers: StageNumbers) => {
      delete numbers.advocate.enter.acts;
    };
    const spoke = [...regular, event('Product Reviewed', daysAgo(2), { rating: 5 })];
    expect(stageWith(() => {}, spoke)).toBe('advocate');
    expect(stageWith(off, spoke)).toBe('retain');
    expect(stageWith((numbers) => delete numbers.lapsed.enter.silentDays, [order(213)])).toBe('engage');
    expect(
      stageWith(
        (numbers) => delete numbers.educate.enter.pricingViews,
        [page(12, 'pricing'), page(3, 'pricing')],
      ),
    ).toBe('discover');
    expect(stageWith((numbers) => delete numbers.educate.leave.silentDays, [asked(300)])).toBe('educate');
  });

  it('[ST11] say how long a checkout waits, a trial runs, a silence lasts', () => {
    const checkout = [event('Checkout Started', daysAgo(8), {})];
    expect(stageWith((numbers) => (numbers.purchase.leave.abandonedDays = 10), checkout)).toBe('purchase');
    const trial = [event('Trial Started', daysAgo(5), { endsAt: daysAgo(-5) })];
    const half = (numbers: StageNumbers) => {
      numbers.educate.leave.trialPercent = 50;
      numbers.purchase.enter.trialPercent = 50;
    };
    expect(stageWith(half, trial)).toBe('purchase');
    expect(stageWith((numbers) => (numbers.lapsed.enter.silentDays = 250), [order(213)])).toBe('engage');
    const back = [order(400), order(3)];
    expect(stageWith(() => {}, back)).toBe('engage');
    expect(stageWith((numbers) => (numbers.lapsed.leave.orders = 2), back)).toBe('lapsed');
  });

  it('[ST1] puts a lead aside after 180 silent days, and does not call them lapsed', () => {
    const codes = (days: number) => reading([asked(days)]).stage.because.map(({ code }) => code);
    expect(reading([asked(181)]).stage.stage).toBe('discover');
    expect(codes(181)).toEqual(['stage-archived']);
    expect(codes(179)).toEqual(['stage-lead-silent']);
  });

  it('[ST0] [R2-08] goes from retain to educate when they cancelled and try again, and says why', () => {
    const again = [
      event('Subscription Started', daysAgo(300), {}),
      row(200, 'engage', 'retain'),
      event('Subscription Cancelled', daysAgo(40), {}),
      event('Trial Started', daysAgo(1), {}),
    ];
    expect(reading(again).stage).toMatchObject({
      stage: 'educate',
      because: [{ code: 'stage-trial-after-cancel' }],
    });
  });

  it('[ST5] [R2-06] two orders and health 58 stay in engage', () => {
    const poor = [order(80), order(50), csat(2, 1), asked(12)];
    expect(Math.round(reading(poor).health.score ?? 0)).toBe(58);
    expect(reading(poor).stage.stage).toBe('engage');
  });

  it('[ST0] [R1-06] lapsed, then an order: engage, and welcomed back', () => {
    const back = reading([row(100, 'engage', 'lapsed'), order(400), order(3)]);
    expect([back.stage.stage, back.status.status]).toEqual(['engage', 'returned']);
  });
});
