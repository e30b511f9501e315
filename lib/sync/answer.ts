import type { z } from 'zod';
import { ErrorAnswer, type ErrorCode } from '#lib/contract/sync.ts';

/**
 * Why a request brought nothing. `network`: no answer at all · `garbled`: an answer that is not of the contract ·
 * `unavailable`: an error that is not of the contract · `storage`: the browser's own databases failed · `storage-full`: they have
 * no room left.
 */
export type SyncError = {
  code: ErrorCode | 'network' | 'garbled' | 'unavailable' | 'storage' | 'storage-full';
  status: number;
  message: string;
  /** Milliseconds that the server asked us to stay away. */
  retryAfter: number | null;
};
export type Answer<T> = { ok: true; value: T } | { ok: false; error: SyncError };

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Where the token lives for all pages of this browser. */
export type TokenHome = {
  read: () => Promise<string | null>;
  /** Puts `next` in the place of `used`; rejects when it could not be kept. */
  replace: (used: string, next: string) => Promise<void>;
  /** One renewal at a time in the whole browser. */
  alone: <T>(work: () => Promise<T>) => Promise<T>;
};

/**
 * `fetch` and the abort signal come from the caller; without a token only what anybody may ask is answered. Without a `home` a
 * renewed token lives as long as this does. `onRevoked` runs before the answer that said so is given.
 */
export type Access = {
  fetch: Fetch;
  server: string;
  token: string | null;
  signal: AbortSignal;
  home?: TokenHome | undefined;
  onRevoked?: (() => Promise<void>) | undefined;
};

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

export const parseAnswer = async <S extends z.ZodType>(
  response: Response,
  schema: S,
): Promise<Answer<z.infer<S>>> => {
  const parsed = schema.safeParse(await response.json());
  if (parsed.success) return { ok: true, value: parsed.data };
  const [issue] = parsed.error.issues;
  return failure('garbled', response.status, `${issue?.path.join('.')} ${issue?.message}`);
};

/** The server's address without a slash at its end. */
export const baseOf = ({ server }: Access): string => server.replace(/\/+$/, '');
