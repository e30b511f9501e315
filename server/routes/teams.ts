import { createRoute, z } from '@hono/zod-openapi';
import { Id } from '#lib/contract/primitives.ts';
import {
  DoneAnswer,
  InviteAnswer,
  InviteRequest,
  MemberChange,
  ScopingRequest,
  TeamAnswer,
} from '#lib/contract/team.ts';
import { changeMember, listTeam, removeMember, revokeInvites } from '../auth/members.ts';
import { createPairing, PAIRING_LIFE } from '../auth/pairing.ts';
import { isScoped, listTeams, setScoping } from '../auth/scoping.ts';
import { actorOf } from '../http/actor.ts';
import { answers, jsonBody, signedIn, stamp } from '../http/answers.ts';
import { Refused } from '../http/errors.ts';
import type { App, AppDeps } from '../http/types.ts';

const params = z.object({ id: Id });

const team = createRoute({
  method: 'get',
  path: '/v1/team',
  summary: 'Members with their roles and teams, also those who have left (admins)',
  security: signedIn,
  responses: answers(TeamAnswer, 'By name; and whether reps see only the customers of their teams'),
});

const change = createRoute({
  method: 'put',
  path: '/v1/team/members/{id}',
  summary: 'Give a member another role or other teams (admins)',
  security: signedIn,
  request: { params, ...jsonBody(MemberChange) },
  responses: answers(DoneAnswer, 'Holds from their next request on; refused for the last admin'),
});

const remove = createRoute({
  method: 'delete',
  path: '/v1/team/members/{id}',
  summary: 'Sign out all devices of a member and take back their links (admins)',
  security: signedIn,
  request: { params },
  responses: answers(DoneAnswer, 'What they did stays; refused for the last admin'),
});

const takeBack = createRoute({
  method: 'delete',
  path: '/v1/team/members/{id}/invites',
  summary: 'Make the pairing links worthless that a member has not used yet (admins)',
  security: signedIn,
  request: { params },
  responses: answers(DoneAnswer, 'They no longer work'),
});

const scoping = createRoute({
  method: 'put',
  path: '/v1/team/scoping',
  summary: 'Let reps and readers see only the customers of their teams, or everybody (admins)',
  security: signedIn,
  request: jsonBody(ScopingRequest),
  responses: answers(DoneAnswer, 'Devices learn it with their next pull'),
});

const invite = createRoute({
  method: 'post',
  path: '/v1/invites',
  summary: 'Make a pairing link for a colleague, known or new (admins)',
  security: signedIn,
  request: jsonBody(InviteRequest),
  responses: answers(InviteAnswer, 'The code is shown only here; it works once, for a day'),
});

const unknown = (message: string) => new Refused('not-found', { message, mend: 'Look at the list again.' });

export const teamRoutes = (app: App, deps: AppDeps): void => {
  const { store } = deps;
  app.openapi(team, async (c) => {
    const answer = await store.read(async (tx) => ({
      members: await listTeam(tx, deps.now()),
      scoping: await isScoped(tx),
      teams: await listTeams(tx),
    }));
    return c.json({ ...(await stamp(deps)), ...answer }, 200);
  });
  app.openapi(change, async (c) => {
    const { id } = c.req.valid('param');
    if (!(await changeMember(store, deps, id, c.req.valid('json'), actorOf(c.get('session')))))
      throw unknown('There is no such member.');
    return c.json(await stamp(deps), 200);
  });
  app.openapi(remove, async (c) => {
    if (!(await removeMember(store, deps, c.req.valid('param').id, actorOf(c.get('session')))))
      throw unknown('There is no such member, or they have left before.');
    return c.json(await stamp(deps), 200);
  });
  app.openapi(takeBack, async (c) => {
    if (!(await revokeInvites(store, deps, c.req.valid('param').id, actorOf(c.get('session')))))
      throw unknown('There is no link of this member that still works.');
    return c.json(await stamp(deps), 200);
  });
  app.openapi(scoping, async (c) => {
    await setScoping(store, deps, c.req.valid('json').on, actorOf(c.get('session')));
    return c.json(await stamp(deps), 200);
  });
  app.openapi(invite, async (c) => {
    const expiresAt = deps.now() + PAIRING_LIFE;
    const code = await createPairing(store, deps, c.req.valid('json'), actorOf(c.get('session')));
    const { publicUrl } = deps;
    return c.json({ ...(await stamp(deps)), code, expiresAt, ...(publicUrl && { publicUrl }) }, 200);
  });
};
