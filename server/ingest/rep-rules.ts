import type { SukiEvent } from '#lib/contract/events.ts';
import { DAY, HOUR } from '#lib/contract/primitives.ts';

/** What a colleague may set ahead, in milliseconds: beyond it, it would be forgotten and hold others up. */
const LONGEST = {
  'Claim Taken': { ms: 8 * HOUR, words: 'A claim holds for at most 8 hours.' },
  'Stage Overridden': { ms: 90 * DAY, words: 'A stage that was set by hand holds for at most 90 days.' },
  'Automations Paused': { ms: 90 * DAY, words: 'Automations rest for at most 90 days.' },
  'Action Snoozed': { ms: 731 * DAY, words: 'A play is put off for at most 2 years.' },
} as const;

/**
 * The event as it happened by the server's clock, at `at`. What holds until then was counted from the device's own clock, so
 * it is moved as far.
 */
export const atOurTime = (event: SukiEvent, at: number): SukiEvent => {
  const until = (data: { until: number }) => ({ until: Math.max(0, data.until + at - event.at) });
  switch (event.type) {
    case 'Claim Taken':
      return { ...event, at, data: until(event.data) };
    case 'Stage Overridden':
      return { ...event, at, data: { ...event.data, ...until(event.data) } };
    case 'Automations Paused':
      return { ...event, at, data: { ...event.data, ...until(event.data) } };
    default:
      return { ...event, at };
  }
};

/** Where an event of the right shape breaks a rule, and which. */
export type RepFault = { field: 'until' | 'reason'; words: string };

/**
 * What is wrong with an event of the right shape that a rep recorded, here or in the tool that a file comes from; null:
 * nothing. Lengths are measured on the clock of the device alone, so that a wrong clock does no harm.
 */
export const repFault = (event: SukiEvent): RepFault | null => {
  switch (event.type) {
    case 'Claim Taken':
    case 'Stage Overridden':
    case 'Automations Paused':
    case 'Action Snoozed': {
      const { ms, words } = LONGEST[event.type];
      const length = event.data.until - event.at;
      if (length <= 0) return { field: 'until', words: 'It ends before it begins.' };
      if (length > ms) return { field: 'until', words };
      return event.type === 'Stage Overridden' && event.data.reason.trim() === ''
        ? { field: 'reason', words: 'It says nothing.' }
        : null;
    }
    default:
      return null;
  }
};
