import type { Play } from '../../contract/playbook.ts';
import { DAY } from '../../contract/primitives.ts';
import { isCommercial } from '../desk.ts';
import type { Guard } from './guard.ts';

/** While a complaint is open: what mends it, and answers that they wait for. */
const isHelp = (play: Play): boolean =>
  play.mends === true || (play.kind === 'answer' && play.reply === true);

const isAsk = (play: Play): boolean =>
  isCommercial(play) || play.kind === 'feedback' || play.purpose === 'feedback';

/** [G2] A complaint is open, or we call it solved and they have not: first mend, ask nothing. */
export const g2: Guard = {
  id: 'G2',
  block: ({ play }, scene) => {
    const n = scene.policy.g2QuietDaysAfterComplaint;
    if (scene.openComplaint)
      return isHelp(play)
        ? null
        : { guard: 'G2', until: null, because: { code: 'guard-g2-open', values: { n } } };
    if (play.mends || !isAsk(play)) return null;
    let until = 0;
    for (const m of scene.complaints)
      if (m.state === 'settled') until = Math.max(until, m.changedAt + n * DAY);
    return scene.now < until
      ? { guard: 'G2', until, because: { code: 'guard-g2-unconfirmed', values: { n } } }
      : null;
  },
};
