import type { DecisionRecord } from '../contract/decision.ts';
import { hash } from './mark.ts';
import type { Blocked, Card, Decision, FactorId } from './types.ts';

/** As many as a record may hold; those that were shown come first, and the weakest go. */
const MOST_CANDIDATES = 60;
const MOST_KEY = 300;
const LAST_INSTANT = 8_640_000_000_000_000;

/** A key as long as its parts may be is cut, and told from others by a mark. */
const keyOf = ({ key }: Card): string =>
  key.length <= MOST_KEY ? key : `${key.slice(0, MOST_KEY - 9).toWellFormed()}~${hash(key).toString(16)}`;

const candidate = (card: Card, blocked?: Blocked): DecisionRecord['candidates'][number] => {
  const of = (id: FactorId) => card.factors.find((factor) => factor.id === id)?.value ?? 1;
  return {
    play: card.play.id,
    key: keyOf(card),
    score: card.score,
    factors: { p: of('p'), C: of('C'), U: of('U'), V: of('V'), L: of('L'), F: of('F') },
    ...(blocked && {
      blocked: {
        guard: blocked.guard,
        until: blocked.until === null ? null : Math.min(LAST_INSTANT, Math.ceil(blocked.until)),
      },
    }),
  };
};

/**
 * [D16] A decision as it is kept: every candidate with its factors and the guard that stood against it, what was shown in
 * which order, and how likely that was. `id` is a UUID. Who looked is not in it.
 */
export const recordOf = (decision: Decision, id: string): DecisionRecord => {
  const { customer, at, reading, top, others, rest, hidden, propensity, versions } = decision;
  const shown = [...(top ? [top] : []), ...others];
  return {
    id,
    customer,
    at,
    stage: reading.stage.stage,
    status: reading.status.status,
    health: reading.health.score,
    candidates: [
      ...[...shown, ...rest].map((card) => candidate(card)),
      ...hidden.map(({ card, blocked }) => candidate(card, blocked)),
    ].slice(0, MOST_CANDIDATES),
    shown: shown.map(({ play }) => play.id),
    propensity,
    versions,
  };
};
