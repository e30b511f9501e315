import { wholeDays } from '../view.ts';
import type { TriggerRule } from './trigger.ts';

/** What a list offers for anything that it does not name: no sentence is clearer for saying it. */
const CATCH_ALL = /^(something else|other|misc|miscellaneous)$/i;

/** [T3] A complaint is open; the oldest one speaks. */
export const complaintOpen: TriggerRule<'complaint-open'> = {
  fires: (_, scene) => {
    const open = scene.openComplaint;
    if (!open) return null;
    const values = { n: wholeDays(scene, open.openedAt), openedAt: open.openedAt };
    return {
      since: open.openedAt,
      // Raised again is another reason than raised once.
      ref: open.reopened > 0 ? `${open.ref}+${open.reopened}` : open.ref,
      because:
        open.about === null || CATCH_ALL.test(open.about.trim())
          ? { code: 'trigger-complaint-open', values }
          : { code: 'trigger-complaint-open-about', values: { ...values, about: open.about } },
    };
  },
  next: () => null,
};
