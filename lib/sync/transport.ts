import type { z } from 'zod';
import {
  ErrorAnswer,
  type ErrorCode,
  EventsPage,
  HelloAnswer,
  PairAnswer,
  PullAnswer,
  PushAnswer,
  SnapshotAnswer,
  WIRE,
} from '#lib/contract/sync.ts';

/**
 * Why a request brought nothing. `network`: no answer at all · `garbled`: an answer that is not of the contract ·
 * `unavailable`: an error that is not of the contract · `storage`: the browser's own databases failed.
 */
export type SyncError = {
  code: ErrorCode | 'network' | 'garbled' | 'unavailable' | 'storage';
  status: number;
  message: string;
  /** Milliseconds that the server asked us to stay away. */
  retryAfter: number | null;
};
export type Answer<T> = { ok: true; value: T } | { ok: false; error: SyncError };

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;
export type Transport = ReturnType<typeof createTransport>;

const failure = (
  code: SyncError['code'],
  status: number,
  message: string,
  retryAfter: number | null = null,
) => ({ ok: false, error: { code, status, message, retryAfter } }) as const;

const readFailure = async (response: Response): Promise<Answer<never>> => {
  const seconds = Number(response.headers.get('retry-after'));
  const retryAfter = Number.isFinite(seconds) && seconds > 0 ? seconds * 1_000 : null;
  const parsed = ErrorAnswer.safeParse(await response.json().catch(() => null));
  if (parsed.success) {
    const { code, message } = parsed.data.error;
    return failure(code, response.status, message, retryAfter);
  }
  // A proxy in front of the server has limits of its own, and says so in its own form.
  const code = response.status === 413 ? 'too-large' : 'unavailable';
  return failure(code, response.status, `The server answered ${response.status}.`, retryAfter);
};

/**
 * The server's endpoints, each answer parsed. Nothing throws: no network, an error status and a malformed body are
 * all values. `fetch` and the abort signal come from the caller.
 */
export const createTransport = (deps: {
  fetch: Fetch;
  server: string;
  token: string | null;
  signal: AbortSignal;
}) => {
  const base = deps.server.replace(/\/+$/, '');

  const request = async <S extends z.ZodType>(
    path: string,
    schema: S,
    body?: unknown,
    timeout = 30_000,
  ): Promise<Answer<z.infer<S>>> => {
    try {
      const response = await deps.fetch(base + path, {
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          accept: 'application/json',
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(deps.token && { authorization: `Bearer ${deps.token}` }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        cache: 'no-store',
        credentials: 'omit',
        signal: AbortSignal.any([deps.signal, AbortSignal.timeout(timeout)]),
      });
      if (!response.ok) return await readFailure(response);
      const parsed = schema.safeParse(await response.json());
      return parsed.success
        ? { ok: true, value: parsed.data }
        : failure(
            'garbled',
            response.status,
            `${path}: ${parsed.error.issues[0]?.path.join('.')} ${parsed.error.issues[0]?.message}`,
          );
    } catch (error) {
      return failure('network', 0, error instanceof Error ? error.message : 'no answer');
    }
  };

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
