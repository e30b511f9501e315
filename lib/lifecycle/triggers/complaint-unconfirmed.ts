import { DAY } from '../../contract/primitives.ts';
import { wholeDays } from '../view.ts';
import { ahead, type Scene, type TriggerRule } from './trigger.ts';

/** How long it still makes sense to ask whether it is really solved. */
const ASKABLE_DAYS = 21;

const oldest = ({ complaints, now }: Scene) =>
  complaints.find((m) => m.state === 'settled' && now - m.changedAt <= ASKABLE_DAYS * DAY);

/** [T4] We say that it is solved; the customer has not said so yet. */
export const complaintUnconfirmed: TriggerRule<'complaint-unconfirmed'> = {
  fires: ({ afterDays }, scene) => {
    const solved = oldest(scene);
    if (!solved || scene.now < solved.changedAt + afterDays * DAY) return null;
    return {
      since: solved.changedAt + afterDays * DAY,
      until: solved.changedAt + ASKABLE_DAYS * DAY,
      ref: `${solved.ref}@${solved.changedAt}`,
      because: {
        code: 'trigger-complaint-unconfirmed',
        values: { n: wholeDays(scene, solved.changedAt), solvedAt: solved.changedAt },
      },
    };
  },
  next: ({ afterDays }, scene) => {
    const solved = oldest(scene);
    return ahead(solved ? solved.changedAt + afterDays * DAY : null, scene.now);
  },
};
