import type { EventType } from '#lib/contract/events.ts';
import type { Theirs } from '#lib/contract/mutations.ts';
import type { Ingest } from './context.ts';
import { type CustomerState, holdInSight } from './customers.ts';
import { bringUpToDate } from './events.ts';
import { liftOf, mark, type Override, overrideOf } from './lifecycle.ts';
import type { Sight } from './sight.ts';

/** Events that put one stage by hand in the place of another, or of what the rules say. */
export const setsStage = (type: EventType): boolean =>
  type === 'Stage Overridden' || type === 'Stage Override Lifted';

/** The event of the stage that is in force. The facts have a mark of its id; on file is the whole of it, and who it was. */
const eventOf = async ({ tx }: Ingest, customer: string, override: Override) => {
  const rows = await tx
    .selectFrom('events')
    .select(['id', 'by_name'])
    .where('customer_id', '=', customer)
    .where('at', '=', override.at)
    .where('type', '=', 'Stage Overridden')
    .execute();
  return rows.find(({ id }) => mark(id) === override.mark);
};

const inForce = async (ingest: Ingest, state: CustomerState): Promise<Theirs & { what: 'stage' }> => {
  const override = overrideOf(state, ingest.now);
  if (override) {
    const event = await eventOf(ingest, state.id, override);
    const by = event?.by_name;
    const { to, at } = override;
    return { what: 'stage', base: event?.id ?? override.mark, to, at, ...(by && { by: by.slice(0, 120) }) };
  }
  const lift = liftOf(state);
  const { at, by } = lift ?? {};
  return { what: 'stage', base: null, to: null, ...(at !== undefined && { at }), ...(by && { by }) };
};

/**
 * [S17] What is in force if it is not what the rep saw. `base` is the id of its event, or the mark of that: older events than a
 * record brings are known to a device by their mark alone. Null: it is the same, or there is no such customer.
 */
export const otherStage = async (
  ingest: Ingest,
  { customer, base, sight }: { customer: string; base: string | null; sight: Sight },
): Promise<Theirs | null> => {
  const states = await holdInSight(ingest, [customer], sight);
  await bringUpToDate(ingest, states.values());
  const state = states.get(customer);
  if (!state) return null;
  const theirs = await inForce(ingest, state);
  const isSame = theirs.base === base || (theirs.base !== null && mark(theirs.base) === base);
  return isSame ? null : theirs;
};
