import { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import { Mutation } from '#lib/contract/mutations.ts';
import { LIMITS, WIRE } from '#lib/contract/sync.ts';
import { LastAdmin } from './auth/members.ts';
import { extensionCors } from './http/cors.ts';
import { answerRefused, Refused } from './http/errors.ts';
import { guard, mustBeSaid } from './http/guard.ts';
import { safeHeaders } from './http/headers.ts';
import { jsonOnly } from './http/json-body.ts';
import { requestLog } from './http/request-log.ts';
import type { App, AppDeps, AppEnv } from './http/types.ts';
import { describeError } from './log.ts';
import { routes } from './routes/index.ts';
import { StoreClosed } from './store/gate.ts';
import { isCrowded, isTransient } from './store/retry.ts';
import { version } from './version.ts';

const SMALL_BODY = 16_384;
/** A playbook of 300 plays, or 50 decisions. */
const LARGE_BODY = 1_048_576;
/** The picture of a page is 64 kB at most, and has few letters that JSON writes in another way. */
const REPORT_BODY = 131_072;
/** Bodies of any size, never in memory as a whole. */
const STREAMED = ['/control/import', '/control/restore'];

const tooLarge = () => {
  throw new Refused('too-large');
};
const playbookTooLarge = () => {
  throw new Refused('too-large', {
    message: 'The playbook is larger than 1 MB.',
    mend: 'Shorten its texts, or take out plays that nobody uses.',
  });
};

const refusedBy = (error: unknown): Refused => {
  if (error instanceof Refused) return error;
  // Hono's own refusals: a body that is no JSON.
  if (error instanceof HTTPException && error.status < 500) return new Refused('invalid', { status: 400 });
  if (error instanceof LastAdmin) return new Refused('invalid', { message: error.message, mend: error.mend });
  if (error instanceof StoreClosed)
    return new Refused('busy', { message: error.message, retryAfter: error.retryAfter });
  if (isTransient(error)) return new Refused('busy', { retryAfter: 1 });
  if (isCrowded(error)) return new Refused('busy', { retryAfter: 10 });
  return new Refused('internal');
};

/** JSON Schema and OpenAPI 3.1 are one language, which their types do not know. */
const MUTATION = z.toJSONSchema(Mutation, { io: 'input', unrepresentable: 'any' }) as object;
const ABOUT = `What the extension and the server say to each other, wire version ${WIRE.version}; lib/sync/SPEC.md has the rules.
Each of the \`mutations\` of POST /sync/push is a Mutation (below), whose \`mid\` counts up from 1 without a gap.`;

/**
 * Assembles the app and touches nothing but what `deps` gives it.
 * @param extra adds routes of its own (the demo); they get the same headers, log and limits
 */
export const createApp = (deps: AppDeps & { extra?: ((app: App) => void) | undefined }): App => {
  const app: App = new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (result.success) return;
      const [issue] = result.error.issues;
      const place = issue?.path.join('.') || 'body';
      throw new Refused('invalid', { message: `${place}: ${issue?.message ?? 'cannot be read'}` });
    },
  });
  app.onError((error, c) => {
    const refused = refusedBy(error);
    if (refused.status >= 500) {
      // That a backup is put back is what somebody wants.
      const level = error instanceof StoreClosed ? 'warn' : 'error';
      deps.log(level, 'request-failed', { id: c.get('requestId'), ...describeError(error) });
    }
    return answerRefused(c, refused);
  });
  app.notFound((c) => answerRefused(c, new Refused('not-found')));

  app.use(requestLog(deps.log, deps.now, deps.uuid));
  app.use(safeHeaders);
  app.use(extensionCors);
  const small = bodyLimit({ maxSize: SMALL_BODY, onError: tooLarge });
  const pushed = bodyLimit({ maxSize: LIMITS.pushBytes, onError: tooLarge });
  const large = bodyLimit({ maxSize: LARGE_BODY, onError: tooLarge });
  const report = bodyLimit({ maxSize: REPORT_BODY, onError: tooLarge });
  const playbook = bodyLimit({ maxSize: LARGE_BODY, onError: playbookTooLarge });
  app.use((c, next) => {
    if (STREAMED.includes(c.req.path)) return next();
    if (c.req.path.startsWith('/v1/playbook')) return playbook(c, next);
    if (c.req.path.startsWith('/v1/reports')) return report(c, next);
    if (c.req.path.startsWith('/v1/')) return large(c, next);
    return c.req.path === '/sync/push' ? pushed(c, next) : small(c, next);
  });
  app.use(guard(deps));
  for (const path of ['/pair', '/sync/*', '/v1/*']) app.use(path, jsonOnly);

  for (const add of routes) add(app, deps);
  app.openAPIRegistry.registerComponent('securitySchemes', 'device', { type: 'http', scheme: 'bearer' });
  // A push carries them unparsed, so that one of them that is wrong does not take the others down.
  app.openAPIRegistry.registerComponent('schemas', 'Mutation', MUTATION);
  app.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'Suki server', version, description: ABOUT },
  });
  mustBeSaid(app);
  deps.extra?.(app);
  return app;
};
