import { DAY } from '../../contract/primitives.ts';
import { isCommercial } from '../desk.ts';
import { lastAt } from '../view.ts';
import type { Guard } from './guard.ts';

/** [G1] Quiet days after a purchase: nothing commercial. */
export const g1: Guard = {
  id: 'G1',
  block: ({ play }, scene) => {
    if (!isCommercial(play)) return null;
    const bought = Math.max(scene.lastOrderAt ?? 0, lastAt(scene, 'Subscription Started') ?? 0);
    const n = scene.policy.g1QuietDaysAfterOrder;
    const until = bought + n * DAY;
    if (bought === 0 || scene.now >= until) return null;
    return { guard: 'G1', until, because: { code: 'guard-g1', values: { n } } };
  },
};
