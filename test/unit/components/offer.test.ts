import { describe, expect, test } from 'vitest';
import type { View } from '#components/model.ts';
import {
  addressesOf,
  follow,
  GOES_ON_MS,
  NEXT_MS,
  noteShown,
  OFFER_MS,
  type Offer,
  offerOf,
  type Shown,
} from '#components/offer.ts';
import { NOW } from '#test/preview/fixtures/build.ts';
import { people } from '#test/preview/fixtures/people.ts';

const customerOf = (name: string): Offer['whom'] => {
  const view = people[name]?.().view;
  if (view?.kind !== 'customer') throw new Error(`There is no customer called ${name}.`);
  return view;
};

const ana = () => customerOf('complaint');
const other = () => customerOf('wait');
const showing = (whom: Offer['whom'], conversation = 'c1', tab = 7) => ({
  ...{ tab, whom, conversation },
  dispatch: () => {},
});
/** Ana was shown for a minute, then somebody else. */
const history = (): Shown[] =>
  noteShown(noteShown([], showing(ana()), NOW - 60_000), showing(other(), 'c2'), NOW);
const whomOf = (offer: Offer | null) => offer?.whom.record.id ?? null;

describe('a reply that went out', () => {
  test('offers the log of the customer who was shown when it was sent off, whoever is shown by now', () => {
    expect(whomOf(offerOf(history(), 7, NOW - 300, NOW + 900))).toBe(ana().record.id);
    expect(whomOf(offerOf(history(), 7, NOW + 300, NOW + 900))).toBe(other().record.id);
  });

  test('offers nothing where nobody was shown then', () => {
    expect(offerOf([], 7, NOW, NOW)).toBeNull();
    expect(offerOf(history(), 8, NOW - 300, NOW)).toBeNull();
    expect(offerOf(history(), 7, NOW - 90_000, NOW)).toBeNull();
    expect(offerOf(noteShown(history(), null, NOW + 10), 7, NOW + 5_000, NOW + 5_030)).toBeNull();
  });

  test('offers it also when the page took its customer out of view just then, for a moment', () => {
    const gone = noteShown(history(), null, NOW + 10);
    expect(whomOf(offerOf(gone, 7, NOW + 20, NOW + 30))).toBe(other().record.id);
    const back = noteShown(gone, showing(other(), 'c2'), NOW + 40);
    expect(whomOf(offerOf(back, 7, NOW + 20, NOW + 60))).toBe(other().record.id);
  });

  test('is of the conversation that was shown then', () => {
    const both = noteShown(noteShown([], showing(ana()), NOW - 60_000), showing(ana(), 'c2'), NOW);
    expect(offerOf(both, 7, NOW - 1, NOW)?.conversation).toBe('c1');
    expect(offerOf(both, 7, NOW + 1, NOW)?.conversation).toBe('c2');
  });
});

describe('the offer', () => {
  const offer = (): Offer => ({ ...showing(ana()), at: NOW });
  /** The offer after each of these, with the seconds since the reply went out. */
  const followed = (...steps: [view: View, conversation: string | null, ms: number][]): Offer | null =>
    steps.reduce<Offer | null>(
      (held, [view, conversation, ms]) => held && follow(held, { view, conversation }, NOW + ms),
      offer(),
    );
  const nobody: View = { kind: 'miss', miss: 'no-conversation', host: 'roundcube' };

  test('stands beside its conversation and beside nobody, for some minutes', () => {
    expect(followed([ana(), 'c1', 60_000])).not.toBeNull();
    expect(followed([{ kind: 'loading' }, null, 100], [nobody, null, 60_000])).not.toBeNull();
    expect(followed([ana(), 'c1', OFFER_MS])).toBeNull();
  });

  test('goes when the rep opens another conversation, be it of the same customer', () => {
    expect(followed([ana(), 'c2', GOES_ON_MS])).toBeNull();
    expect(followed([other(), 'c2', GOES_ON_MS])).toBeNull();
    expect(followed([nobody, null, 100], [ana(), 'c2', 60_000])).toBeNull();
    // Until it is known who that is, nothing is decided.
    expect(followed([{ kind: 'loading' }, 'c2', GOES_ON_MS])).not.toBeNull();
  });

  test('stays when the page goes on by itself with the sending: back to their mail, or for a moment to the next one', () => {
    expect(followed([ana(), 'c2', 900], [ana(), 'c2', 60_000])).not.toBeNull();
    expect(followed([other(), 'c2', 900], [other(), 'c2', NEXT_MS - 1])).not.toBeNull();
    expect(followed([other(), 'c2', 900], [other(), 'c2', NEXT_MS])).toBeNull();
    expect(followed([other(), 'c2', 900], [ana(), 'c3', 1_000])).toBeNull();
  });

  test('goes when the rep says that the conversation is somebody else’s', () => {
    expect(followed([other(), 'c1', 100])).toBeNull();
  });

  test('is over once a mail to them was logged in another way, and by nothing else', () => {
    const logged = (data: object, at = NOW + 1_000) => {
      const view = ana();
      const entry = { id: 'e', type: 'Touchpoint Logged' as const, at, data: { ...data } };
      return { ...view, record: { ...view.record, timeline: [entry, ...view.record.timeline] } };
    };
    const mail = { kind: 'EMAIL', direction: 'out' };
    expect(followed([logged(mail), 'c1', 0])).toBeNull();
    expect(followed([logged(mail, NOW - 1), 'c1', 0])).not.toBeNull();
    expect(followed([logged({ ...mail, direction: 'in' }), 'c1', 0])).not.toBeNull();
    expect(followed([logged({ kind: 'CALL', direction: 'out' }), 'c1', 0])).not.toBeNull();
  });
});

test('a reply to any of a customer’s addresses is to them, be it one that only this page names', () => {
  const view = ana();
  const [first = ''] = view.record.profile.addresses;
  expect(addressesOf(view)).toContain(first);
  const { candidate } = view;
  if (!candidate) throw new Error('nobody is on the page');
  expect(
    addressesOf({
      ...view,
      candidate: { ...candidate, address: 'ana+new@home.example', as: { how: 'name', address: first } },
    }),
  ).toContain('ana+new@home.example');
  expect(addressesOf({ kind: 'loading' })).toEqual([]);
});
