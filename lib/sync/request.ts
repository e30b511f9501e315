import type { z } from 'zod';
import { ErrorAnswer, type ErrorCode } from '#lib/contract/sync.ts';

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
/** `fetch` and the abort signal come from the caller; without a token only what anybody may ask is answered. */
export type Access = { fetch: Fetch; server: string; token: string | null; signal: AbortSignal };

export const failure = (
  code: SyncError['code'],
  status: number,
  message: string,
  retryAfter: number | null = null,
) => ({ ok: false, error: { code, status, message, retryAfter } }) as const;

export const readFailure = async (response: Response): Promise<Answer<never>> => {
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

/** The server's address without a slash at its end. */
export const baseOf = ({ server }: Access): string => server.replace(/\/+$/, '');

/**
 * Asks one server; each answer is parsed. Nothing throws: no network, an error status and a malformed body are all values.
 * Without a body it is a GET. `timeout` in milliseconds.
 */
export const createRequest =
  (deps: Access) =>
  async <S extends z.ZodType>(
    path: string,
    schema: S,
    body?: unknown,
    timeout = 30_000,
  ): Promise<Answer<z.infer<S>>> => {
    try {
      const response = await deps.fetch(baseOf(deps) + path, {
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
