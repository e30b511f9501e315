import type { MiddlewareHandler } from 'hono';
import { authenticate, type Role } from '../auth.ts';
import { Refused } from './errors.ts';
import type { AppDeps, AppEnv } from './types.ts';

/** The token of an Authorization header, or undefined. */
export const bearerToken = (header: string | undefined): string | undefined =>
  header?.match(/^Bearer ([A-Za-z0-9_-]{20,200})$/i)?.[1];

/** Lets a request on only with the token of a device that is signed in. */
export const bearer =
  (deps: AppDeps): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const token = bearerToken(c.req.header('Authorization'));
    const session = token === undefined ? null : await authenticate(deps.store, deps.now(), token);
    if (!session) throw new Refused('unauthorised');
    c.set('session', session);
    await next();
  };

const only =
  (...roles: Role[]): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    if (!roles.includes(c.get('session').member.role)) throw new Refused('forbidden');
    await next();
  };

export const adminOnly = only('admin');
/** Who answers for the data of the team. */
export const leadsOnly = only('admin', 'founder');
/** Everybody who may record something. */
export const recorders = only('admin', 'founder', 'rep');
