import type { z } from 'zod';
import { type RecordPage, readPage } from '#lib/contract/page.ts';
import {
  type Access,
  type Answer,
  baseOf,
  failure,
  parseAnswer,
  readFailure,
  type SyncError,
} from './answer.ts';
import { createTokens } from './tokens.ts';

/** What to ask. Without a body it is a GET, unless `method` says otherwise; `timeout` in milliseconds, null for none. */
export type Ask = {
  body?: unknown;
  method?: 'DELETE' | 'POST' | 'PUT';
  accept?: string;
  timeout?: number | null;
  /** Ends this one request, besides the signal of them all. */
  signal?: AbortSignal | undefined;
};

/**
 * Asks one server, with the token, which is renewed once when the server says that it is over ([S20]). Nothing throws: no network,
 * an error status and a malformed body are all values.
 */
export const createAsk = (deps: Access) => {
  const tokens = createTokens(deps);

  const send = (path: string, ask: Ask, token: string | null): Promise<Response> => {
    const { body, method, accept = 'application/json', timeout = 30_000, signal } = ask;
    const signals = [
      deps.signal,
      ...(signal ? [signal] : []),
      ...(timeout ? [AbortSignal.timeout(timeout)] : []),
    ];
    return deps.fetch(baseOf(deps) + path, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        accept,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(token && { authorization: `Bearer ${token}` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      cache: 'no-store',
      credentials: 'omit',
      signal: AbortSignal.any(signals),
    });
  };

  /** The token to try instead, or why there is none. */
  const instead = async (failed: SyncError, used: string): Promise<Answer<string>> => {
    const newer = await tokens.other(used);
    if (newer !== null) return { ok: true, value: newer };
    return failed.code === 'token-expired' ? tokens.renew(used) : { ok: false, error: failed };
  };

  const attempt = async (path: string, ask: Ask): Promise<Answer<Response>> => {
    const used = tokens.current();
    const first = await send(path, ask, used);
    if (first.ok) return { ok: true, value: first };
    const failed = await readFailure(first);
    const { code } = failed.ok ? { code: null } : failed.error;
    if (failed.ok || used === null || (code !== 'token-expired' && code !== 'unauthorised')) return failed;
    const token = await instead(failed.error, used);
    if (!token.ok) return token;
    const second = await send(path, ask, token.value);
    return second.ok ? { ok: true, value: second } : readFailure(second);
  };

  const ask = async <T>(
    path: string,
    what: Ask,
    read: (response: Response) => Promise<Answer<T>>,
  ): Promise<Answer<T>> => {
    try {
      const answer = await attempt(path, what);
      if (answer.ok) return await read(answer.value);
      if (answer.error.code === 'device-revoked') await deps.onRevoked?.();
      return answer;
    } catch (error) {
      return failure('network', 0, error instanceof Error ? error.message : 'no answer');
    }
  };
  /** A new token before the old one is over. */
  const renew = async (): Promise<Answer<string>> => {
    const used = tokens.current();
    return used === null ? failure('unauthorised', 0, 'There is no token.') : tokens.renew(used);
  };
  return { ask, renew };
};
type AskFor = ReturnType<typeof createAsk>['ask'];

/** Asks for JSON of this shape. */
export const jsonBy =
  (ask: AskFor) =>
  <S extends z.ZodType>(path: string, schema: S, what: Ask = {}): Promise<Answer<z.infer<S>>> =>
    ask(path, what, (response) => parseAnswer(response, schema));

/** Asks for a page of records (lib/contract/page.ts). */
export const pageBy =
  (ask: AskFor) =>
  (path: string, what: Ask = {}): Promise<Answer<RecordPage>> =>
    ask(path, { accept: 'text/plain', ...what }, async (response) => {
      const page = readPage(await response.text());
      return page
        ? { ok: true, value: page }
        : failure('garbled', response.status, `${path}: not a page of records`);
    });

/** Asks for bytes. */
export const bytesBy =
  (ask: AskFor) =>
  (path: string): Promise<Answer<Uint8Array<ArrayBuffer>>> =>
    ask(path, { accept: 'application/octet-stream' }, async (response) => ({
      ok: true,
      value: new Uint8Array(await response.arrayBuffer()),
    }));
