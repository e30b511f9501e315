import { timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import { authenticate, type Session } from '../auth/sessions.ts';
import { hashSecret } from '../secrets.ts';
import { bearerToken } from './bearer.ts';
import { Refused } from './errors.ts';
import { may, type Rule } from './may.ts';
import { createRateLimit, LIMITS } from './rate-limit.ts';
import type { App, AppDeps, AppEnv } from './types.ts';

const same = (a: string, b: string): boolean =>
  timingSafeEqual(Buffer.from(hashSecret(a)), Buffer.from(hashSecret(b)));

type Named = { method: string; path: string };
const nameOf = ({ method, path }: Named): string => `${method} ${path}`;
/** Middleware of a path is no route. */
const isRoute = ({ method }: Named): boolean => method !== 'ALL';

/** Throws for a route that nobody has said who may call it. */
export const mustBeSaid = (app: App): void => {
  for (const route of app.routes.filter(isRoute))
    if (!may[nameOf(route)]) throw new Error(`${nameOf(route)} is not in server/http/may.ts.`);
};

const tokenOf = (c: Context): string => {
  const token = bearerToken(c.req.header('Authorization'));
  if (token === undefined) throw new Refused('unauthorised');
  return token;
};

/** Who asks, as the store knows them now; throws when they are not signed in (any more). */
export const sessionOf = async (deps: AppDeps, c: Context): Promise<Session> => {
  const session = await authenticate(deps.store, deps.now(), tokenOf(c));
  if (typeof session === 'string') throw new Refused(session);
  return session;
};

/** Lets a request on when may.ts says so, and no more often than that. What is mounted beside the routes is not its matter. */
export const guard = (deps: AppDeps): MiddlewareHandler<AppEnv> => {
  const limits = { ...LIMITS, ...deps.limits };
  const allow = {
    usual: createRateLimit(limits.usual),
    snapshot: createRateLimit(limits.snapshot),
    find: createRateLimit(limits.find),
    pairing: createRateLimit(limits.pairing),
    report: createRateLimit(limits.report),
  };
  const count = ({ limit }: Rule, whose: string): void => {
    const retryAfter = limit === null ? 0 : allow[limit](whose, deps.now());
    if (retryAfter > 0) throw new Refused('too-many', { retryAfter });
  };
  /** @returns whose allowance it takes from */
  const enter = async (c: Context<AppEnv>, { who }: Rule): Promise<string> => {
    if (who === 'anybody') return deps.remote(c);
    const token = tokenOf(c);
    if (who === 'operator') {
      if (deps.controlToken === undefined || !same(token, deps.controlToken))
        throw new Refused('unauthorised');
      return 'operator';
    }
    // The route itself asks who that is: a token that has ended is good enough.
    if (who === 'renewing') return hashSecret(token);
    const session = await sessionOf(deps, c);
    c.set('session', session);
    return session.device;
  };
  return async (c, next) => {
    const route = matchedRoutes(c).find(isRoute);
    // Hono answers HEAD as it does GET.
    const rule = route && may[nameOf(route)];
    if (rule) {
      const whose = await enter(c, rule);
      count(rule, whose);
      if (Array.isArray(rule.who) && !rule.who.includes(c.get('session').member.role))
        throw new Refused('forbidden');
    }
    await next();
  };
};
