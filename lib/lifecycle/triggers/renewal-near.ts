import { DAY } from '../../contract/primitives.ts';
import { ahead, type TriggerRule } from './trigger.ts';

/** [T13] The next renewal is at most so many days ahead. */
export const renewalNear: TriggerRule<'renewal-near'> = {
  fires: ({ days }, { subscription: { renewsAt }, now }) => {
    if (renewsAt === null || now < renewsAt - days * DAY || now > renewsAt) return null;
    return {
      since: renewsAt - days * DAY,
      until: renewsAt,
      ref: `renewal@${renewsAt}`,
      because: {
        code: 'trigger-renewal-near',
        values: { n: Math.ceil((renewsAt - now) / DAY), renewsAt },
      },
    };
  },
  next: ({ days }, { subscription: { renewsAt }, now }) =>
    ahead(renewsAt === null ? null : renewsAt - days * DAY, now),
};
