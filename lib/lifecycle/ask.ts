import type { Stub } from '../contract/facts.ts';
import { DAY } from '../contract/primitives.ts';
import type { Desk } from './desk.ts';
import type { Decision } from './types.ts';
import type { View } from './view.ts';

/** Sooner nobody can know how it went; later nobody remembers. */
const FROM = 2 * DAY;
const TO = 45 * DAY;

/** Somebody said how it went. */
const isVerdict = ({ type, d }: Stub): boolean =>
  type === 'Action Helped' ||
  type === 'Action Unanswered' ||
  type === 'Action Unhelpful' ||
  (type === 'Action Dismissed' && d.why === 'bad-idea');

/** [D15] The oldest action that was done and of which nobody has said yet how it went. */
export const toAsk = ({ facts, now }: Pick<View, 'facts' | 'now'>, desk: Desk): Decision['ask'] => {
  const { actions, done } = facts.recent;
  let oldest: Decision['ask'] = null;
  for (const { at, d, id } of done) {
    if (now - at < FROM || now - at > TO) continue;
    if (oldest !== null && oldest.doneAt <= at) continue;
    const play = desk.playOf(String(d.play));
    if (!play || play.learns === false) continue;
    if (actions.some((stub) => stub.d.play === d.play && stub.at >= at && isVerdict(stub))) continue;
    oldest = { play, doneAt: at, event: id };
  }
  return oldest;
};
