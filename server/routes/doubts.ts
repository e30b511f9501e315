import { createRoute } from '@hono/zod-openapi';
import { DoubtsAnswer } from '#lib/contract/playbook-edit.ts';
import { answers, signedIn } from '../http/answers.ts';
import type { App, AppDeps } from '../http/types.ts';
import { readDoubts } from '../ingest/doubts.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/doubts',
  summary: 'What colleagues have called wrong in our data in the last 90 days (admins and founders)',
  security: signedIn,
  responses: answers(DoubtsAnswer, 'Newest first, at most 200'),
});

export const doubtRoutes = (app: App, deps: AppDeps): void => {
  app.openapi(route, async (c) => {
    const doubts = await deps.store.read((tx) => readDoubts(tx, deps.now()));
    return c.json({ doubts }, 200);
  });
};
