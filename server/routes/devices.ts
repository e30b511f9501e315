import { createRoute, z } from '@hono/zod-openapi';
import { Id } from '#lib/contract/primitives.ts';
import { TokenAnswer } from '#lib/contract/sync.ts';
import { DevicesAnswer, DoneAnswer } from '#lib/contract/team.ts';
import { listDevices, revokeDevice } from '../auth/devices.ts';
import { renewToken } from '../auth/tokens.ts';
import { actorOf } from '../http/actor.ts';
import { answers, signedIn, stamp } from '../http/answers.ts';
import { bearerToken } from '../http/bearer.ts';
import { Refused } from '../http/errors.ts';
import type { App, AppDeps } from '../http/types.ts';

const list = createRoute({
  method: 'get',
  path: '/devices',
  summary: 'All devices of the workspace (admins)',
  security: signedIn,
  responses: answers(DevicesAnswer, 'The devices, oldest first'),
});

const renew = createRoute({
  method: 'post',
  path: '/devices/self/token',
  summary: 'A new token for the device that asks, also when the one it sends has ended',
  security: signedIn,
  responses: answers(TokenAnswer, 'The token that was sent works until this one is used for the first time'),
});

const leave = createRoute({
  method: 'delete',
  path: '/devices/self',
  summary: 'Sign out the device that asks, for good',
  security: signedIn,
  responses: answers(DoneAnswer, 'Its token no longer works'),
});

const revoke = createRoute({
  method: 'delete',
  path: '/devices/{id}',
  summary: 'Sign a device out for good (admins)',
  security: signedIn,
  request: { params: z.object({ id: Id }) },
  responses: answers(DoneAnswer, 'Its token no longer works'),
});

export const deviceRoutes = (app: App, deps: AppDeps): void => {
  app.openapi(list, async (c) =>
    c.json({ ...(await stamp(deps)), devices: await listDevices(deps.store) }, 200),
  );
  app.openapi(renew, async (c) => {
    const renewed = await renewToken(deps.store, deps, bearerToken(c.req.header('Authorization')) ?? '');
    if (!renewed.ok) throw new Refused(renewed.why);
    const { token, tokenUntil } = renewed;
    return c.json({ ...(await stamp(deps)), token, tokenUntil }, 200);
  });
  // Before the route with an id: "self" is nobody's id.
  app.openapi(leave, async (c) => {
    const session = c.get('session');
    await revokeDevice(deps.store, deps.now(), session.device, actorOf(session));
    return c.json(await stamp(deps), 200);
  });
  app.openapi(revoke, async (c) => {
    const by = actorOf(c.get('session'));
    const revoked = await revokeDevice(deps.store, deps.now(), c.req.valid('param').id, by);
    if (!revoked)
      throw new Refused('not-found', {
        message: 'There is no such device, or it was revoked before.',
        mend: 'Look at the list again.',
      });
    return c.json(await stamp(deps), 200);
  });
};
