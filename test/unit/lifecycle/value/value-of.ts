import type { SukiEvent } from '#lib/contract/events.ts';
import type { ValueModel } from '#lib/contract/value.ts';
import { tallyOf } from '#lib/lifecycle/packed.ts';
import { CDNOW } from '#lib/lifecycle/value/bg-nbd.ts';
import { historyOf } from '#lib/lifecycle/value/history.ts';
import type { Valued } from '#lib/lifecycle/value/read-value.ts';
import { NOW, person } from '../people.ts';

/** The published estimates as a workspace's own, in dollars; what a test adds goes on top. */
export const published: ValueModel = {
  fittedAt: NOW,
  customers: 2_357,
  repeaters: 946,
  quality: 'good',
  bgnbd: CDNOW,
  spend: { USD: { p: 6.25, q: 3.74, v: 15.44, n: 946 } },
  worth: {},
  rfm: null,
};

/** What the value of a person with these events is read from. */
export const valued = (events: SukiEvent[], model: ValueModel | null = null, now = NOW): Valued => {
  const { facts } = person(events);
  const history = historyOf(tallyOf(facts, 'Order Completed'), tallyOf(facts, 'Order Cancelled'), now);
  return { facts, now, model, history, orders: history ? history.x + 1 : 0 };
};
