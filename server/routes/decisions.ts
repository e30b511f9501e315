import { createRoute } from '@hono/zod-openapi';
import { DecisionsAnswer, DecisionsRequest } from '#lib/contract/sync.ts';
import { answers, jsonBody, signedIn, stamp } from '../http/answers.ts';
import type { App, AppDeps } from '../http/types.ts';
import { storeDecisions } from '../ingest/decisions.ts';

const route = createRoute({
  method: 'post',
  path: '/v1/decisions',
  summary: 'Keep decisions that were shown, for evaluation',
  security: signedIn,
  request: jsonBody(DecisionsRequest),
  responses: answers(DecisionsAnswer, 'How many were new'),
});

export const decisionRoutes = (app: App, deps: AppDeps): void => {
  app.openapi(route, async (c) => {
    const { decisions } = c.req.valid('json');
    const { member } = c.get('session');
    const stored = await storeDecisions(deps, decisions, { member, now: deps.now() });
    return c.json({ ...(await stamp(deps)), stored }, 200);
  });
};
