import { setTimeout as sleep } from 'node:timers/promises';
import { OperatorError } from './errors.ts';
import { Overtaken } from './retry.ts';
import type { Store, Tx } from './store.ts';

/** The row of `meta` that says until when a store is closed, for all processes that share it. */
export const CLOSED = 'closed';

/** A closure that nobody renews is over after this: a restore that was killed keeps nobody out for good. */
const CLOSED_FOR_MS = 60_000;
/** Write transactions that have begun before the store was closed mostly end within this. */
const GRACE_MS = 1_000;

/** @param ms after which a closure that nobody renews is over */
const orCutOff = (ms: number): string =>
  `If it was cut off, this ends by itself within ${Math.max(1, Math.ceil(ms / 1_000))} seconds.`;

/** All data is being replaced. To be tried again in a moment. */
export class StoreClosed extends OperatorError {
  override name = 'StoreClosed';
  /** Seconds. */
  readonly retryAfter = 5;
  /** @param ms after which that is over if nobody renews it; left out where it ends with this process */
  constructor(ms?: number) {
    super(
      'A backup is being put back; nothing can be written meanwhile.',
      `Try again when that is done.${ms === undefined ? '' : ` ${orCutOff(ms)}`}`,
    );
  }
}

const alreadyClosed = (ms?: number): OperatorError =>
  new OperatorError(
    'Another backup is being put back here right now.',
    `Wait for that to end.${ms === undefined ? '' : ` ${orCutOff(ms)}`}`,
  );

/** In which history each write transaction began. */
const begun = new WeakMap<Tx, { epoch: string; forget: () => void }>();

/** The history that the counter must still be of; undefined for who replaces it. */
export const historyOf = (tx: Tx): string | undefined => begun.get(tx)?.epoch;

/** A new history has begun while this transaction ran: what it was about to write belongs to the one before. */
export const overtakenByHistory = (tx: Tx): Overtaken => {
  begun.get(tx)?.forget();
  return new Overtaken('a new history has begun');
};

/** For how many milliseconds the store is closed; 0: it is open. */
const closedFor = async (tx: Tx, now: number): Promise<number> => {
  const row = await tx.selectFrom('meta').select('value').where('key', '=', CLOSED).executeTakeFirst();
  return row ? Math.max(0, Number(row.value) - now) : 0;
};

/** Closes the store for all processes, and holds it so while `work` runs. */
const whileMarked = async <T>({ write }: Store, now: () => number, work: () => Promise<T>): Promise<T> => {
  const mark = async (tx: Tx): Promise<void> => {
    const row = { key: CLOSED, value: String(now() + CLOSED_FOR_MS) };
    await tx
      .insertInto('meta')
      .values(row)
      .onConflict((c) => c.column('key').doUpdateSet(row))
      .execute();
  };
  await write(async (tx) => {
    const ms = await closedFor(tx, now());
    if (ms > 0) throw alreadyClosed(ms);
    await mark(tx);
  });
  let renewed: Promise<void> = Promise.resolve();
  const renewing = setInterval(() => {
    renewed = renewed.then(() => write(mark)).catch(() => {});
  }, CLOSED_FOR_MS / 4).unref();
  try {
    await sleep(GRACE_MS);
    return await work();
  } finally {
    clearInterval(renewing);
    await renewed;
    await write((tx) => tx.deleteFrom('meta').where('key', '=', CLOSED).execute());
  }
};

/** A store that can be closed for everybody else while all its data is replaced. */
export type GatedStore = Store & {
  /**
   * Runs `work` with a way to write, while nobody else can: they get StoreClosed. Opens the store again however that ends.
   * Throws when it is closed already.
   */
  whileClosed: <T>(work: (write: Store['write']) => Promise<T>) => Promise<T>;
};

/**
 * Write transactions ask first whether the store is closed, and cannot commit into another history than the one they began in
 * (`takeNumber` sees to that). The history is remembered, not read each time: it is in the row that every writer waits for.
 */
export const gated = (store: Store, now: () => number): GatedStore => {
  const isShared = store.kind === 'postgres';
  let shut = false;
  let epoch: string | undefined;
  const forget = () => {
    epoch = undefined;
  };
  const through =
    (write: Store['write']): Store['write'] =>
    async (work) => {
      // Who waited in line until all is replaced would write what no longer fits.
      if (shut) throw new StoreClosed();
      return write(async (tx) => {
        const ms = isShared ? await closedFor(tx, now()) : 0;
        if (ms > 0) throw new StoreClosed(ms);
        epoch ??= (await tx.selectFrom('sync_stream').select('epoch').executeTakeFirstOrThrow()).epoch;
        begun.set(tx, { epoch, forget });
        return work(tx);
      });
    };
  return {
    ...store,
    write: through(store.write),
    writeShort: through(store.writeShort),
    whileClosed: async (work) => {
      if (shut) throw alreadyClosed();
      shut = true;
      try {
        const inside = () => work(store.write);
        return await (isShared ? whileMarked(store, now, inside) : inside());
      } finally {
        shut = false;
        forget();
      }
    },
  };
};
