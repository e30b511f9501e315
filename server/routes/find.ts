import { createRoute, z } from '@hono/zod-openapi';
import { FilterAdditions, FindRequest } from '#lib/contract/filter.ts';
import { Cursor } from '#lib/contract/page.ts';
import { answers, jsonBody, PAGE_TYPE, page, signedIn } from '../http/answers.ts';
import type { App, AppDeps } from '../http/types.ts';
import { findByHash, readAdded, readShard } from '../ingest/find.ts';

const version = z.string().min(1).max(64);

const find = createRoute({
  method: 'post',
  path: '/sync/find',
  summary: 'Look customers up by the keyed hashes of their addresses, and follow who is found',
  security: signedIn,
  request: jsonBody(FindRequest),
  responses: page('Who was found, as lines; `gone`: who is no longer followed for it'),
});

const added = createRoute({
  method: 'get',
  path: '/filter/{version}/added',
  summary: 'Hashes of addresses that came after the filter was made',
  security: signedIn,
  request: { params: z.object({ version }), query: z.object({ after: Cursor }) },
  responses: answers(
    FilterAdditions,
    'A page; `after` is at first the head that the filter names, then the cursor',
  ),
});

const BYTES: string = 'application/octet-stream';
const shard = createRoute({
  method: 'get',
  path: '/filter/{version}/{shard}',
  summary: 'A shard of the filter of known customers',
  security: signedIn,
  request: { params: z.object({ version, shard: z.coerce.number().int().min(0).max(4_095) }) },
  responses: {
    200: { description: 'Its bytes (lib/filter/fuse.ts)', content: { [BYTES]: { schema: z.string() } } },
  },
});

export const findRoutes = (app: App, deps: AppDeps): void => {
  app.openapi(find, async (c) => {
    const session = c.get('session');
    const { text, found } = await findByHash(deps, { ...c.req.valid('json'), member: session.member });
    for (const id of found) deps.readings.looked(session, 'found', id);
    return c.body(text, 200, { 'Content-Type': PAGE_TYPE });
  });
  // Before the one that would take "added" for a shard.
  app.openapi(added, async (c) => {
    const { version } = c.req.valid('param');
    return c.json(await readAdded(deps, version, c.req.valid('query').after), 200);
  });
  app.openapi(shard, async (c) => {
    const { version, shard } = c.req.valid('param');
    return c.body(await readShard(deps.store, version, shard), 200, { 'Content-Type': BYTES });
  });
};
