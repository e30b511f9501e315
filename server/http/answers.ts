import { z } from '@hono/zod-openapi';
import { ErrorAnswer } from '#lib/contract/sync.ts';
import { readStanding } from '../store/workspace.ts';
import type { AppDeps } from './types.ts';

/** What every answer of the protocol carries. Asked of the store: another process may have begun a new history. */
export const stamp = async ({ store, now }: Pick<AppDeps, 'store' | 'now'>) => ({
  epoch: (await store.read(readStanding)).epoch,
  serverTime: now(),
});

const anyError = {
  description: 'An error, with what can be done about it',
  content: { 'application/json': { schema: ErrorAnswer } },
};

/** The `responses` of a route: its answer, and one form for every error. */
export const answers = <S extends z.ZodType>(schema: S, description: string) => ({
  200: { description, content: { 'application/json': { schema } } },
  default: anyError,
});

/** Pages of records are lines of text (lib/contract/page.ts). */
export const PAGE_TYPE: string = 'application/x-ndjson';

/** The `responses` of a route that answers with such a page. */
export const page = (description: string) => ({
  200: { description, content: { [PAGE_TYPE]: { schema: z.string() } } },
  default: anyError,
});

export const jsonBody = <S extends z.ZodType>(schema: S) => ({
  body: { required: true, content: { 'application/json': { schema } } },
});

/** Set on routes that need a device's token. */
export const signedIn = [{ device: [] }];
