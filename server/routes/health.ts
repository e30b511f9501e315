import { createRoute, z } from '@hono/zod-openapi';
import { answers } from '../http/answers.ts';
import { Refused } from '../http/errors.ts';
import type { App, AppDeps } from '../http/types.ts';
import { schemaVersion } from '../store/migrate.ts';
import { readHead } from '../store/workspace.ts';
import { version } from '../version.ts';

const Health = z.object({
  status: z.literal('ok'),
  version: z.string(),
  store: z.enum(['sqlite', 'postgres']),
  schema: z.string(),
});

const route = createRoute({
  method: 'get',
  path: '/health',
  summary: 'Whether the server and its store work',
  responses: answers(Health, 'They do'),
});

export const healthRoutes = (app: App, deps: AppDeps): void => {
  app.openapi(route, async (c) => {
    try {
      await deps.store.read(readHead);
    } catch {
      throw new Refused('busy', { message: 'The store cannot be read.' });
    }
    return c.json({ status: 'ok' as const, version, store: deps.store.kind, schema: schemaVersion() }, 200);
  });
};
