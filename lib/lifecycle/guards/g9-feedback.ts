import type { Stub } from '../../contract/facts.ts';
import { DAY } from '../../contract/primitives.ts';
import type { Blocked } from '../types.ts';
import type { View } from '../view.ts';
import type { Candidate, Guard } from './guard.ts';

const LONGEST_REST = 180;

/** What one answer of a colleague means for this play and this customer, now. */
const answer = (
  stub: Stub,
  { play, fired }: Candidate,
  { heardAt, now }: Pick<View, 'heardAt' | 'now'>,
): Blocked | null => {
  if (stub.type === 'Action Snoozed') {
    const until = typeof stub.d.until === 'number' ? stub.d.until : stub.at;
    if (now >= until) return null;
    if (stub.d.lift === 'they-write') {
      // What ends it is theirs to say, so no date is named.
      return heardAt !== null && heardAt > stub.at
        ? null
        : {
            guard: 'G9',
            until: null,
            because: { code: 'guard-g9-until-they-write', values: { saidAt: stub.at } },
          };
    }
    return { guard: 'G9', until, because: { code: 'guard-g9-snoozed', values: {} } };
  }
  if (stub.type !== 'Action Dismissed') return null;
  switch (stub.d.why) {
    case 'never':
      return { guard: 'G9', until: null, because: { code: 'guard-g9-never', values: { saidAt: stub.at } } };
    case 'wrong-time': {
      const until = stub.at + Math.min(LONGEST_REST, Math.max(1, play.cooldownDays * 2)) * DAY;
      return now < until
        ? { guard: 'G9', until, because: { code: 'guard-g9-wrong-time', values: { saidAt: stub.at } } }
        : null;
    }
    case 'wrong-fact':
    case 'bad-idea':
      // It was said about this reason. A newer fact may give another one.
      return stub.at >= fired.since
        ? {
            guard: 'G9',
            until: null,
            because: { code: `guard-g9-${stub.d.why}`, values: { saidAt: stub.at } },
          }
        : null;
    default:
      // 'already-done' is a contact like any other: G3 and G10 read it.
      return null;
  }
};

/** [G9] Snoozed, or a colleague said that it does not fit. The answer that holds longest counts. */
export const g9: Guard = {
  id: 'G9',
  block: (candidate, scene) => {
    let longest: Blocked | null = null;
    for (const stub of scene.facts.recent.actions) {
      if (stub.d.play !== candidate.play.id) continue;
      const blocked = answer(stub, candidate, scene);
      if (blocked && (!longest || (blocked.until ?? Infinity) > (longest.until ?? Infinity)))
        longest = blocked;
    }
    return longest;
  },
};
