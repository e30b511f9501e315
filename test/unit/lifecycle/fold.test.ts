import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EventType, eventTypes, type SukiEvent } from '#lib/contract/events.ts';
import { Facts } from '#lib/contract/facts.ts';
import { emptyFacts, fold, foldAll, withoutEvent } from '#lib/lifecycle/fold.ts';
import { lines, sizes } from '#lib/lifecycle/groups.ts';
import { hash, mark } from '#lib/lifecycle/mark.ts';
import { codeOf, openFacts, tallyOf } from '#lib/lifecycle/packed.ts';
import { anyEvents, pooledEvents } from './any-events.ts';
import { contact, daysAgo, event, order, wrote } from './people.ts';

/** The keys of an object in one order: two ways of folding may meet the kinds in another. */
const sorted = (value: unknown): unknown =>
  typeof value !== 'object' || value === null || Array.isArray(value)
    ? value
    : Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, inner]) => [key, sorted(inner)]),
      );

describe('fold', () => {
  it('[F1] [F2] gives the same facts whatever the order of the events, and however often they come', () => {
    fc.assert(
      fc.property(pooledEvents, fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), (events, seeds) => {
        const rank = (i: number) => hash(`${i}/${seeds.join()}`);
        const shuffled = events.map((each, i) => ({ each, i })).sort((a, b) => rank(a.i) - rank(b.i));
        const again = foldAll([...shuffled.map(({ each }) => each), ...events]);
        expect(JSON.stringify(sorted(again))).toBe(JSON.stringify(sorted(foldAll(events))));
      }),
      { numRuns: 10_000 },
    );
  }, 120_000);

  it('[F1] adds one event at a time to the same facts, and leaves the facts it was given as they were', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        let facts = emptyFacts();
        for (const each of events) {
          const before = JSON.stringify(facts);
          const next = fold(facts, each);
          expect(JSON.stringify(facts)).toBe(before);
          facts = next;
        }
        expect(facts).toEqual(foldAll(events));
      }),
      { numRuns: 200 },
    );
  });

  it('[F2] counts an event that comes twice once, and events of two sources with one id twice', () => {
    const bought = order(3, { total: 20, currency: 'EUR' });
    expect(tallyOf(foldAll([bought, bought]), 'Order Completed')?.n).toBe(1);
    expect(tallyOf(foldAll([bought, { ...bought, source: 'other' }]), 'Order Completed')?.n).toBe(2);
  });

  it('[F3] makes facts that the contract accepts', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        expect(() => Facts.parse(foldAll(events))).not.toThrow();
      }),
      { numRuns: 100 },
    );
  });

  it('[F3] keeps the newest of each list, and no more than its size', () => {
    const facts = foldAll(Array.from({ length: 30 }, (_, i) => order(i)));
    expect(openFacts(facts).recent.orders.map((stub) => stub.at)).toEqual(
      Array.from({ length: sizes.orders }, (_, i) => daysAgo(i)),
    );
    expect(tallyOf(facts, 'Order Completed')).toEqual({ n: 30, first: daysAgo(29), last: daysAgo(0) });
  });

  it('[F3] [R1-11] remembers with what somebody began, whatever they bought since and in whatever order it is told', () => {
    const first = event('Subscription Started', daysAgo(900), { plan: 'Camry', renewsAt: daysAgo(-1) });
    const later = [order(400, { product: 'Corolla' }), order(1)];
    for (const events of [
      [first, ...later],
      [...later, first],
    ])
      expect(foldAll(events).began).toMatchObject({ at: daysAgo(900), what: 'Camry' });
    expect(foldAll(later).began).toMatchObject({ at: daysAgo(400), what: 'Corolla' });
    expect(foldAll([wrote(3)]).began).toBeUndefined();
  });

  it('[F3] does not forget a "never" because much happened since', () => {
    const never = event('Action Dismissed', daysAgo(900), { play: 'ask_review', why: 'never' });
    const later = Array.from({ length: 60 }, (_, i) =>
      event('Action Done', daysAgo(i), { play: `play_${i}`, contact: false }),
    );
    expect(openFacts(foldAll([never, ...later])).recent.actions[0]).toMatchObject({
      d: { play: 'ask_review', why: 'never' },
    });
  });

  it('[F4] adds up orders less refunds, each currency for itself', () => {
    const facts = foldAll([
      order(9, { total: 20, currency: 'USD' }),
      order(8, { total: 30.1, currency: 'USD' }),
      order(7, { total: 50.2, currency: 'USD' }),
      order(6, { total: 15, currency: 'EUR' }),
      order(5, { total: 99 }),
      event('Order Refunded', daysAgo(4), { order: 'o9', total: 20, currency: 'USD' }),
      event('Checkout Started', daysAgo(3), { total: 500, currency: 'USD' }),
    ]);
    const amounts = ({ n, total }: (typeof facts.money)[string]) => ({ n, total });
    expect(Object.keys(facts.money)).toEqual(['USD', 'EUR']);
    expect(Object.values(facts.money).map(amounts)).toEqual([
      { n: 3, total: 80.3 },
      { n: 1, total: 15 },
    ]);
    // A refund that is written with a minus is a refund still.
    const less = fold(
      facts,
      event('Order Refunded', daysAgo(2), { order: 'o6', total: -5, currency: 'EUR' }),
    );
    expect(less.money.EUR).toMatchObject({ n: 1, total: 10 });
  });

  it("[F3] never copies a person's own words", () => {
    const secret = 'my daughter is ill';
    const facts = foldAll([
      event('Complaint Raised', daysAgo(1), { ref: 'c1', about: 'late delivery', text: secret }),
      contact(1, { text: secret, subject: secret, url: 'https://example.com/secret' }),
      event('Feedback Given', daysAgo(1), { kind: 'csat', score: 3, text: secret }),
      event('Product Reviewed', daysAgo(1), { rating: 4, text: secret, product: secret }),
      order(1, { text: secret }),
    ]);
    expect(JSON.stringify(facts)).not.toMatch(/daughter|secret/);
    expect(openFacts(facts).recent.care[0]?.d).toEqual({ ref: 'c1', about: 'late delivery' });
  });

  it('[F3] keeps room for other answers however often somebody said "never"', () => {
    const never = Array.from({ length: 9 }, (_, i) =>
      event('Action Dismissed', daysAgo(40 - i), { play: `play_${i}`, why: 'never' }),
    );
    const helped = event('Action Helped', daysAgo(50), { play: 'say_thanks' });
    const { actions } = openFacts(foldAll([helped, ...never])).recent;
    expect(actions.filter(({ d }) => d.why === 'never')).toHaveLength(6);
    expect(actions.some(({ type }) => type === 'Action Helped')).toBe(true);
  });

  it('[F3] counts a contact once when an answer names the one that stands there already', () => {
    const call = contact(2, {}, 'Mia');
    const done = (touchpoint?: string) =>
      event('Action Dismissed', daysAgo(1), {
        play: 'care_check',
        why: 'already-done',
        ...(touchpoint && { touchpoint }),
      });
    expect(openFacts(foldAll([call, done(call.id)])).recent.contacts).toHaveLength(1);
    expect(openFacts(foldAll([call, done()])).recent.contacts).toHaveLength(2);
  });

  describe.each([
    ['words in our letters', 'a parcel that came late and damaged, twice', 'Maria Magdalena'],
    ['words in Thai', 'พัสดุมาช้าและเสียหายสองครั้งแล้ว', 'มาเรีย มักดาเลนา'],
  ])('with everything remembered, %s', (_what, words, by) => {
    const uuid = (i: number) =>
      `${String(i).padStart(8, '0')}-5f6a-4b7c-8d9e-${String(i * 7).padStart(12, '0')}`;
    const sample = fc.sample(anyEvents, { seed: 7, numRuns: 600 }).flat();
    const events = Array.from({ length: 100_000 }, (_, i) => {
      const each = sample[(i * 7_919) % sample.length] ?? order(1);
      const data: Record<string, unknown> = { ...each.data };
      if ('ref' in data)
        Object.assign(data, { ref: `${uuid(i % 5_000)}${i % 2 ? '' : uuid(i)}`, about: words });
      if ('order' in data) data.order = uuid(i);
      if ('reason' in data) data.reason = `${words}, ${words}`;
      if ('feature' in data) data.feature = `${i % 9} ${words}`;
      return { ...each, id: uuid(i), at: daysAgo(3_000) + i * 2_500_000, by, data } as SukiEvent;
    });

    it('[F3] stays under 8 KB at 100,000 events of every kind, with long ids and every list full', () => {
      expect(new Set(sample.map(({ type }) => type)).size).toBe(eventTypes.length);
      const facts = foldAll(events);
      for (const [group, size] of Object.entries(sizes))
        expect(facts.recent[group as keyof typeof sizes], group).toHaveLength(size);
      const bytes = new TextEncoder().encode(JSON.stringify(facts)).length;
      expect(bytes).toBeLessThan(8_192);
      // And it is no empty shell that is small.
      expect(bytes).toBeGreaterThan(6_000);
    });
  });

  it.each(['NOTE', 'TASK'] as const)('[F6] takes a %s for nobody spoken to, either way', (kind) => {
    const before = foldAll([wrote(9), contact(8)]);
    for (const direction of ['in', 'out'] as const) {
      const facts = fold(before, contact(1, { kind, direction, answeredFully: 'yes' }));
      expect(facts.recent).toEqual(before.recent);
      expect(openFacts(facts).totals).toMatchObject({
        in: { n: 1, last: daysAgo(9) },
        out: { n: 1, last: daysAgo(8) },
      });
      expect(openFacts(facts).totals.all).toMatchObject({ n: 3, last: daysAgo(1) });
    }
  });

  it('[F6] keeps what a note promises', () => {
    const facts = foldAll([contact(1, { kind: 'NOTE', promisedFor: daysAgo(-2) })]);
    expect(facts.recent.contacts).toBeUndefined();
    expect(openFacts(facts).recent.promises).toMatchObject([{ d: { dueAt: daysAgo(-2) } }]);
    expect(facts.totals.out).toBeUndefined();
  });

  it('[F3] writes every kind with a code of its own', () => {
    expect(new Set(eventTypes.map(codeOf)).size).toBe(eventTypes.length);
  });

  it('knows what to keep of every kind of event', () => {
    expect(Object.keys(lines).sort()).toEqual([...eventTypes].sort());
  });
});

describe('an undo before the server has folded again', () => {
  it('[F5] is as if a newest event had never been, where the lists know the one before', () => {
    const before = [order(40), order(10), wrote(5), event('Complaint Raised', daysAgo(3), { ref: 'c1' })];
    const last = order(1);
    const facts = withoutEvent(foldAll([...before, last]), last.id, 'Order Completed');
    const expected = foldAll(before);
    expect(facts.tally).toEqual(expected.tally);
    expect(facts.recent).toEqual(expected.recent);
    expect(facts.totals.all?.[0]).toBe(expected.totals.all?.[0]);
  });

  it('[F5] takes a complaint away altogether', () => {
    const raised = event('Complaint Raised', daysAgo(3), { ref: 'c1' });
    const facts = withoutEvent(foldAll([order(9), raised]), raised.id, 'Complaint Raised');
    expect(facts.recent.care).toBeUndefined();
    expect(facts.totals.in).toBeUndefined();
  });

  it('[F5] takes a contact of ours and a word of theirs off the right side', () => {
    const ours = contact(1);
    const theirs = wrote(2);
    const facts = foldAll([wrote(9), contact(9), ours, theirs]);
    expect(openFacts(withoutEvent(facts, ours.id, 'Touchpoint Logged')).totals).toMatchObject({
      in: { n: 2 },
      out: { n: 1, last: daysAgo(9) },
    });
    expect(openFacts(withoutEvent(facts, theirs.id, 'Touchpoint Logged')).totals).toMatchObject({
      in: { n: 1 },
      out: { n: 2 },
    });
  });

  it('[F5] [F6] leaves the words of both sides where they are when a note is undone', () => {
    for (const promise of [{}, { promisedFor: daysAgo(-2) }]) {
      const note = contact(1, { kind: 'NOTE', ...promise });
      const before = foldAll([wrote(9), contact(8)]);
      const after = withoutEvent(fold(before, note), note.id, 'Touchpoint Logged', note.data);
      expect(after.totals).toMatchObject({ in: before.totals.in, out: before.totals.out });
      expect(after.totals.all?.[0]).toBe(2);
      expect(after.recent).toEqual(before.recent);
    }
  });

  it('[F5] leaves valid facts whatever is undone', () => {
    fc.assert(
      fc.property(anyEvents, fc.nat(), (events, which) => {
        const gone = events[which % Math.max(1, events.length)];
        if (!gone) return;
        const facts = withoutEvent(foldAll(events), gone.id, gone.type as EventType);
        expect(() => Facts.parse(facts)).not.toThrow();
        for (const list of Object.values(openFacts(facts).recent))
          expect(list.some((stub) => stub.id === mark(gone.id) && stub.type === gone.type)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});
