import { createRoute } from '@hono/zod-openapi';
import { PullAnswer, PullRequest } from '#lib/contract/sync.ts';
import { answers, jsonBody, signedIn, stamp } from '../http/answers.ts';
import type { App, AppDeps } from '../http/types.ts';
import { type PullPage, readPull } from '../ingest/pages.ts';

const route = createRoute({
  method: 'post',
  path: '/sync/pull',
  summary: 'What changed after a cursor, waiting for it if asked to',
  security: signedIn,
  request: jsonBody(PullRequest),
  responses: answers(PullAnswer, 'Changed customers, and the cursor to send next'),
});

const isQuiet = (page: PullPage): boolean =>
  page.rows.length === 0 && page.gone.length === 0 && page.playbook === undefined && !page.more;

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
    const { cursors, limit, wait = 0 } = c.req.valid('json');
    const until = deps.now() + wait;
    const signal = c.req.raw.signal;
    let page = await readPull(deps.store, deps.playbooks, { cursor: cursors.all, limit });
    while (isQuiet(page)) {
      const left = until - deps.now();
      if (left <= 0 || !(await changed(deps, Number(page.cursors.all), left, signal))) break;
      page = await readPull(deps.store, deps.playbooks, { cursor: page.cursors.all, limit });
    }
    return c.json({ ...stamp(deps), ...page }, 200);
  });
};
