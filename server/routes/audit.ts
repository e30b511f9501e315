import { createRoute } from '@hono/zod-openapi';
import { AuditPage, AuditQuery } from '#lib/contract/team.ts';
import { readAudit, readMark } from '../audit.ts';
import { answers, signedIn, stamp } from '../http/answers.ts';
import { Refused } from '../http/errors.ts';
import type { App, AppDeps } from '../http/types.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/audit',
  summary: 'Who saw and changed what (admins)',
  security: signedIn,
  request: { query: AuditQuery },
  responses: answers(AuditPage, 'Newest first, up to 100; `before` leads to the next page'),
});

/** A page of the trail, as the query asks for it. Nothing over HTTP can change an entry. */
export const auditPage = async (deps: AppDeps, { before, ...asked }: AuditQuery) => {
  const mark = before === undefined ? undefined : readMark(before);
  if (mark === null)
    throw new Refused('invalid', { message: 'before: not the mark of a page.', mend: 'Begin without it.' });
  return deps.store.read((tx) => readAudit(tx, deps.store.kind, { ...asked, before: mark }));
};

export const auditRoutes = (app: App, deps: AppDeps): void => {
  app.openapi(route, async (c) => {
    const page = await auditPage(deps, c.req.valid('query'));
    return c.json({ ...(await stamp(deps)), ...page }, 200);
  });
};
