import { isCommercial } from '../desk.ts';
import { lastAt } from '../view.ts';
import type { Guard } from './guard.ts';

/** [G5] They said no to offers: none, for good. Service goes on. */
export const g5: Guard = {
  id: 'G5',
  block: ({ play }, scene) => {
    if (!isCommercial(play)) return null;
    const no = lastAt(scene, 'Unsubscribed') ?? lastAt(scene, 'Email Marked as Spam');
    return no === null
      ? null
      : { guard: 'G5', until: null, because: { code: 'guard-g5', values: { saidAt: no } } };
  },
};
