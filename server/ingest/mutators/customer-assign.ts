import type { Profile } from '#lib/contract/customer.ts';
import type { Assignment } from '#lib/contract/mutations.ts';
import type { Tx } from '../../store/store.ts';
import { numberChange } from '../context.ts';
import { holdInSight, saveCustomers } from '../customers.ts';
import { teamFault } from './team-fault.ts';
import { type Mutator, refuse, unknownCustomer } from './types.ts';

const nameOf = async (tx: Tx, member: string): Promise<string | undefined> => {
  const row = await tx.selectFrom('members').select('name').where('id', '=', member).executeTakeFirst();
  return row?.name;
};

const isSame = (a: Assignment, b: Assignment): boolean => a.owner === b.owner && a.team === b.team;

const assigned = ({ owner: _, team: __, ...profile }: Profile, { owner, team }: Assignment): Profile => ({
  ...profile,
  ...(owner !== null && { owner }),
  ...(team !== null && { team }),
});

/** Gives a customer to a colleague and a team, unless somebody else has given them to another meanwhile. */
export const customerAssign: Mutator<'customer.assign'> = async (ingest, { args, sight }) => {
  const { to, base } = args;
  const state = (await holdInSight(ingest, [args.customer], sight)).get(args.customer);
  if (!state) return unknownCustomer();
  const { owner = null, team = null } = state.profile;
  const now: Assignment = { owner, team };
  if (isSame(now, to)) return { status: 'noop', seq: state.seq };
  if (!isSame(now, base)) {
    const ownerName = owner === null ? undefined : await nameOf(ingest.tx, owner);
    const theirs = { what: 'assignment' as const, base: now, ...(ownerName !== undefined && { ownerName }) };
    return { status: 'conflict', theirs };
  }
  if (to.owner !== null && to.owner !== owner && (await nameOf(ingest.tx, to.owner)) === undefined)
    return refuse('unknown-member', 'There is no such colleague.');
  const fault = to.team === null || to.team === team ? null : teamFault(to.team, sight);
  if (fault) return fault;
  state.profile = assigned(state.profile, to);
  const seq = await numberChange(ingest);
  await saveCustomers(ingest, [state], seq);
  return { status: 'applied', seq };
};
