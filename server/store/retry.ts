const TRIES = 6;

/** Serialization failure, deadlock, lock not available; lost or refused connections; too many of them. */
const TRANSIENT_SQLSTATES = new Set(['40001', '40P01', '55P03', '57P01', '57P02', '57P03', '53300']);
const TRANSIENT_SYSTEM = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ECONNREFUSED']);
/** SQLITE_BUSY and SQLITE_LOCKED, in the low byte of the extended code. */
const TRANSIENT_SQLITE = new Set([5, 6]);

const field = (error: unknown, name: string): unknown =>
  typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;

/** True when doing the same again may succeed. Class 08 of SQLSTATE is "connection exception". */
export const isTransient = (error: unknown): boolean => {
  const code = field(error, 'code');
  const errcode = field(error, 'errcode');
  if (typeof errcode === 'number') return TRANSIENT_SQLITE.has(errcode & 0xff);
  if (typeof code === 'string') {
    if (TRANSIENT_SQLSTATES.has(code) || TRANSIENT_SYSTEM.has(code)) return true;
    if (/^08\d{3}$/.test(code)) return true;
  }
  // pg gives no code when the server goes away in the middle of a query.
  return error instanceof Error && error.message.startsWith('Connection terminated');
};

/** Another transaction wrote what this one was about to write: look again, from the start. */
export class Overtaken extends Error {
  override name = 'Overtaken';
  readonly code = '40001';
}

export type RetryDeps = {
  /** 0 <= x < 1, for jitter. */
  random: () => number;
  sleep: (ms: number) => Promise<void>;
};

/** Runs `work` up to six times while its failures are transient, waiting a random part of 10 ms · 2^try. */
export const withRetry = async <T>(deps: RetryDeps, work: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= TRIES || !isTransient(error)) throw error;
      await deps.sleep(deps.random() * 10 * 2 ** attempt);
    }
  }
};
