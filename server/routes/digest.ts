import { createRoute } from '@hono/zod-openapi';
import { digestOf } from '#lib/contract/digest.ts';
import { Digest } from '#lib/contract/sync.ts';
import { answers, signedIn, stamp } from '../http/answers.ts';
import type { App, AppDeps } from '../http/types.ts';
import { readHead } from '../store/workspace.ts';

const route = createRoute({
  method: 'get',
  path: '/sync/digest',
  summary: 'A sum over all customers and their numbers, to check a cache against',
  security: signedIn,
  responses: answers(Digest, 'How many, and the XOR of their 64-bit hashes (lib/contract/digest.ts)'),
});

export const digestRoutes = (app: App, deps: AppDeps): void => {
  app.openapi(route, async (c) => {
    const { head, rows } = await deps.store.read(async (tx) => ({
      head: await readHead(tx),
      rows: await tx.selectFrom('customers').select(['id', 'seq']).where('gone', '=', 0).execute(),
    }));
    const digest = digestOf(rows.map((row) => ({ id: row.id, seq: String(row.seq) })));
    return c.json({ ...(await stamp(deps)), ...digest, cursor: String(head) }, 200);
  });
};
