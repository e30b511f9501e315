import { DAY } from '../../contract/primitives.ts';
import { isCommercial, lately, type Proactive, within } from '../desk.ts';
import type { Because } from '../types.ts';
import { calendarDays } from '../view.ts';
import type { Guard } from './guard.ts';

const WEEK_DAYS = 7;
const MONTH_DAYS = 30;

const lastOne = ({ at, who, by }: Proactive, now: number): Because => {
  const values = { contactAt: at, n: calendarDays({ now }, at) };
  if (by !== null) return { code: 'guard-g3-person', values: { by, ...values } };
  if (who === 'automation') return { code: 'guard-g3-machine', values };
  return { code: 'guard-g3-someone', values };
};

/** [G3] So many contacts from all of us, colleagues and automations alike. Replies are exempt. */
export const g3: Guard = {
  id: 'G3',
  block: ({ play }, { policy, now }, desk) => {
    if (play.reply || play.mends) return null;
    if (isCommercial(play)) {
      const cap = policy.g3CommercialPerMonth;
      const sent = lately(desk.offers, now, MONTH_DAYS);
      if (cap === 0)
        return { guard: 'G3', until: null, because: { code: 'guard-g3-no-commercial', values: {} } };
      const oldest = sent[cap - 1];
      if (oldest !== undefined)
        return {
          guard: 'G3',
          until: oldest + MONTH_DAYS * DAY,
          because: { code: 'guard-g3-commercial', values: { n: sent.length } },
        };
    }
    const week = within(desk, now, WEEK_DAYS);
    const oldest = week[policy.g3ProactivePerWeek - 1];
    const [newest] = week;
    if (!oldest || !newest) return null;
    return { guard: 'G3', until: oldest.at + WEEK_DAYS * DAY, because: lastOne(newest, now) };
  },
};
