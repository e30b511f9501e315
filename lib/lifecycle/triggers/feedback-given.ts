import type { Trigger } from '../../contract/playbook.ts';
import { DAY } from '../../contract/primitives.ts';
import { wholeDays } from '../view.ts';
import { ahead, type Scene, type TriggerRule, windowAfter } from './trigger.ts';

type Given = Extract<Trigger, { on: 'feedback-given' }>;

const newest = (
  { kinds, atLeast }: Given,
  { facts, ratings }: Scene,
): { kind: string; at: number } | null => {
  const isOne = (kind: unknown) => kinds.some((each) => each === kind);
  if (atLeast !== undefined) {
    const rating = ratings.find(({ kind }) => isOne(kind));
    return rating && rating.stars >= atLeast ? rating : null;
  }
  const stub = facts.recent.feedback.find(({ type, d }) => type === 'Feedback Given' && isOne(d.kind));
  return stub ? { kind: String(stub.d.kind), at: stub.at } : null;
};

/** [T19] Feedback of one of these kinds, or their newest rating if it is that good, lies between `from` and `to` days back. */
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
        values: { kind: given.kind, n: wholeDays(scene, given.at), givenAt: given.at },
      },
    };
  },
  next: (trigger, scene) => {
    const given = newest(trigger, scene);
    return ahead(given ? given.at + trigger.from * DAY : null, scene.now);
  },
};
