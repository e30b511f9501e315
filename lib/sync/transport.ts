import type { DecisionRecord } from '#lib/contract/decision.ts';
import {
  DecisionsAnswer,
  EventsPage,
  HelloAnswer,
  PairAnswer,
  PullAnswer,
  PushAnswer,
  SnapshotAnswer,
  WIRE,
} from '#lib/contract/sync.ts';
import { type Access, type Answer, baseOf, createRequest, failure, readFailure } from './request.ts';

export type { Answer, Fetch, SyncError } from './request.ts';
export type Transport = ReturnType<typeof createTransport>;

/** The endpoints that a device syncs with, each answer parsed. Nothing throws. */
export const createTransport = (deps: Access) => {
  const base = baseOf(deps);
  const request = createRequest(deps);

  return {
    pair: (code: string, device: string) => request('/pair', PairAnswer, { code, device }),
    hello: (clientId: string) => request('/sync/hello', HelloAnswer, { clientId, wire: WIRE.version }),
    snapshot: (after: string | null, token: string | null) => {
      const query = new URLSearchParams({ scope: 'all', limit: '500' });
      if (after) query.set('after', after);
      if (token) query.set('token', token);
      return request(`/sync/snapshot?${query}`, SnapshotAnswer);
    },
    pull: (cursor: string, limit: number) =>
      request('/sync/pull', PullAnswer, { cursors: { all: cursor }, limit }),
    /** `mutations` is the outbox's own bytes with `mid` added. */
    push: (clientId: string, epoch: string, sentAt: number, mutations: unknown[]) =>
      request('/sync/push', PushAnswer, { clientId, epoch, sentAt, mutations }),
    /** At most 50 at a time. */
    decisions: (decisions: DecisionRecord[]) => request('/v1/decisions', DecisionsAnswer, { decisions }),
    olderEvents: (customer: string, before: string) =>
      request(
        `/customers/${encodeURIComponent(customer)}/events?before=${encodeURIComponent(before)}`,
        EventsPage,
      ),
    /** Gives this device's token back. Best effort: an admin can revoke it too. */
    leave: async (): Promise<boolean> => {
      try {
        const response = await deps.fetch(`${base}/devices/self`, {
          method: 'DELETE',
          headers: { ...(deps.token && { authorization: `Bearer ${deps.token}` }) },
          credentials: 'omit',
          signal: deps.signal,
        });
        return response.ok;
      } catch {
        return false;
      }
    },
    /** The stream of pokes: resolves with the open response, whose body the caller reads. */
    live: async (): Promise<Answer<ReadableStream<Uint8Array>>> => {
      try {
        const response = await deps.fetch(`${base}/sync/live`, {
          headers: {
            accept: 'text/event-stream',
            ...(deps.token && { authorization: `Bearer ${deps.token}` }),
          },
          cache: 'no-store',
          credentials: 'omit',
          signal: deps.signal,
        });
        if (!response.ok) return await readFailure(response);
        return response.body
          ? { ok: true, value: response.body }
          : failure('garbled', response.status, 'no stream');
      } catch (error) {
        return failure('network', 0, error instanceof Error ? error.message : 'no answer');
      }
    },
  };
};
