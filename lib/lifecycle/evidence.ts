import type { EventType } from '../contract/events.ts';
import type { OpenFacts } from '../contract/facts.ts';
import type { BecauseCode } from './because.ts';
import type { Because } from './types.ts';
import { lastAt } from './view.ts';

/** The events that the reasons for a stage rest on. Silence and health rest on what did not happen, so they name the last. */
const behind: Partial<Record<BecauseCode, readonly EventType[]>> = {
  'stage-asked': ['Question Asked'],
  'stage-wants-demo': ['Demo Requested'],
  'stage-trial': ['Trial Started'],
  'stage-downloaded': ['Content Downloaded'],
  'stage-read-pricing': ['Page Viewed'],
  'stage-read-article': ['Page Viewed'],
  'stage-checkout': ['Checkout Started'],
  'stage-checkout-left': ['Checkout Started'],
  'stage-proposal': ['Proposal Sent'],
  'stage-trial-ending': ['Trial Started'],
  'stage-first-order': ['Order Completed'],
  'stage-subscribed': ['Subscription Started'],
  'stage-came-back': ['Order Completed', 'Subscription Started', 'Subscription Resumed'],
  'stage-repeat-orders': ['Order Completed'],
  'stage-renewed': ['Subscription Renewed'],
  'stage-tenure': ['Order Completed', 'Subscription Started'],
  'stage-reviewed': ['Product Reviewed'],
  'stage-referred': ['Referral Accepted'],
  'stage-shared': ['Product Shared'],
  'stage-cancelled': ['Subscription Cancelled'],
  'stage-trial-after-cancel': ['Subscription Cancelled', 'Trial Started'],
  'stage-one-order-quiet': ['Order Completed'],
  'stage-few-orders-quiet': ['Order Completed'],
  'stage-back-not-yet': ['Order Completed'],
  'stage-by-hand': ['Stage Overridden'],
};

/** When it was, where the reason itself says so; days to come are no facts. */
const told = ({
  values: { actAt, readAt, startedAt, sentAt, orderAt, cancelledAt },
}: Because): number | null => {
  const at = actAt ?? readAt ?? startedAt ?? sentAt ?? orderAt ?? cancelledAt;
  return typeof at === 'number' ? at : null;
};

/** Of orders the facts know several: what came after the change is no reason for it. */
const orderBy = ({ recent }: OpenFacts, type: EventType, since: number): number | null =>
  recent.orders.find((stub) => stub.type === type && stub.at <= since)?.at ?? null;

/**
 * [ST9] The facts behind a reason for a stage that began at `since`, as `Order Completed@1690000000000`: what happened, and when
 * it last did by then, as far as the facts know.
 */
export const evidence = (reason: Because, facts: OpenFacts, since: number): string[] => {
  const types = behind[reason.code] ?? [];
  return types.flatMap((type) => {
    const said = types.length === 1 ? told(reason) : null;
    const at = said ?? orderBy(facts, type, since) ?? lastAt({ facts }, type);
    return at === null ? [] : [`${type}@${at}`];
  });
};
