import { createRoute, z } from '@hono/zod-openapi';
import { Cursor } from '#lib/contract/page.ts';
import { SnapshotScope } from '#lib/contract/scope.ts';
import { LIMITS } from '#lib/contract/sync.ts';
import { PAGE_TYPE, page, signedIn } from '../http/answers.ts';
import type { App, AppDeps } from '../http/types.ts';
import { readSnapshot } from '../ingest/snapshot.ts';

const route = createRoute({
  method: 'get',
  path: '/sync/snapshot',
  summary: 'The customers of a scope, page by page; `due` first, with the playbook',
  security: signedIn,
  request: {
    query: z.object({
      scope: SnapshotScope,
      after: z.string().min(1).max(200).optional(),
      token: Cursor.optional(),
      limit: z.coerce.number().int().min(1).max(LIMITS.pullRows).optional(),
    }),
  },
  responses: page('A page of lines (lib/contract/page.ts); `after` is absent on the last one'),
});

export const snapshotRoutes = (app: App, deps: AppDeps): void => {
  app.openapi(route, async (c) => {
    const session = c.get('session');
    const { text, rows } = await readSnapshot(deps, { ...c.req.valid('query'), member: session.member });
    deps.readings.sent(session, rows);
    return c.body(text, 200, { 'Content-Type': PAGE_TYPE });
  });
};
