import type { MiddlewareHandler } from 'hono';
import { authenticate } from '../auth.ts';
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

/** For routes that only admins may use. */
export const adminOnly: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (c.get('session').member.role !== 'admin') throw new Refused('forbidden');
  await next();
};
