import type { Trigger } from '../../contract/playbook.ts';
import { DAY } from '../../contract/primitives.ts';
import { wholeDays } from '../view.ts';
import { ahead, type Scene, type TriggerRule, windowAfter } from './trigger.ts';

const newest = ({ kinds }: Extract<Trigger, { on: 'feedback-given' }>, { facts }: Scene) =>
  facts.recent.feedback.find(
    ({ type, d }) => type === 'Feedback Given' && kinds.some((kind) => kind === d.kind),
  );

/** [T19] Feedback of one of these kinds lies between `from` and `to` days back. */
export const feedbackGiven: TriggerRule<'feedback-given'> = {
  fires: (trigger, scene) => {
    const given = newest(trigger, scene);
    const window = given && windowAfter(given.at, trigger.from * DAY, trigger.to * DAY, scene.now);
    if (!given || !window) return null;
    return {
      ...window,
      ref: `feedback@${given.at}`,
      because: {
        code: 'trigger-feedback-given',
        values: { kind: String(given.d.kind), n: wholeDays(scene, given.at), givenAt: given.at },
      },
    };
  },
  next: (trigger, scene) => {
    const given = newest(trigger, scene);
    return ahead(given ? given.at + trigger.from * DAY : null, scene.now);
  },
};
