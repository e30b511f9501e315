import { sql } from 'kysely';
import { numberChange } from '../context.ts';
import { insertCustomers, newCustomer } from '../customers.ts';
import { isTimeZone } from '../time-zone.ts';
import { teamFault } from './team-fault.ts';
import { type Mutator, refuse } from './types.ts';

/** Adds a person. One address belongs to one customer, and who asked first has it. */
export const customerCreate: Mutator<'customer.create'> = async (ingest, { args, sight, correct }) => {
  const { timezone, team } = args.profile;
  if (timezone !== undefined && !isTimeZone(timezone))
    return refuse('invalid', `profile.timezone: "${timezone}" is no time zone; one is Europe/Vienna.`);
  const fault = team === undefined ? null : teamFault(team, sight);
  if (fault) return fault;
  const addresses = [...new Set(args.profile.addresses.map((address) => address.toLowerCase()))];
  const createdAt = correct(args.profile.createdAt);
  const state = newCustomer(args.customer, { ...args.profile, addresses, createdAt });
  await sql`savepoint creation`.execute(ingest.tx);
  // The number first: whoever writes addresses holds it, so two cannot wait for each other's.
  const seq = await numberChange(ingest);
  const { takenIds, takenAddresses } = await insertCustomers(ingest, [state], seq);
  const isTaken = takenIds.length + takenAddresses.length > 0;
  if (isTaken) await sql`rollback to savepoint creation`.execute(ingest.tx);
  if (takenIds.length > 0) return refuse('exists', 'There is a customer with this id already.');
  if (takenAddresses.length > 0) {
    return refuse('address-taken', 'An address of theirs belongs to another customer.');
  }
  return { status: 'applied', seq };
};
