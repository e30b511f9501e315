import { DEVICE_SOURCE, numberChange } from '../context.ts';
import { holdInSight, saveCustomers } from '../customers.ts';
import { refold } from '../events.ts';
import { STAGE_SOURCE, stageEventId } from '../lifecycle.ts';
import { forgetAnswer, publishOutcomes } from '../outcomes.ts';
import { type Mutator, refuse, unknownCustomer } from './types.ts';

const MAY_UNDO_OTHERS = new Set(['admin', 'founder']);

/** Takes back what a rep recorded, as if it had never been: the customer is folded anew from what is left. */
export const eventUndo: Mutator<'event.undo'> = async (ingest, { id, args, member, sight }) => {
  const state = (await holdInSight(ingest, [args.customer], sight)).get(args.customer);
  if (!state) return unknownCustomer();
  const event = await ingest.tx
    .selectFrom('events')
    .select('member_id')
    .where('source', '=', DEVICE_SOURCE)
    .where('id', '=', args.event)
    .where('customer_id', '=', args.customer)
    .executeTakeFirst();
  if (!event) return refuse('unknown-event', 'No rep recorded this, or it was undone before.');
  if (event.member_id !== member.id && !MAY_UNDO_OTHERS.has(member.role)) {
    return refuse('not-yours', 'Only who recorded it, a founder or an admin can undo it.');
  }
  await ingest.tx
    .deleteFrom('events')
    .where('source', '=', DEVICE_SOURCE)
    .where('id', '=', args.event)
    .execute();
  // The stage that it brought about was never reached either.
  await ingest.tx
    .deleteFrom('events')
    .where('source', '=', STAGE_SOURCE)
    .where('id', '=', stageEventId(args.event, args.customer))
    .execute();
  const isAnswer = await forgetAnswer(ingest, { source: DEVICE_SOURCE, id: args.event });
  await refold(ingest, state, id);
  const seq = await numberChange(ingest);
  await saveCustomers(ingest, [state], seq);
  if (isAnswer) await publishOutcomes(ingest.tx, seq);
  return { status: 'applied', seq };
};
