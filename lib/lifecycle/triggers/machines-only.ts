import { DAY } from '../../contract/primitives.ts';
import type { TriggerRule } from './trigger.ts';

/** [T38] In the last days they heard from machines only, at least so many times. */
export const machinesOnly: TriggerRule<'machines-only'> = {
  fires: ({ atLeast, withinDays }, { contacts, now }) => {
    const sent = contacts.filter(({ at }) => now - at <= withinDays * DAY);
    const full = sent.at(-atLeast);
    const needed = sent[atLeast - 1];
    if (!full || !needed || sent.some(({ who }) => who !== 'automation')) return null;
    return {
      since: full.at,
      until: needed.at + withinDays * DAY,
      ref: `machine@${full.at}`,
      because: { code: 'trigger-machines-only', values: { n: sent.length, days: withinDays } },
    };
  },
  next: () => null,
};
