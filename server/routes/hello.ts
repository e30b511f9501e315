import { createRoute } from '@hono/zod-openapi';
import { HelloAnswer, HelloRequest, WIRE } from '#lib/contract/sync.ts';
import { listMembers } from '../auth/members.ts';
import { readFilters } from '../filter.ts';
import { answers, jsonBody, signedIn } from '../http/answers.ts';
import { Refused } from '../http/errors.ts';
import type { App, AppDeps } from '../http/types.ts';

const route = createRoute({
  method: 'post',
  path: '/sync/hello',
  summary: 'What a device should know before it syncs',
  security: signedIn,
  request: jsonBody(HelloRequest),
  responses: answers(HelloAnswer, 'Who and where the device is, and what it follows'),
});

export const helloRoutes = (app: App, deps: AppDeps): void => {
  app.openapi(route, async (c) => {
    const { clientId, wire } = c.req.valid('json');
    if (wire < WIRE.floor || wire > WIRE.version) throw new Refused('upgrade-required');
    const { member, tokenUntil } = c.get('session');
    const { here, client, follows, filter, members } = await deps.store.read(async (tx) => {
      const here = await deps.playbooks(tx);
      const follows = await deps.scopes.greet(tx, here, { member, clientId });
      return {
        here,
        follows,
        client: await tx
          .selectFrom('clients')
          .select(['lmid', 'member_id'])
          .where('id', '=', clientId)
          .executeTakeFirst(),
        filter: follows.whole ? null : (await readFilters(tx)).inUse,
        members: await listMembers(tx),
      };
    });
    if (client && client.member_id !== member.id) {
      throw new Refused('forbidden', { message: 'This browser profile belongs to another member.' });
    }
    const { scopes, whole, customers } = follows;
    return c.json(
      {
        epoch: here.epoch,
        serverTime: deps.now(),
        workspace: { id: deps.workspace.id, name: deps.workspace.name },
        member,
        scopes,
        whole,
        ...(filter ? { filter } : {}),
        wire: { version: WIRE.version, floor: WIRE.floor },
        customers,
        members,
        tokenUntil,
        lmid: client?.lmid ?? 0,
      },
      200,
    );
  });
};
