import { createRoute, z } from '@hono/zod-openapi';
import { Digest } from '#lib/contract/sync.ts';
import { answers, signedIn } from '../http/answers.ts';
import type { App, AppDeps } from '../http/types.ts';
import { readDigest } from '../ingest/digest.ts';

const route = createRoute({
  method: 'get',
  path: '/sync/digest',
  summary: 'A sum over what this device follows, to check its cache against',
  security: signedIn,
  request: { query: z.object({ clientId: z.uuid() }) },
  responses: answers(
    Digest,
    'How many, and the XOR of their 64-bit hashes (lib/contract/digest.ts). Where the scopes do not hold everybody: of the ' +
      'customers of the member, and of those whom the client has looked up',
  ),
});

export const digestRoutes = (app: App, deps: AppDeps): void => {
  app.openapi(route, async (c) => {
    const { clientId } = c.req.valid('query');
    const { member } = c.get('session');
    const { epoch, ...sum } = await readDigest(deps, { member, clientId });
    return c.json({ epoch, serverTime: deps.now(), ...sum }, 200);
  });
};
