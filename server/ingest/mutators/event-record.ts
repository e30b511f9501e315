import type { SukiEvent } from '#lib/contract/events.ts';
import { isRepEvent } from '#lib/contract/rep-events.ts';
import { DEVICE_SOURCE } from '../context.ts';
import { applyEvents } from '../events.ts';
import { membersAmong } from '../members.ts';
import { atOurTime, repFault } from '../rep-rules.ts';
import { otherStage, setsStage } from '../stage-base.ts';
import { type Mutator, refuse, unknownCustomer } from './types.ts';

/** Records what a rep says happened. The name on it is the server's word, never the device's. */
export const eventRecord: Mutator<'event.record'> = async (ingest, { id, args, member, sight, correct }) => {
  const { customer } = args;
  if (!isRepEvent(args.event.type)) {
    return refuse('not-recordable', `${args.event.type} cannot be recorded by hand.`);
  }
  if (args.event.id !== id) return refuse('invalid', 'event.id: must be the id of the mutation.');
  if (args.event.subject !== customer) return refuse('invalid', 'event.subject: must be the customer.');
  const fault = repFault(args.event);
  if (fault) return refuse('invalid', `event.data.${fault.field}: ${fault.words}`);
  if (args.event.type === 'Handed Over') {
    const { to } = args.event.data;
    if (!(await membersAmong(ingest, [to])).has(to))
      return refuse('invalid', `event.data.to: Nobody here is called "${to}".`);
  }
  if (args.base !== undefined && setsStage(args.event.type)) {
    const theirs = await otherStage(ingest, { customer, base: args.base, sight });
    if (theirs) return { status: 'conflict', theirs };
  }
  const event: SukiEvent = {
    ...atOurTime(args.event, correct(args.event.at)),
    source: DEVICE_SOURCE,
    by: member.name,
  };
  const { seq, unknown } = await applyEvents(ingest, [event], { memberId: member.id, cause: id, sight });
  if (unknown.size > 0) return unknownCustomer();
  if (seq !== null) return { status: 'applied', seq };
  // The id is on file, although no result of this mutation is: it was purged, or came in by another client.
  const known = await ingest.tx
    .selectFrom('customers')
    .select('seq')
    .where('id', '=', customer)
    .executeTakeFirstOrThrow();
  return { status: 'noop', seq: known.seq };
};
