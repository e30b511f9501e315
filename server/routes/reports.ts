import { createRoute, z } from '@hono/zod-openapi';
import { Id } from '#lib/contract/primitives.ts';
import { Report, ReportAnswer, ReportStored, ReportsAnswer } from '#lib/contract/report.ts';
import { actorOf } from '../http/actor.ts';
import { answers, jsonBody, signedIn, stamp } from '../http/answers.ts';
import { Refused } from '../http/errors.ts';
import type { App, AppDeps } from '../http/types.ts';
import { readReport, readReports, storeReport } from '../ingest/reports.ts';

const send = createRoute({
  method: 'post',
  path: '/v1/reports',
  summary: 'Report a page on which Suki named somebody else, or nobody',
  security: signedIn,
  request: jsonBody(Report),
  responses: answers(ReportStored, 'Whether it was new'),
});

const list = createRoute({
  method: 'get',
  path: '/v1/reports',
  summary: 'How many pages were reported, by day, host and version of its detector (admins)',
  security: signedIn,
  responses: answers(ReportsAnswer, 'Counts of the last 90 days, and the reports that are kept'),
});

const open = createRoute({
  method: 'get',
  path: '/v1/reports/{id}',
  summary: 'One report, as it was sent (admins)',
  security: signedIn,
  request: { params: z.object({ id: Id }) },
  responses: answers(ReportAnswer, 'The report'),
});

export const reportRoutes = (app: App, deps: AppDeps): void => {
  app.openapi(send, async (c) => {
    const by = actorOf(c.get('session'));
    const stored = await storeReport(deps.store, c.req.valid('json'), { by, now: deps.now() });
    return c.json({ ...(await stamp(deps)), stored }, 200);
  });
  app.openapi(list, async (c) => {
    const found = await deps.store.read((tx) => readReports(tx, deps.now()));
    return c.json({ ...(await stamp(deps)), ...found }, 200);
  });
  app.openapi(open, async (c) => {
    const found = await deps.store.read((tx) => readReport(tx, c.req.valid('param').id));
    if (!found)
      throw new Refused('not-found', {
        message: 'This report is not kept any more.',
        mend: 'Take a newer one.',
      });
    return c.json({ ...(await stamp(deps)), ...found }, 200);
  });
};
