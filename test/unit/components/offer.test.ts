import { describe, expect, test } from 'vitest';
import { type LastShown, OFFER_MS, type Offer, offerOf, stands } from '#components/offer.ts';
import { NOW } from '#test/preview/fixtures/build.ts';
import { people } from '#test/preview/fixtures/people.ts';

const customerOf = (name: string): Offer['whom'] => {
  const view = people[name]?.().view;
  if (view?.kind !== 'customer') throw new Error(`There is no customer called ${name}.`);
  return view;
};

const ana = () => customerOf('complaint');
const shown = (more: Partial<LastShown> = {}): LastShown => ({
  ...{ tab: 7, whom: ana(), dispatch: () => {}, until: null },
  ...more,
});
const offer = () => {
  const made = offerOf(shown(), 7, NOW);
  if (!made) throw new Error('nothing is offered');
  return made;
};

describe('a reply that went out', () => {
  test('offers the log of the customer whom its tab shows, or showed until just now', () => {
    expect(offer()).toMatchObject({ tab: 7, at: NOW, whom: { record: { id: ana().record.id } } });
    expect(offerOf(shown({ until: NOW - 1_000 }), 7, NOW)).not.toBeNull();
  });

  test('offers nothing where nobody was shown, not there, or not lately', () => {
    expect(offerOf(null, 7, NOW)).toBeNull();
    expect(offerOf(shown(), 8, NOW)).toBeNull();
    expect(offerOf(shown({ until: NOW - 10_000 }), 7, NOW)).toBeNull();
  });
});

describe('the offer', () => {
  test('stands beside the same customer and beside nobody', () => {
    expect(stands(offer(), ana(), NOW)).toBe(true);
    expect(stands(offer(), { kind: 'loading' }, NOW)).toBe(true);
    expect(stands(offer(), { kind: 'miss', miss: 'no-conversation', host: 'roundcube' }, NOW)).toBe(true);
  });

  test('is over after some minutes, and beside another customer', () => {
    expect(stands(offer(), ana(), NOW + OFFER_MS)).toBe(false);
    expect(stands(offer(), customerOf('wait'), NOW)).toBe(false);
  });

  test('is over once a mail to them was logged in another way, and by nothing else', () => {
    const logged = (data: object, at = NOW + 1_000) => {
      const view = ana();
      const entry = { id: 'e', type: 'Touchpoint Logged' as const, at, data: { ...data } };
      return { ...view, record: { ...view.record, timeline: [entry, ...view.record.timeline] } };
    };
    const mail = { kind: 'EMAIL', direction: 'out' };
    expect(stands(offer(), logged(mail), NOW)).toBe(false);
    expect(stands(offer(), logged(mail, NOW - 1), NOW)).toBe(true);
    expect(stands(offer(), logged({ ...mail, direction: 'in' }), NOW)).toBe(true);
    expect(stands(offer(), logged({ kind: 'CALL', direction: 'out' }), NOW)).toBe(true);
  });
});
