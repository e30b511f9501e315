import { DAY } from '../contract/primitives.ts';
import type { Desk } from './desk.ts';
import { indexOf } from './play-index.ts';
import { WAIT_SCORE } from './score.ts';
import { nextAt } from './triggers/index.ts';
import type { Scene } from './triggers/trigger.ts';
import type { Because, Hidden, Wait } from './types.ts';
import { calendarDays, daysSince, wholeDays } from './view.ts';

/** When nothing is in sight, look again after so long. */
const ROUTINE = 30 * DAY;
/** Of somebody just added the first words may come any day; a month is no answer to that. */
const UNKNOWN = 3 * DAY;

const reason = (scene: Scene, desk: Desk): Because => {
  if (!scene.known) return { code: 'wait-nothing-known', values: {} };
  const { subscription, rhythm, lastOrderAt, heardAt, now } = scene;
  if (subscription.pausedAt !== null)
    return subscription.pausedUntil === null
      ? { code: 'wait-paused-open', values: {} }
      : { code: 'wait-paused', values: { untilAt: subscription.pausedUntil } };
  const [contact] = desk.proactive;
  if (contact && daysSince(scene, contact.at) < 7) {
    const values = { contactAt: contact.at, n: calendarDays(scene, contact.at) };
    return contact.by === null
      ? { code: 'wait-contacted', values }
      : { code: 'wait-contacted-by', values: { ...values, by: contact.by } };
  }
  if (rhythm !== null && lastOrderAt !== null && now <= lastOrderAt + 1.5 * rhythm)
    return { code: 'wait-in-rhythm', values: { usual: Math.round(rhythm / DAY) } };
  if (heardAt !== null) return { code: 'wait-heard', values: { n: wholeDays(scene, heardAt) } };
  return { code: 'wait-nothing', values: {} };
};

/** [D9] Doing nothing, as a suggestion like the others: why, and when to look again. */
export const waiting = (scene: Scene, desk: Desk, hidden: readonly Hidden[]): Wait => {
  let next = scene.now + (scene.known ? ROUTINE : UNKNOWN);
  const consider = (at: number | null) => {
    if (at !== null && at > scene.now && at < next) next = at;
  };
  for (const { blocked } of hidden) consider(blocked.until);
  for (const play of indexOf(desk.playbook.plays).byStage[scene.reading.stage.stage])
    for (const trigger of play.triggers) consider(nextAt(trigger, scene));
  return { score: WAIT_SCORE, because: reason(scene, desk), nextLookAt: next };
};
