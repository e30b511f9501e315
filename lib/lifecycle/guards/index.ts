import type { Desk } from '../desk.ts';
import type { Scene } from '../triggers/trigger.ts';
import type { Blocked } from '../types.ts';
import { g1 } from './g1-after-order.ts';
import { g2 } from './g2-complaint.ts';
import { g3 } from './g3-contact-cap.ts';
import { g4 } from './g4-surveys.ts';
import { g5 } from './g5-consent.ts';
import { g6 } from './g6-hours.ts';
import { g7 } from './g7-founder.ts';
import { g8 } from './g8-dunning.ts';
import { g9 } from './g9-feedback.ts';
import { g10 } from './g10-once.ts';
import { g11 } from './g11-own-words.ts';
import { g12 } from './g12-silence.ts';
import { g13 } from './g13-care-first.ts';
import type { Candidate, Guard } from './guard.ts';

/** In the order in which they speak when two of them end at the same time. */
export const guards: readonly Guard[] = [g12, g9, g5, g2, g8, g1, g13, g3, g4, g11, g7, g10, g6];

/** [G0] What stands against a candidate, or null. Of several, the one that ends last: its date is then true. */
export const blockedBy = (candidate: Candidate, scene: Scene, desk: Desk): Blocked | null => {
  let longest: Blocked | null = null;
  for (const guard of guards) {
    const blocked = guard.block(candidate, scene, desk);
    if (!blocked) continue;
    if (blocked.until === null) return blocked;
    if (!longest || blocked.until > (longest.until ?? Infinity)) longest = blocked;
  }
  return longest;
};
