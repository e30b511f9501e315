import { hasOwnSlot } from '../slots.ts';
import type { Guard } from './guard.ts';

/** [G11] A person writes, and says something of their own: a draft without room for it is not offered. */
export const g11: Guard = {
  id: 'G11',
  block: ({ play }) => {
    const { draft } = play.text;
    return draft === undefined || hasOwnSlot(draft)
      ? null
      : { guard: 'G11', until: null, because: { code: 'guard-g11', values: {} } };
  },
};
