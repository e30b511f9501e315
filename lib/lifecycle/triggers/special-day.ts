import type { Trigger } from '../../contract/playbook.ts';
import { civilOf, dayInYear } from '../calendar.ts';
import { localDay, startOfDay, zoneOf } from '../clock.ts';
import { ahead, type Scene, slug, type TriggerRule } from './trigger.ts';

type Special = Extract<Trigger, { on: 'special-day' }>;
type Occasion = { day: number; today: number; zone: string; years: number };

/** Day and month, and the year in which it began if it has one. */
const dated = ({ day }: Special, scene: Scene, zone: string) => {
  if (day !== 'anniversary') {
    const told = scene.days.find((each) => each.day === day);
    return told ? { month: told.month, date: told.date, began: null } : null;
  }
  const starts = [scene.firstOrderAt, scene.subscription.startedAt].filter((at) => at !== null);
  if (starts.length === 0) return null;
  const { year, month, date } = civilOf(localDay(zone, Math.min(...starts)));
  return { month, date, began: year };
};

/** The occasion whose days are not over yet, by their own clock where we know it. */
const occasion = (trigger: Special, scene: Scene): Occasion | null => {
  if (trigger.day !== 'anniversary' && scene.days.length === 0) return null;
  const zone = zoneOf(scene) ?? 'UTC';
  const found = dated(trigger, scene, zone);
  if (!found) return null;
  const today = localDay(zone, scene.now);
  const { year } = civilOf(today);
  for (const each of [year - 1, year, year + 1, year + 2]) {
    const years = found.began === null ? 0 : each - found.began;
    const day = dayInYear(each, found.month, found.date);
    if (today > day + trigger.after || (found.began !== null && years < 1)) continue;
    return { day, today, zone, years };
  }
  return null;
};

/** [T32] A day that they told us with their consent, or that of their beginning with us: from `before` to `after` days. */
export const specialDay: TriggerRule<'special-day'> = {
  fires: (trigger, scene) => {
    const found = occasion(trigger, scene);
    if (!found || found.today < found.day - trigger.before) return null;
    const n = found.day - found.today;
    const values = { day: slug(trigger.day), n: Math.abs(n), years: found.years };
    return {
      since: startOfDay(found.zone, found.day - trigger.before),
      until: startOfDay(found.zone, found.day + trigger.after + 1),
      ref: `${trigger.day}@${found.day}`,
      because: { code: n < 0 ? 'trigger-special-day-past' : 'trigger-special-day', values },
    };
  },
  next: (trigger, scene) => {
    const found = occasion(trigger, scene);
    if (!found) return null;
    return ahead(startOfDay(found.zone, found.day - trigger.before), scene.now);
  },
};
