import { numberChange } from '../context.ts';
import { holdInSight, saveCustomers } from '../customers.ts';
import { type Mutator, refuse, unknownCustomer } from './types.ts';

const MOST = 50;

/** Adds and removes tags. What others have changed meanwhile stays: each tag is a word of its own. */
export const customerTags: Mutator<'customer.tags'> = async (ingest, { args, sight }) => {
  const state = (await holdInSight(ingest, [args.customer], sight)).get(args.customer);
  if (!state) return unknownCustomer();
  const { tags: before = [], ...rest } = state.profile;
  const removed = new Set(args.remove);
  const tags = [...new Set([...before.filter((tag) => !removed.has(tag)), ...args.add])];
  if (tags.length > MOST) return refuse('too-many', `A customer has at most ${MOST} tags.`);
  const isSame = tags.length === before.length && tags.every((tag) => before.includes(tag));
  if (isSame) return { status: 'noop', seq: state.seq };
  state.profile = tags.length > 0 ? { ...rest, tags } : rest;
  const seq = await numberChange(ingest);
  await saveCustomers(ingest, [state], seq);
  return { status: 'applied', seq };
};
