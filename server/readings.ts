import type { AuditAction, AuditWhat } from '#lib/contract/team.ts';
import { type Actor, audit } from './audit.ts';
import type { Session } from './auth/sessions.ts';
import { chunks, locking } from './ingest/context.ts';
import type { Store, Tx } from './store/store.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;
/** Rows of one transaction, so that nobody waits long for it. */
const AT_ONCE = 100;

/** One customer, looked at. */
type Look = Extract<AuditAction, 'found' | 'customer-read' | 'history-read'>;
type Reading = { id: string; at: number; by: Actor; action: Look | 'read'; customer?: string; n: number };

/**
 * Counts what devices read and writes it to the audit trail each minute, so that reading stays reading: what a device was sent
 * in an hour is one entry, and so is one customer that it looked at in an hour. A server that is killed loses a minute of it.
 */
export type Readings = {
  /** A page of customers was sent. None is nothing to note. */
  sent: (session: Session, customers: number) => void;
  /** One customer was looked up, opened, or asked for older history of. */
  looked: (session: Session, action: Look, customer: string) => void;
  /** Writes what is counted. What cannot be written stays counted. */
  flush: () => Promise<void>;
  /** Ends the counting with a last flush. */
  close: () => Promise<void>;
};

const detailOf = ({ action }: Reading, n: number): AuditWhat =>
  action === 'read' ? { action, detail: { customers: n } } : { action, detail: { times: n } };

/** Adds to the entry of that id, which another process may be adding to as well. */
const add = async (tx: Tx, kind: Store['kind'], reading: Reading): Promise<void> => {
  const { id, at, by, customer } = reading;
  await audit(tx, { id, at, by, customer, ...detailOf(reading, 0) });
  const query = tx.selectFrom('audit').select('detail').where('id', '=', id);
  const before = await locking(kind, query).executeTakeFirstOrThrow();
  const n = Object.values<number>(JSON.parse(before.detail))[0] ?? 0;
  const { detail } = detailOf(reading, n + reading.n);
  await tx
    .updateTable('audit')
    .set({ detail: JSON.stringify(detail) })
    .where('id', '=', id)
    .execute();
};

/** @param onError told when a flush failed; it is tried again with the next */
export const createReadings = (deps: {
  store: Store;
  now: () => number;
  onError: (error: unknown) => void;
}): Readings => {
  let counted = new Map<string, Reading>();
  const count = ({ device, member }: Session, action: Reading['action'], n: number, customer?: string) => {
    if (n === 0) return;
    const at = Math.floor(deps.now() / HOUR) * HOUR;
    const id = [action, device, at, ...(customer === undefined ? [] : [customer])].join(':');
    const known = counted.get(id);
    if (known) known.n += n;
    else
      counted.set(id, {
        ...{ id, at, action, n, by: { member: member.id, device } },
        ...(customer !== undefined && { customer }),
      });
  };
  const write = async (): Promise<void> => {
    const taken = counted;
    counted = new Map();
    // In one order everywhere, so that two processes never wait for each other.
    const readings = [...taken.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    for (const some of chunks(readings, AT_ONCE)) {
      try {
        await deps.store.write(async (tx) => {
          for (const reading of some) await add(tx, deps.store.kind, reading);
        });
      } catch (error) {
        deps.onError(error);
        for (const reading of some) {
          const since = counted.get(reading.id);
          counted.set(reading.id, { ...reading, n: reading.n + (since?.n ?? 0) });
        }
      }
    }
  };
  let writing = Promise.resolve();
  const flush = () => {
    writing = writing.then(write);
    return writing;
  };
  const timer = setInterval(() => void flush(), MINUTE);
  timer.unref();
  return {
    sent: (session, customers) => count(session, 'read', customers),
    looked: (session, action, customer) => count(session, action, 1, customer),
    flush,
    close: () => {
      clearInterval(timer);
      return flush();
    },
  };
};
