import type { Role } from '../auth/sessions.ts';
import type { LimitName } from './rate-limit.ts';

/**
 * Who may call a route. `operator`: the command line, by the token of the control file · `renewing`: a device whose token is or
 * was good, to get a new one · else a device that is signed in, of a member in one of these roles.
 */
export type Who = 'anybody' | 'operator' | 'renewing' | readonly Role[];
export type Rule = { who: Who; limit: LimitName | null };

const everybody: Who = ['admin', 'founder', 'rep', 'read-only'];
/** Everybody who may record something. */
const recorders: Who = ['admin', 'founder', 'rep'];
/** Who answers for the data of the team. */
const leads: Who = ['admin', 'founder'];
const admins: Who = ['admin'];

const open = (limit: LimitName | null = null): Rule => ({ who: 'anybody', limit });
const to = (who: Who, limit: LimitName = 'usual'): Rule => ({ who, limit });
const operator: Rule = { who: 'operator', limit: null };

/**
 * Who may do what: every route is in here, or the server does not start. Whom somebody may see is decided beside this, for each
 * customer (ingest/scopes.ts).
 */
export const may: Readonly<Record<string, Rule>> = {
  'GET /health': open(),
  'GET /openapi.json': open(),
  'POST /pair': open('pairing'),
  'GET /pair/:code': open(),

  'POST /sync/hello': to(everybody),
  'GET /sync/snapshot': to(everybody, 'snapshot'),
  'POST /sync/pull': to(everybody),
  // A reader's mutations are refused one by one, so that they are parked where the reader sees them.
  'POST /sync/push': to(everybody),
  'GET /sync/live': to(everybody),
  'GET /sync/digest': to(everybody),
  'POST /sync/find': to(everybody, 'find'),
  'GET /filter/:version/added': to(everybody),
  'GET /filter/:version/:shard': to(everybody),
  'GET /customers/:id': to(everybody),
  'GET /customers/:id/events': to(everybody),

  'POST /v1/decisions': to(recorders),
  'GET /v1/playbook': to(everybody),
  'POST /v1/playbook': to(admins),
  'POST /v1/playbook/revert': to(admins),
  'POST /v1/playbook/preview': to(admins),
  'GET /v1/doubts': to(leads),
  'POST /v1/reports': to(everybody, 'report'),
  'GET /v1/reports': to(admins),
  'GET /v1/reports/:id': to(admins),

  'POST /devices/self/token': to('renewing'),
  'DELETE /devices/self': to(everybody),
  'GET /devices': to(admins),
  'DELETE /devices/:id': to(admins),
  'GET /v1/team': to(admins),
  'PUT /v1/team/members/:id': to(admins),
  'DELETE /v1/team/members/:id': to(admins),
  'DELETE /v1/team/members/:id/invites': to(admins),
  'PUT /v1/team/scoping': to(admins),
  'POST /v1/invites': to(admins),
  'GET /v1/audit': to(admins),

  'POST /control/invite': operator,
  'POST /control/invite/revoke': operator,
  'GET /control/devices': operator,
  'DELETE /control/devices/:id': operator,
  'GET /control/audit': operator,
  'POST /control/nightly': operator,
  'POST /control/import': operator,
  'POST /control/restore': operator,
  'POST /control/new-epoch': operator,
  'POST /control/backups': operator,
  'POST /control/refolds': operator,
};
