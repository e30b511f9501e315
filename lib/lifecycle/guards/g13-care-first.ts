import { DAY } from '../../contract/primitives.ts';
import { type Desk, isCommercial, lately } from '../desk.ts';
import type { Scene } from '../triggers/trigger.ts';
import type { Guard } from './guard.ts';

const SPAN_DAYS = 90;

/** Somebody helped them: by a contact, or by an answer that was whole. */
const wasHelped = ({ questions }: Scene, { care }: Desk): boolean =>
  care.length > 0 || questions.some(({ state }) => state === 'settled' || state === 'confirmed');

/**
 * When the ratio is right again by the mere passing of time: the first moment at which an offer falls out of the span and
 * the care that is still in it is enough for those that remain.
 */
const rightAgain = (offers: readonly number[], care: readonly number[], perOffer: number): number => {
  let until = 0;
  for (const offer of offers.toReversed()) {
    until = offer + SPAN_DAYS * DAY;
    if (lately(care, until, SPAN_DAYS).length >= perOffer * lately(offers, until, SPAN_DAYS).length) break;
  }
  return until;
};

/** [G13] Care first: so many caring contacts for each offer, and at least one before the first offer to a lead. */
export const g13: Guard = {
  id: 'G13',
  block: ({ play }, scene, desk) => {
    if (!isCommercial(play)) return null;
    if (!scene.bought && !wasHelped(scene, desk))
      return { guard: 'G13', until: null, because: { code: 'guard-g13-first', values: {} } };
    const offers = lately(desk.offers, scene.now, SPAN_DAYS);
    const care = lately(desk.care, scene.now, SPAN_DAYS);
    const perOffer = scene.policy.g13CarePerCommercial;
    const of = perOffer * offers.length;
    if (care.length >= of) return null;
    return {
      guard: 'G13',
      until: rightAgain(offers, care, perOffer),
      because: { code: 'guard-g13', values: { n: care.length, of } },
    };
  },
};
