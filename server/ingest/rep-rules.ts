import type { SukiEvent } from '#lib/contract/events.ts';
import { DAY, HOUR } from '#lib/contract/primitives.ts';

/** What a colleague may set ahead, in milliseconds: beyond it, it would be forgotten and hold others up. */
const LONGEST = {
  'Claim Taken': { ms: 8 * HOUR, words: 'A claim holds for at most 8 hours.' },
  'Stage Overridden': { ms: 90 * DAY, words: 'A stage that was set by hand holds for at most 90 days.' },
  'Automations Paused': { ms: 90 * DAY, words: 'Automations rest for at most 90 days.' },
} as const;

/**
 * What is wrong with an event of the right shape that a rep records, in plain words; null: nothing. Lengths are measured on
 * the clock of the device alone, so that a wrong clock does no harm.
 */
export const repFault = (event: SukiEvent): string | null => {
  switch (event.type) {
    case 'Claim Taken':
    case 'Stage Overridden':
    case 'Automations Paused': {
      const { ms, words } = LONGEST[event.type];
      const length = event.data.until - event.at;
      if (length <= 0) return 'event.data.until: It ends before it begins.';
      return length > ms ? `event.data.until: ${words}` : null;
    }
    default:
      return null;
  }
};
