import { describe, expect, it } from 'vitest';
import { completeness } from '#lib/lifecycle/completeness.ts';
import { readHealth, weigh } from '#lib/lifecycle/health.ts';
import { readStage } from '#lib/lifecycle/stages/index.ts';
import { makeView } from '#lib/lifecycle/view.ts';
import { defaultPlaybook } from '#lib/playbook/default-playbook.ts';
import { csat, daysAgo, event, NOW, nps, order, person, reading, view, wrote } from '../lifecycle/people.ts';
import { raised, say } from './scene.ts';

const stage = (...given: Parameters<typeof reading>) => reading(...given).stage.stage;
const status = (...given: Parameters<typeof reading>) => reading(...given).status.status;
const subscribed = (days: number) => event('Subscription Started', daysAgo(days), {});
const used = (ratio: number) => event('Usage Reported', daysAgo(2), { ratio });

describe('where somebody stands', () => {
  it('[R0-01] is at the beginning as long as we only know their name, and knows how they came to us', () => {
    const asked = event('Question Asked', daysAgo(1), { ref: 'q' });
    expect(stage([])).toBe('discover');
    expect(stage([asked])).not.toBe('discover');
    expect(stage([order(1)])).not.toBe('discover');
    const known = (more: { source?: string }) =>
      completeness(makeView(person([], more), defaultPlaybook, NOW), 'discover');
    expect(known({}).missing).toEqual(['source']);
    expect(known({ source: 'spring fair' })).toEqual({ percent: 100, missing: [] });
  });

  it('[R0-02] is deciding from the moment a checkout begins, and a customer once it is done', () => {
    const ten = Date.UTC(2026, 11, 4, 10, 0);
    const begun = event('Checkout Started', ten, {});
    expect(stage([], ten)).toBe('discover');
    expect(stage([begun], ten + 5 * 1_000)).toBe('purchase');
    expect(reading([begun], ten + 5 * 1_000).stage.since).toBe(ten);
    const done = event('Order Completed', ten + 60_000, { order: 'o' });
    expect(stage([begun, done], ten + 61_000)).toBe('engage');
  });

  it('[R0-05] speaks for us after a review of 5 stars, and not because of an NPS of 10', () => {
    const before = [order(40), wrote(3)];
    const reviewed = (rating: number) => event('Product Reviewed', daysAgo(2), { rating });
    expect(stage([...before, reviewed(5)])).toBe('advocate');
    expect(stage([...before, reviewed(3)])).toBe('engage');
    const alone = reading([...before, nps(2, 10)]);
    expect(alone.stage.stage).toBe(stage(before));
    expect(alone.stage.stage).not.toBe('advocate');
    expect(alone.ready && say(alone.ready)).toBe('May gladly speak for us: gave us 10 of 10 on Dec 2, 2026');
    expect(reading([...before, reviewed(5)]).ready).toBeNull();
  });

  it('[R1-01] begins with the 1st mail of somebody new, and moves on with a question', () => {
    const createdAt = NOW - 30_000;
    const mail = wrote(0);
    expect(view([mail]).facts.totals.in?.n).toBe(1);
    const { stage: found } = reading([mail], NOW, { createdAt });
    expect(found).toMatchObject({ stage: 'discover', since: createdAt });
    expect(stage([mail, event('Question Asked', NOW, { ref: 'q' })], NOW, { createdAt })).toBe('educate');
  });

  it('[R1-06] has come back when somebody who had lapsed orders again, for 60 days', () => {
    const gone = order(400);
    expect(stage([gone])).toBe('lapsed');
    expect(stage([gone, order(3)])).toBe('engage');
    expect(status([gone, order(3)])).toBe('returned');
    expect(status([gone, order(59)])).toBe('returned');
    expect(status([gone, order(61)])).not.toBe('returned');
  });

  it('[R2-05] keeps the first purchase, whatever is ordered after it and however late we hear of it', () => {
    const later = Array.from({ length: 20 }, (_, i) => order(i + 1));
    expect(view([order(300)]).firstOrderAt).toBe(daysAgo(300));
    expect(view([order(300), ...later]).firstOrderAt).toBe(daysAgo(300));
    expect(view([...later, order(300)]).firstOrderAt).toBe(daysAgo(300));
  });

  it('[R2-06] takes 2 orders and a health of 60 to be a regular: with 58 it is engage still', () => {
    const seen = view([order(40), order(10), wrote(5)]);
    expect(seen.orders).toBe(2);
    const at = (score: number) => readStage(seen, { ...readHealth(seen, 'engage'), score }).stage;
    expect(at(58)).toBe('engage');
    expect(at(60)).toBe('retain');
    const one = view([order(10), wrote(5)]);
    expect(readStage(one, { ...readHealth(one, 'engage'), score: 60 }).stage).toBe('engage');
  });

  it('[R2-07] speaks for us when somebody came through them, not when they only named somebody', () => {
    const before = [order(40), wrote(3)];
    expect(stage([...before, event('Referral Accepted', daysAgo(1), {})])).toBe('advocate');
    expect(stage([...before, event('Referral Made', daysAgo(1), {})])).toBe('engage');
  });

  it('[R2-08] goes from regular back to finding out after cancelling and a new trial, and says why', () => {
    const retain = event('Stage Changed', daysAgo(100), {
      from: 'engage',
      to: 'retain',
      because: [],
      version: 1,
    });
    const left = event('Subscription Cancelled', daysAgo(9), {});
    const trial = event('Trial Started', daysAgo(1), {});
    expect(stage([subscribed(300), retain])).toBe('retain');
    expect(stage([subscribed(300), retain, left])).toBe('lapsed');
    const { stage: back } = reading([subscribed(300), retain, left, trial]);
    expect(back.stage).toBe('educate');
    expect(back.because.map(say)).toEqual(['Cancelled on Nov 25, 2026, trying again since Dec 3, 2026']);
  });
});

describe('how it is going', () => {
  it('[R0-29] is cooling with an NPS of 9 when they use it 60 % less', () => {
    const happy = [subscribed(200), wrote(5), nps(5, 9)];
    const found = reading([...happy, used(1 - 60 / 100)]);
    expect(found.status.status).toBe('cooling');
    expect(say(found.status.because)).toContain('60 % less');
    expect(status([...happy, used(0.9)])).toBe('warm');
  });

  it('[R4-08] is strained when a complaint has been open for more than 2 days', () => {
    expect(status([order(40), raised(2)])).not.toBe('strained');
    expect(status([order(40), raised(2.1)])).toBe('strained');
    const solved = event('Complaint Resolved', daysAgo(1), { ref: 'c1' });
    expect(status([order(40), raised(2.1), solved])).not.toBe('strained');
  });
});

describe('health', () => {
  it('[R4-07] is the weighted mean: scores of 30 and 90 with weights of 2 and 1 are 50', () => {
    const because = { code: 'measure-issues-none', values: {} } as const;
    const two = weigh([
      { id: 'issues', weight: 2, x: 30, because },
      { id: 'contact', weight: 1, x: 90, because },
    ]);
    expect(two.score).toBe(50);
    expect(two.coverage).toBe(1);
  });

  it('[R3-28] says that we have not heard from them after 180 silent days, instead of calling silence happy', () => {
    const satisfaction = (days: number) =>
      reading([order(300), order(20), csat(days, 5)]).health.measures.find(({ id }) => id === 'satisfaction');
    expect(satisfaction(179)?.x).toBeGreaterThan(70);
    const silent = satisfaction(180 + 1);
    expect(silent?.x).toBeNull();
    expect(silent?.because.code).toBe('measure-satisfaction-silent');
    expect(silent && say(silent.because)).toBe('We have not heard from them for 181 days');
  });
});
