import { createRoute, z } from '@hono/zod-openapi';
import { Id } from '#lib/contract/primitives.ts';
import { Cursor, LIMITS, Scope, SnapshotAnswer } from '#lib/contract/sync.ts';
import { answers, signedIn, stamp } from '../http/answers.ts';
import type { App, AppDeps } from '../http/types.ts';
import { readSnapshot } from '../ingest/pages.ts';

const route = createRoute({
  method: 'get',
  path: '/sync/snapshot',
  summary: 'All customers, page by page in id order',
  security: signedIn,
  request: {
    query: z.object({
      scope: Scope.optional(),
      after: Id.optional(),
      token: Cursor.optional(),
      limit: z.coerce.number().int().min(1).max(LIMITS.pullRows).optional(),
    }),
  },
  responses: answers(SnapshotAnswer, 'A page; `after` is absent on the last one'),
});

export const snapshotRoutes = (app: App, deps: AppDeps): void => {
  app.openapi(route, async (c) => {
    const page = await readSnapshot(deps.store, deps.playbooks, c.req.valid('query'));
    return c.json({ ...stamp(deps), ...page }, 200);
  });
};
