import { DAY } from '../../contract/primitives.ts';
import { wholeDays } from '../view.ts';
import type { TriggerRule } from './trigger.ts';

/** [T21] They asked about this topic, at most so many days after their newest order. */
export const topicAsked: TriggerRule<'topic-asked'> = {
  fires: ({ topic, orderWithinDays }, scene) => {
    const { lastOrderAt, now } = scene;
    if (lastOrderAt === null) return null;
    const found = scene.questions.findLast(
      (m) =>
        m.topic === topic &&
        m.openedAt >= lastOrderAt &&
        m.openedAt <= lastOrderAt + orderWithinDays * DAY &&
        now <= m.openedAt + orderWithinDays * DAY,
    );
    if (!found) return null;
    return {
      since: found.openedAt,
      until: found.openedAt + orderWithinDays * DAY,
      ref: `${found.ref}@${found.openedAt}`,
      because: {
        code: 'trigger-topic-asked',
        values: {
          topic,
          n: wholeDays(scene, found.openedAt),
          days: Math.floor((found.openedAt - lastOrderAt) / DAY),
        },
      },
    };
  },
  next: () => null,
};
