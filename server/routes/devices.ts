import { createRoute, z } from '@hono/zod-openapi';
import { Id } from '#lib/contract/primitives.ts';
import { listDevices, revokeDevice } from '../auth.ts';
import { answers, signedIn, stamp } from '../http/answers.ts';
import { adminOnly } from '../http/bearer.ts';
import { Refused } from '../http/errors.ts';
import type { App, AppDeps } from '../http/types.ts';

const Stamp = z.object({ epoch: z.uuid(), serverTime: z.number().int() });
export const Device = z.object({
  id: Id,
  name: z.string(),
  member: z.string(),
  createdAt: z.number().int(),
  lastSeenAt: z.number().int(),
  revokedAt: z.number().int().nullable(),
});

const list = createRoute({
  method: 'get',
  path: '/devices',
  summary: 'All devices of the workspace (admins)',
  security: signedIn,
  middleware: adminOnly,
  responses: answers(Stamp.extend({ devices: z.array(Device) }), 'The devices, oldest first'),
});

const leave = createRoute({
  method: 'delete',
  path: '/devices/self',
  summary: 'Sign out the device that asks, for good',
  security: signedIn,
  responses: answers(Stamp, 'Its token no longer works'),
});

const revoke = createRoute({
  method: 'delete',
  path: '/devices/{id}',
  summary: 'Sign a device out for good (admins)',
  security: signedIn,
  middleware: adminOnly,
  request: { params: z.object({ id: Id }) },
  responses: answers(Stamp, 'Its token no longer works'),
});

export const deviceRoutes = (app: App, deps: AppDeps): void => {
  app.openapi(list, async (c) =>
    c.json({ ...(await stamp(deps)), devices: await listDevices(deps.store) }, 200),
  );
  // Before the route with an id: "self" is nobody's id.
  app.openapi(leave, async (c) => {
    await revokeDevice(deps.store, deps.now(), c.get('session').device);
    return c.json(await stamp(deps), 200);
  });
  app.openapi(revoke, async (c) => {
    const revoked = await revokeDevice(deps.store, deps.now(), c.req.valid('param').id);
    if (!revoked)
      throw new Refused('not-found', { message: 'There is no such device, or it was revoked before.' });
    return c.json(await stamp(deps), 200);
  });
};
