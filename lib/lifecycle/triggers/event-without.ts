import type { Trigger } from '../../contract/playbook.ts';
import { DAY } from '../../contract/primitives.ts';
import { happenedAt, lastNamed, wholeDays } from '../view.ts';
import { ahead, type Scene, slug, type TriggerRule, windowAfter } from './trigger.ts';

/** The newest event of the kind, unless one of the others came after it. */
const unanswered = (
  { event, unless }: Extract<Trigger, { on: 'event-without' }>,
  scene: Scene,
): number | null => {
  const at = lastNamed(scene, event);
  if (at === null) return null;
  return unless.some((other) => (happenedAt(scene, other) ?? 0) > at) ? null : at;
};

/** [T2] Something happened, and what should have followed did not. */
export const eventWithout: TriggerRule<'event-without'> = {
  fires: (trigger, scene) => {
    const at = unanswered(trigger, scene);
    const window = at === null ? null : windowAfter(at, trigger.from * DAY, trigger.to * DAY, scene.now);
    if (at === null || !window) return null;
    const { event } = trigger;
    return {
      ...window,
      ref: `${event}@${at}`,
      because: {
        code: 'trigger-event-without',
        values: { event, what: slug(event), n: wholeDays(scene, at), eventAt: at },
      },
    };
  },
  next: (trigger, scene) => {
    const at = unanswered(trigger, scene);
    return ahead(at === null ? null : at + trigger.from * DAY, scene.now);
  },
};
