import type { DecisionRecord } from '#lib/contract/decision.ts';
import { type AddressHash, FilterAdditions } from '#lib/contract/filter.ts';
import {
  CustomerAnswer,
  DecisionsAnswer,
  Digest,
  EventsPage,
  HelloAnswer,
  PairAnswer,
  type PullRequest,
  PushAnswer,
  WIRE,
} from '#lib/contract/sync.ts';
import type { Access, Answer } from './answer.ts';
import { failure } from './answer.ts';
import { bytesBy, createAsk, jsonBy, pageBy } from './request.ts';

export type { Answer, Fetch, SyncError } from './answer.ts';
export type Transport = ReturnType<typeof createTransport>;

/** How much longer than its own waiting a long-poll may take. */
const ANSWER_MS = 15_000;

/** The endpoints that a device syncs with, each answer parsed. Nothing throws. */
export const createTransport = (deps: Access) => {
  const { ask, renew } = createAsk(deps);
  const json = jsonBy(ask);
  const page = pageBy(ask);
  const bytes = bytesBy(ask);

  return {
    pair: (code: string, device: string) => json('/pair', PairAnswer, { body: { code, device } }),
    hello: (clientId: string) => json('/sync/hello', HelloAnswer, { body: { clientId, wire: WIRE.version } }),
    /** A new token before the old one is over; it is stored, and used from now on. */
    renew,
    snapshot: (scope: string, after: string | null, limit: number) => {
      const query = new URLSearchParams({ scope, limit: String(limit) });
      if (after) query.set('after', after);
      return page(`/sync/snapshot?${query}`);
    },
    /** With `wait` the server answers when there is a change, or after so many milliseconds; `signal` ends the waiting. */
    pull: (body: PullRequest, signal?: AbortSignal) =>
      page('/sync/pull', { body, signal, timeout: (body.wait ?? 0) + 2 * ANSWER_MS }),
    /** `mutations` is the outbox's own bytes with `mid` added. */
    push: (clientId: string, epoch: string, sentAt: number, mutations: unknown[]) =>
      json('/sync/push', PushAnswer, { body: { clientId, epoch, sentAt, mutations } }),
    /** Customers by the keyed hashes of their addresses, at most 50; this client follows them from then on. */
    find: (clientId: string, version: string, hashes: AddressHash[]) =>
      page('/sync/find', { body: { clientId, version, hashes } }),
    filterShard: (version: string, shard: number) => bytes(`/filter/${encodeURIComponent(version)}/${shard}`),
    filterAdditions: (version: string, after: string) =>
      json(
        `/filter/${encodeURIComponent(version)}/added?after=${encodeURIComponent(after)}`,
        FilterAdditions,
      ),
    /** At most 50 at a time. */
    decisions: (decisions: DecisionRecord[]) =>
      json('/v1/decisions', DecisionsAnswer, { body: { decisions } }),
    digest: (clientId: string) => json(`/sync/digest?clientId=${encodeURIComponent(clientId)}`, Digest),
    /** One customer, as a pull would bring them. */
    customer: (id: string) => json(`/customers/${encodeURIComponent(id)}`, CustomerAnswer),
    olderEvents: (customer: string, before: string) =>
      json(
        `/customers/${encodeURIComponent(customer)}/events?before=${encodeURIComponent(before)}`,
        EventsPage,
      ),
    /** Gives this device's token back. Best effort: an admin can revoke it too. */
    leave: async (): Promise<boolean> => {
      const left = await ask('/devices/self', { method: 'DELETE' }, async () => ({ ok: true, value: null }));
      return left.ok;
    },
    /** The stream of pokes, until `signal`: resolves with the open response, whose body the caller reads. */
    live: (signal?: AbortSignal): Promise<Answer<ReadableStream<Uint8Array>>> =>
      ask('/sync/live', { accept: 'text/event-stream', timeout: null, signal }, async (response) =>
        response.body ? { ok: true, value: response.body } : failure('garbled', response.status, 'no stream'),
      ),
  };
};
