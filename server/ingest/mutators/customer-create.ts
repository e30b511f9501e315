import { takeNumber } from '../../store/workspace.ts';
import { insertCustomers } from '../customers.ts';
import { noFacts } from '../lifecycle.ts';
import { isTimeZone } from '../time-zone.ts';
import { type Mutator, refuse } from './types.ts';

/** Adds a person. One address belongs to one customer, and who asked first has it. */
export const customerCreate: Mutator<'customer.create'> = async (ingest, { args, correct }) => {
  const { timezone } = args.profile;
  if (timezone !== undefined && !isTimeZone(timezone))
    return refuse('invalid', `profile.timezone: "${timezone}" is no time zone; one is Europe/Vienna.`);
  const addresses = [...new Set(args.profile.addresses.map((address) => address.toLowerCase()))];
  const state = {
    id: args.customer,
    seq: 0,
    profile: { ...args.profile, addresses, createdAt: correct(args.profile.createdAt) },
    facts: noFacts(),
    timeline: [],
    events: 0,
  };
  // The number first: whoever writes addresses holds it, so two cannot wait for each other's.
  const seq = await takeNumber(ingest.tx);
  const { takenIds, takenAddresses } = await insertCustomers(ingest, [state], seq);
  if (takenIds.length > 0) return refuse('exists', 'There is a customer with this id already.');
  if (takenAddresses.length > 0) {
    return refuse('address-taken', 'An address of theirs belongs to another customer.');
  }
  return { status: 'applied', seq };
};
