import type { Play } from '../../contract/playbook.ts';
import { DAY } from '../../contract/primitives.ts';
import type { Desk } from '../desk.ts';
import type { Scene } from '../triggers/trigger.ts';
import type { Blocked } from '../types.ts';
import type { Guard } from './guard.ts';

/** On the beach: silence, but for replies. The note about coming back [T15] waits for the day itself. */
const paused = (play: Play, { subscription: { pausedAt, pausedUntil } }: Scene): Blocked | null => {
  if (pausedAt === null || play.reply) return null;
  return {
    guard: 'G12',
    until: pausedUntil,
    because:
      pausedUntil === null
        ? { code: 'guard-g12-open', values: { pausedAt } }
        : { code: 'guard-g12', values: { untilAt: pausedUntil } },
  };
};

/** After a polite goodbye: they were told that they will be left in peace, so only what they ask for is answered. */
const letGo = (play: Play, { facts, contacts, now }: Scene, desk: Desk): Blocked | null => {
  if (play.reply) return null;
  let until = 0;
  let doneAt = 0;
  const consider = (id: string | null, at: number) => {
    const days = desk.playOf(id)?.silenceDays ?? 0;
    if (at + days * DAY <= Math.max(now, until)) return;
    until = at + days * DAY;
    doneAt = at;
  };
  for (const { at, d } of facts.recent.done) consider(String(d.play), at);
  for (const contact of contacts) consider(contact.play, contact.at);
  return until === 0
    ? null
    : { guard: 'G12', until, because: { code: 'guard-g12-let-go', values: { doneAt } } };
};

/** [G12] They are left in peace: on a break, or after we said goodbye. */
export const g12: Guard = {
  id: 'G12',
  block: ({ play }, scene, desk) => {
    const one = paused(play, scene);
    const other = letGo(play, scene, desk);
    // A break without a date outlasts everything; of two dates the later one is true.
    return one && (one.until === null || one.until >= (other?.until ?? 0)) ? one : other;
  },
};
