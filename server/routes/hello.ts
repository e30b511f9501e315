import { createRoute } from '@hono/zod-openapi';
import { HelloAnswer, HelloRequest, WIRE } from '#lib/contract/sync.ts';
import { listMembers } from '../auth.ts';
import { answers, jsonBody, signedIn, stamp } from '../http/answers.ts';
import { Refused } from '../http/errors.ts';
import type { App, AppDeps } from '../http/types.ts';

const route = createRoute({
  method: 'post',
  path: '/sync/hello',
  summary: 'What a device should know before it syncs',
  security: signedIn,
  request: jsonBody(HelloRequest),
  responses: answers(HelloAnswer, 'Who and where the device is'),
});

export const helloRoutes = (app: App, deps: AppDeps): void => {
  app.openapi(route, async (c) => {
    const { clientId, wire } = c.req.valid('json');
    if (wire < WIRE.floor || wire > WIRE.version) throw new Refused('upgrade-required');
    const { member } = c.get('session');
    const { client, customers, members } = await deps.store.read(async (tx) => ({
      client: await tx
        .selectFrom('clients')
        .select(['lmid', 'member_id'])
        .where('id', '=', clientId)
        .executeTakeFirst(),
      customers: await tx
        .selectFrom('customers')
        .select((e) => e.fn.countAll<number>().as('n'))
        .where('gone', '=', 0)
        .executeTakeFirstOrThrow(),
      members: await listMembers(tx),
    }));
    if (client && client.member_id !== member.id) {
      throw new Refused('forbidden', { message: 'This browser profile belongs to another member.' });
    }
    return c.json(
      {
        ...stamp(deps),
        workspace: { id: deps.workspace.id, name: deps.workspace.name },
        member,
        scopes: ['all' as const],
        wire: { version: WIRE.version, floor: WIRE.floor },
        customers: customers.n,
        members,
        lmid: client?.lmid ?? 0,
      },
      200,
    );
  });
};
