import { DAY } from '../../contract/primitives.ts';
import { indexOf } from '../play-index.ts';
import { ahead, type Scene, type TriggerRule } from './trigger.ts';

const MINUTE = 60_000;

/** A thank-you, by whomever, or any word from a person. News that happened to go out are neither. */
const isThanked = ({ contacts, playbook, lastOrderAt }: Scene): boolean =>
  contacts.some(
    ({ at, who, why, play }) =>
      at >= (lastOrderAt ?? 0) &&
      (who !== 'automation' ||
        why === 'thanks' ||
        (play !== null && indexOf(playbook.plays).byId.get(play)?.purpose === 'thanks')),
  );

/** [T34] An order was not thanked for within so many minutes. */
export const thanksMissing: TriggerRule<'thanks-missing'> = {
  fires: ({ afterMinutes, withinDays }, scene) => {
    const { lastOrderAt, now } = scene;
    if (lastOrderAt === null) return null;
    const since = lastOrderAt + afterMinutes * MINUTE;
    const until = lastOrderAt + withinDays * DAY;
    if (now < since || now > until || isThanked(scene)) return null;
    return {
      since,
      until,
      ref: `order@${lastOrderAt}`,
      because: {
        code: 'trigger-thanks-missing',
        values: { n: Math.floor((now - lastOrderAt) / MINUTE), orderAt: lastOrderAt },
      },
    };
  },
  next: ({ afterMinutes }, scene) =>
    scene.lastOrderAt === null || isThanked(scene)
      ? null
      : ahead(scene.lastOrderAt + afterMinutes * MINUTE, scene.now),
};
