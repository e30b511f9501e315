import type { StageNumbers } from '../contract/stage-book.ts';

/** [ST11] A way from one stage to the next is open when the numbers of both its ends are met; an absent one closes it. */
const both = (leave: number | undefined, enter: number | undefined): number =>
  leave === undefined || enter === undefined ? Infinity : Math.max(leave, enter);

/** The numbers of the ways that two stages share. Infinity: that way is switched off. */
export const questions = ({ discover, educate }: StageNumbers): number =>
  both(discover.leave.questions, educate.enter.questions);

/** Days after which a silent lead is back at the beginning. */
export const leadSilence = ({ discover, educate }: StageNumbers): number =>
  both(educate.leave.silentDays, discover.enter.silentDays);

/** How much of a trial has to be over, 0..100. */
export const trialPercent = ({ educate, purchase }: StageNumbers): number =>
  both(educate.leave.trialPercent, purchase.enter.trialPercent);

export const firstOrders = ({ purchase, engage }: StageNumbers): number =>
  both(purchase.leave.orders, engage.enter.orders);

/** What makes a regular. Health is a condition and no way: absent on both sides, it is not asked for. */
export const regular = ({ engage: { leave }, retain: { enter } }: StageNumbers) => ({
  orders: both(leave.orders, enter.orders),
  renewals: both(leave.renewals, enter.renewals),
  tenureDays: both(leave.tenureDays, enter.tenureDays),
  health: Math.max(leave.health ?? 0, enter.health ?? 0),
});
