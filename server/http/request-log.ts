import type { MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { Log } from '../log.ts';
import type { AppEnv } from './types.ts';

/** One line per request: which route, never which customer. */
export const requestLog =
  (log: Log, now: () => number, uuid: () => string): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const started = now();
    const id = uuid();
    c.set('requestId', id);
    await next();
    c.res.headers.set('X-Request-Id', id);
    const handler = matchedRoutes(c).findLast((route) => !route.path.endsWith('*'));
    log('info', 'request', {
      id,
      method: c.req.method,
      route: handler?.path ?? 'none',
      status: c.res.status,
      ms: now() - started,
    });
  };
