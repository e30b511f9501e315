import type { MutationName } from '#lib/contract/mutations.ts';
import { customerAssign } from './customer-assign.ts';
import { customerCreate } from './customer-create.ts';
import { customerTags } from './customer-tags.ts';
import { eventRecord } from './event-record.ts';
import { eventUndo } from './event-undo.ts';
import type { Mutator } from './types.ts';

/** Every mutation, by name. A new one is a new file and one line here. */
export const mutators: { [N in MutationName]: Mutator<N> } = {
  'event.record': eventRecord,
  'event.undo': eventUndo,
  'customer.create': customerCreate,
  'customer.tags': customerTags,
  'customer.assign': customerAssign,
};
