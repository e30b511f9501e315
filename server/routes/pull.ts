import { createRoute } from '@hono/zod-openapi';
import { PullRequest } from '#lib/contract/sync.ts';
import { jsonBody, PAGE_TYPE, page, signedIn } from '../http/answers.ts';
import { sessionOf } from '../http/guard.ts';
import type { App, AppDeps } from '../http/types.ts';
import { readPull } from '../ingest/pull.ts';

const route = createRoute({
  method: 'post',
  path: '/sync/pull',
  summary: 'What changed after a cursor for this device, waiting for it if asked to',
  security: signedIn,
  request: jsonBody(PullRequest),
  responses: page('Changed customers as lines (lib/contract/page.ts), and the cursor to send next'),
});

/** True once the head passes `since`; false after `ms`, or when somebody gives up. */
const changed = (deps: AppDeps, since: number, ms: number, gone: AbortSignal): Promise<boolean> =>
  new Promise((resolve) => {
    const end = AbortSignal.any([gone, deps.stopping]);
    const finish = (answer: boolean) => {
      clearTimeout(timer);
      unsubscribe();
      end.removeEventListener('abort', giveUp);
      resolve(answer);
    };
    const giveUp = () => finish(false);
    const timer = setTimeout(giveUp, ms);
    const unsubscribe = deps.bus.subscribe(since, () => finish(true));
    end.addEventListener('abort', giveUp);
    if (end.aborted) giveUp();
  });

export const pullRoutes = (app: App, deps: AppDeps): void => {
  app.openapi(route, async (c) => {
    const { wait = 0, ...asked } = c.req.valid('json');
    let session = c.get('session');
    const until = deps.now() + wait;
    const signal = c.req.raw.signal;
    let answer = await readPull(deps, { ...asked, member: session.member });
    while (answer.quiet) {
      const left = until - deps.now();
      if (left <= 0 || !(await changed(deps, answer.cursor, left, signal))) break;
      // Whoever was signed out while they waited gets nothing more, and whoever may see less now gets that.
      session = await sessionOf(deps, c);
      answer = await readPull(deps, { ...asked, member: session.member, cursor: String(answer.cursor) });
    }
    deps.readings.sent(session, answer.rows);
    return c.body(answer.text, 200, { 'Content-Type': PAGE_TYPE });
  });
};
