import type { MutationArgs, MutationName, RefusalCode } from '#lib/contract/mutations.ts';
import type { Member } from '#lib/contract/sync.ts';
import type { Ingest } from '../context.ts';

export type Outcome =
  | { status: 'applied'; seq: number }
  /** It was so already; `seq` is the customer's number. */
  | { status: 'noop'; seq: number }
  | { status: 'rejected'; code: RefusalCode; message: string };

export type Call<N extends MutationName> = {
  id: string;
  args: MutationArgs<N>;
  member: Member;
  /** Corrects an instant of the device's clock. */
  correct: (at: number) => number;
};

/** Runs in a savepoint: a refusal takes back all that it wrote. */
export type Mutator<N extends MutationName> = (ingest: Ingest, call: Call<N>) => Promise<Outcome>;

export const refuse = (code: RefusalCode, message: string): Outcome => ({
  status: 'rejected',
  code,
  message,
});
