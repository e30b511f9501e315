import { describe, expect, it } from 'vitest';
import { clientId, meetServer, parkAll, renumber } from '#lib/cache/client.ts';
import { discardParked, enqueue, nextBatch, RING_MS, retryParked, settle, trim } from '#lib/cache/outbox.ts';
import type { Unnumbered } from '#lib/cache/overlay.ts';
import { recover } from '#lib/cache/recover.ts';
import type { Theirs } from '#lib/contract/mutations.ts';
import { makeOutbox, memoryMirror } from './deps.ts';

type Made = ReturnType<typeof makeOutbox>;
const undo = ({ deps }: Made, event = 'e1') =>
  enqueue(deps, 'event.undo', 'ana', () => ({ customer: 'ana', event }));
const meet = (made: Made, epoch: string, account = 'shop mia') =>
  meetServer(made.deps, { epoch, account, forgot: false, foreign: false });
const queued = ({ deps }: Made) => nextBatch(deps, 100, 1_000_000);

describe('the outbox', () => {
  it('numbers clicks in the order they were made, without a gap', async () => {
    const made = makeOutbox();
    for (let i = 0; i < 5; i++) await undo(made, `e${i}`);
    expect((await queued(made)).map((row) => row.mid)).toEqual([1, 2, 3, 4, 5]);
  });

  it('gives clicks that are made at once different numbers', async () => {
    const made = makeOutbox();
    await Promise.all(Array.from({ length: 20 }, (_, i) => undo(made, `e${i}`)));
    const mids = (await queued(made)).map((row) => row.mid);
    expect(mids).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
  });

  it('sends the same bytes at every try', async () => {
    const made = makeOutbox();
    await undo(made);
    const first = await queued(made);
    made.clock.now += 60_000;
    expect(await queued(made)).toEqual(first);
  });

  it('keeps a batch under its size, and sends one that is larger alone', async () => {
    const made = makeOutbox();
    for (let i = 0; i < 4; i++) await undo(made, `e${i}`);
    const [row] = await queued(made);
    const size = (row?.body.length ?? 0) + 32;
    expect(await nextBatch(made.deps, 100, size * 2 + 1)).toHaveLength(2);
    expect(await nextBatch(made.deps, 100, 1)).toHaveLength(1);
  });

  it('takes what was applied out of the queue, and parks what was refused with its reason', async () => {
    const made = makeOutbox();
    const a = await undo(made, 'a');
    const b = await undo(made, 'b');
    await settle(made.deps, [
      { status: 'applied', mid: 1, id: a, seq: '7' },
      { status: 'rejected', mid: 2, id: b, code: 'unknown-event', message: 'no event b' },
    ]);
    expect(await queued(made)).toEqual([]);
    expect(await made.deps.db.mutations.get(a)).toMatchObject({ state: 'acked', seq: '7' });
    expect(await made.deps.db.mutations.get(b)).toMatchObject({ state: 'parked', code: 'unknown-event' });
    expect([...made.deps.mirror.rows.keys()]).toEqual([b]);
  });

  it('queues a parked click again under a new id, everywhere in its arguments', async () => {
    const made = makeOutbox();
    const id = await enqueue(made.deps, 'event.record', 'ana', (own, at) => ({
      customer: 'ana',
      event: { id: own, source: 'suki:panel', subject: 'ana', at, type: 'Unsubscribed', data: {} },
    }));
    await settle(made.deps, [{ status: 'rejected', mid: 1, id, code: 'unknown-customer', message: '' }]);
    await retryParked(made.deps, id);
    const [row] = await queued(made);
    const body = JSON.parse(row?.body ?? '{}') as { id: string; args: { event: { id: string } } };
    expect(row?.id).not.toBe(id);
    expect(body.id).toBe(row?.id);
    expect(body.args.event.id).toBe(row?.id);
    expect(row?.mid).toBe(2);
  });

  it('starts over as a new client with the same ids, numbered from 1', async () => {
    const made = makeOutbox();
    const a = await undo(made, 'a');
    const b = await undo(made, 'b');
    await settle(made.deps, [{ status: 'applied', mid: 1, id: a, seq: '7' }]);
    const old = await clientId(made.deps);
    await renumber(made.deps, { ring: false });
    expect((await queued(made)).map(({ mid, id }) => ({ mid, id }))).toEqual([{ mid: 1, id: b }]);
    expect(await clientId(made.deps)).not.toBe(old);
  });

  it('pushes the last seven days again when the server has a new history, but not at the first meeting', async () => {
    const made = makeOutbox();
    const a = await undo(made, 'a');
    await meet(made, 'first');
    await settle(made.deps, [{ status: 'applied', mid: 1, id: a, seq: '7' }]);
    await meet(made, 'first');
    expect(await queued(made)).toEqual([]);
    await meet(made, 'restored');
    expect((await queued(made)).map((row) => row.id)).toEqual([a]);
  });

  it('forgets acknowledged clicks after seven days, and never queued ones', async () => {
    const made = makeOutbox();
    const a = await undo(made, 'a');
    await undo(made, 'b');
    await settle(made.deps, [{ status: 'applied', mid: 1, id: a, seq: '7' }]);
    made.clock.now += RING_MS + 1;
    expect(await trim(made.deps, '7')).toBe(1);
    expect(await made.deps.db.mutations.count()).toBe(1);
  });

  it('[S4] [S15] keeps an acknowledged click, however old, until the cursor has reached it', async () => {
    const made = makeOutbox();
    const a = await undo(made, 'a');
    await settle(made.deps, [{ status: 'applied', mid: 1, id: a, seq: '7' }]);
    made.clock.now += 30 * RING_MS;
    expect(await trim(made.deps, null)).toBe(0);
    expect(await trim(made.deps, '6')).toBe(0);
    expect(await trim(made.deps, '7')).toBe(1);
  });

  it('brings back from the mirror what the browser lost with the database', async () => {
    const mirror = memoryMirror();
    const first = makeOutbox(mirror);
    const a = await undo(first, 'a');
    const b = await undo(first, 'b');
    await first.deps.db.delete();
    const second = makeOutbox(mirror);
    expect(await recover(second.deps)).toBe(2);
    expect(new Set((await queued(second)).map((row) => row.id))).toEqual(new Set([a, b]));
    expect(await recover(second.deps)).toBe(0);
  });

  it('[S3] keeps a click although the mirror failed, and mirrors it later', async () => {
    const made = makeOutbox();
    const { put } = made.deps.mirror;
    made.deps.mirror.put = () => Promise.reject(new Error('quota'));
    const a = await undo(made, 'a');
    made.deps.mirror.put = put;
    expect((await queued(made)).map((row) => row.id)).toEqual([a]);
    expect(await recover(made.deps)).toBe(0);
    expect([...made.deps.mirror.rows.keys()]).toEqual([a]);
  });

  it('[S3] takes what is settled out of a mirror that missed it, so that it cannot come back', async () => {
    const made = makeOutbox();
    const a = await undo(made, 'a');
    const { remove } = made.deps.mirror;
    made.deps.mirror.remove = () => Promise.reject(new Error('the browser was closed'));
    await settle(made.deps, [{ status: 'applied', mid: 1, id: a, seq: '7' }]);
    made.deps.mirror.remove = remove;
    expect(await recover(made.deps)).toBe(0);
    made.clock.now += RING_MS + 1;
    await trim(made.deps, '7');
    expect(await recover(made.deps)).toBe(0);
    expect(await made.deps.db.mutations.count()).toBe(0);
  });

  it.each([
    ['discarded', discardParked, 0],
    ['tried again', retryParked, 1],
  ] as const)('[S4] does not bring back what is %s at the same moment', async (_, act, left) => {
    const made = makeOutbox();
    const id = await undo(made, 'a');
    await settle(made.deps, [{ status: 'rejected', mid: 1, id, code: 'unknown-event', message: '' }]);
    await Promise.all([recover(made.deps), act(made.deps, id), recover(made.deps)]);
    await recover(made.deps);
    expect(await made.deps.db.mutations.count()).toBe(left);
    expect(made.deps.mirror.rows.has(id)).toBe(false);
    expect(await made.deps.db.mutations.get(id)).toBeUndefined();
  });

  it('[S23] keeps the order of the clicks over a new client id, whatever the clock said', async () => {
    const made = makeOutbox();
    const a = await undo(made, 'a');
    await settle(made.deps, [{ status: 'applied', mid: 1, id: a, seq: '7' }]);
    made.clock.now -= 3_600_000;
    const b = await undo(made, 'b');
    await renumber(made.deps, { ring: false });
    const c = await undo(made, 'c');
    expect((await made.deps.db.mutations.toArray()).map((row) => row.mid).sort()).toEqual([-1, 1, 2]);
    await renumber(made.deps, { ring: true });
    expect((await queued(made)).map((row) => row.id)).toEqual([a, b, c]);
  });

  it('[S24] notes a new history in the transaction that queues the ring again', async () => {
    const made = makeOutbox();
    const a = await undo(made, 'a');
    await meet(made, 'first');
    await settle(made.deps, [{ status: 'applied', mid: 1, id: a, seq: '7' }]);
    const update = made.deps.db.client.update;
    made.deps.db.client.update = () => {
      throw new Error('the browser was closed');
    };
    await expect(meet(made, 'restored')).rejects.toThrow('closed');
    made.deps.db.client.update = update;
    expect(await made.deps.db.client.get('client')).toMatchObject({ epoch: 'first' });
    expect(await queued(made)).toEqual([]);
  });

  it.each(['shop ben', 'other mia'])('[S26] parks what was made for another account: %s', async (account) => {
    const made = makeOutbox();
    const a = await undo(made, 'a');
    await meet(made, 'first');
    await settle(made.deps, [{ status: 'applied', mid: 1, id: a, seq: '7' }]);
    const b = await undo(made, 'b');
    const before = await clientId(made.deps);
    await meet(made, 'first', account);
    expect(await queued(made)).toEqual([]);
    expect(await made.deps.db.mutations.toArray()).toMatchObject([
      { id: b, state: 'parked', code: 'other-account' },
    ]);
    expect(await clientId(made.deps)).not.toBe(before);
  });

  it('[S26] [S3] a database that is lost comes back for whom its mutations were made, and nobody else sends them', async () => {
    const made = makeOutbox();
    await meet(made, 'first', 'shop mia');
    const mias = await undo(made, 'a');
    await meet(made, 'first', 'shop ben');
    const bens = await undo(made, 'b');
    const anew = makeOutbox(made.deps.mirror);
    expect(await recover(anew.deps)).toBe(2);
    expect((await queued(anew)).map(({ id }) => id)).toEqual([bens]);
    await meet(anew, 'first', 'shop cara');
    expect(await queued(anew)).toEqual([]);
    const parked = await anew.deps.db.mutations.toArray();
    expect(parked.map(({ id, state }) => [id, state]).sort()).toEqual([
      [mias, 'parked'],
      [bens, 'parked'],
    ]);
    expect(parked.every((row) => row.state === 'parked' && row.code === 'other-account')).toBe(true);
  });

  const conflict = async (made: Made, theirs: Theirs, id: string) => {
    await settle(made.deps, [{ status: 'conflict', mid: 1, id, theirs }]);
    expect(await made.deps.db.mutations.get(id)).toMatchObject({ state: 'parked', code: 'conflict', theirs });
    made.clock.now += 60_000;
    await retryParked(made.deps, id);
    const [row] = await queued(made);
    return { row, body: JSON.parse(row?.body ?? '{}') as Unnumbered };
  };

  it('[S17] tries a stage again over a colleague’s: a new change, made now, that names theirs', async () => {
    const made = makeOutbox();
    const data = { to: 'retain' as const, reason: 'Knows us', until: made.clock.now + 86_400_000 };
    const first = await enqueue(made.deps, 'event.record', 'ana', (id, at) => ({
      customer: 'ana',
      event: { id, source: 'suki:panel', subject: 'ana', at, type: 'Stage Overridden', data },
      base: null,
    }));
    const theirs = { what: 'stage', base: 'e9', to: 'lapsed', by: 'Ben', at: 5 } as const;
    const { row, body } = await conflict(made, theirs, first);
    const { id = '' } = row ?? {};
    expect(id).not.toBe(first);
    // Of two that were set by hand the later one holds: with the old time it would change nothing.
    expect(body).toMatchObject({
      ...{ id, at: made.clock.now, name: 'event.record' },
      args: { base: 'e9', event: { id, at: made.clock.now, type: 'Stage Overridden', data } },
    });
    expect(made.deps.mirror.rows.get(id)?.body).toBe(row?.body);
  });

  it('[S17] hands over again over a colleague’s: to the same, from whom it is now', async () => {
    const made = makeOutbox();
    const to = { owner: 'mia', team: null };
    const base = { owner: 'joy', team: null };
    const args = () => ({ customer: 'ana', to, base });
    const first = await enqueue(made.deps, 'customer.assign', 'ana', args);
    const now = { owner: 'ben', team: 'Poland' };
    const { body } = await conflict(made, { what: 'assignment', base: now }, first);
    expect(body.args).toEqual({ customer: 'ana', to, base: now });
  });

  it('[S28] signed out by an admin: what is queued is parked, what was acknowledged is forgotten', async () => {
    const made = makeOutbox();
    const a = await undo(made, 'a');
    await meet(made, 'first');
    await settle(made.deps, [{ status: 'applied', mid: 1, id: a, seq: '7' }]);
    const b = await undo(made, 'b');
    const before = await clientId(made.deps);
    await parkAll(made.deps);
    expect(await made.deps.db.mutations.toArray()).toMatchObject([
      { id: b, state: 'parked', code: 'revoked' },
    ]);
    expect([...made.deps.mirror.rows.keys()]).toEqual([b]);
    expect(await clientId(made.deps)).not.toBe(before);
    // Paired again as the same member, it goes out once the rep says so.
    await meet(made, 'first');
    await retryParked(made.deps, b);
    expect(await queued(made)).toMatchObject([{ mid: 1, name: 'event.undo' }]);
  });
});
