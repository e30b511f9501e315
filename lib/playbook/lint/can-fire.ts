import type { Trigger } from '../../contract/playbook.ts';
import { each } from './rule.ts';

/** First and last day of a trigger's window; null: it has none. */
const windowOf = (trigger: Trigger): readonly [number, number] | null => {
  if (trigger.on === 'quiet') return [trigger.days, trigger.maxDays ?? Infinity];
  if ('fromDays' in trigger) return [trigger.fromDays, trigger.toDays];
  if ('from' in trigger) return [trigger.from, trigger.to];
  return null;
};

/** Each trigger of a play can come true for somebody. */
export const canFire = each((play) => {
  const found = play.triggers.flatMap((trigger, i) => {
    const window = windowOf(trigger);
    const faults = [];
    if (window && window[0] >= window[1])
      faults.push({
        path: `triggers.${i}`,
        message: 'This window ends before it begins, so the play can never fire.',
        mend: 'Make the second number larger than the first.',
      });
    if (trigger.on === 'meddic') {
      const torn = (trigger.has ?? []).filter((item) => trigger.lacks?.includes(item));
      if (torn.length > 0)
        faults.push({
          path: `triggers.${i}`,
          message: `It waits for "${torn.join(', ')}" to be known and unknown at once, so it can never fire.`,
          mend: 'Take it out of one of the two lists.',
        });
    }
    return faults;
  });
  if (play.only?.includes('repeat') && play.only.includes('never-bought'))
    found.push({
      path: 'only',
      message: 'It is only for those who came back and only for those who never bought: that is nobody.',
      mend: 'Choose one of the two.',
    });
  return found;
});
