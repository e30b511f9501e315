import type { MutationArgs, MutationName, RefusalCode, Theirs } from '#lib/contract/mutations.ts';
import type { Member } from '#lib/contract/sync.ts';
import type { Ingest } from '../context.ts';
import type { Sight } from '../sight.ts';

export type Outcome =
  | { status: 'applied'; seq: number }
  /** It was so already; `seq` is the customer's number. */
  | { status: 'noop'; seq: number }
  | { status: 'rejected'; code: RefusalCode; message: string }
  /** A colleague has set something else meanwhile ([S17]). */
  | { status: 'conflict'; theirs: Theirs };

export type Call<N extends MutationName> = {
  id: string;
  args: MutationArgs<N>;
  member: Member;
  /** Customers out of it do not exist for them. */
  sight: Sight;
  /** Corrects an instant of the device's clock. */
  correct: (at: number) => number;
};

/** Decides first and writes then. One that learns by writing that it has to refuse takes that back by a savepoint of its own. */
export type Mutator<N extends MutationName> = (ingest: Ingest, call: Call<N>) => Promise<Outcome>;

export const unknownCustomer = (): Outcome => refuse('unknown-customer', 'There is no such customer.');

export const refuse = (code: RefusalCode, message: string): Outcome => ({
  status: 'rejected',
  code,
  message,
});
