import { z } from 'zod';
import { Id } from '#lib/contract/primitives.ts';
import { auditOperator } from '../audit.ts';
import { Header } from '../backup/format.ts';
import { bringUpToDate, restoreBackup } from '../backup/restore.ts';
import { markForRefold } from '../doctor/mend.ts';
import { isDamagedSqlite } from '../faults.ts';
import { Refused } from '../http/errors.ts';
import type { App, AppDeps } from '../http/types.ts';
import { logUnfolded, refoldAllMarked } from '../ingest/refold.ts';
import { describeError } from '../log.ts';
import { OperatorError } from '../store/errors.ts';
import { readHead, renewEpoch } from '../store/workspace.ts';

export const RestoreQuery = z.object({ header: z.string(), force: z.enum(['true', 'false']) });
/** What a restore in the server says while it runs, a line of JSON each. */
export const RestoreNews = z.discriminatedUnion('news', [
  z.object({ news: z.literal('progress'), rows: z.int() }),
  z.object({
    news: z.literal('done'),
    rows: z.int(),
    kept: z.object({ devices: z.int(), roles: z.int() }).nullable(),
  }),
  z.object({ news: z.literal('problem'), message: z.string(), mend: z.string() }),
]);
export type RestoreNews = z.infer<typeof RestoreNews>;
export const EpochAnswer = z.object({ epoch: z.uuid() });
export const RefoldRequest = z.object({ customers: z.array(Id).max(200) });
export const RefoldAnswer = z.object({ marked: z.int(), unfolded: z.array(z.string()) });

const PROGRESS_ROWS = 5_000;

/** A body can be read once. */
const once = (body: ReadableStream<Uint8Array>) => {
  let isRead = false;
  return () => {
    if (isRead) throw new OperatorError('Putting the backup back was interrupted.', 'Run the same again.');
    isRead = true;
    return body;
  };
};

const problemOf = (deps: AppDeps, error: unknown): RestoreNews => {
  if (error instanceof OperatorError) return { news: 'problem', message: error.message, mend: error.mend };
  deps.log('error', 'restore-failed', describeError(error));
  if (isDamagedSqlite(error))
    return {
      news: 'problem',
      message: 'The database of the running server is damaged, so that nothing can be put back into it.',
      mend: 'Stop the server and run this again with --force: that moves suki.db aside first.',
    };
  return { news: 'problem', message: 'The server could not put the backup back.', mend: 'See its log.' };
};

/** Looking after the store that a running server holds: what the command line cannot do beside it. */
export const careRoutes = (app: App, deps: AppDeps): void => {
  if (deps.controlToken === undefined) return;
  app.post('/control/restore', (c) => {
    const query = RestoreQuery.safeParse(c.req.query());
    const { body } = c.req.raw;
    if (!query.success || !body) throw new Refused('invalid');
    const header = Header.safeParse(JSON.parse(query.data.header));
    if (!header.success) throw new Refused('invalid');
    const encoder = new TextEncoder();
    const stream = new ReadableStream<Uint8Array>({
      start: async (controller) => {
        const say = (news: RestoreNews) => controller.enqueue(encoder.encode(`${JSON.stringify(news)}\n`));
        let said = 0;
        try {
          const restored = await restoreBackup(deps.store, header.data, once(body), {
            uuid: deps.uuid,
            force: query.data.force === 'true',
            onProgress: (done) => {
              if (done - said < PROGRESS_ROWS) return;
              said = done;
              say({ news: 'progress', rows: done });
            },
          });
          await bringUpToDate(deps);
          deps.bus.poke(await deps.store.read(readHead));
          say({ news: 'done', ...restored });
        } catch (error) {
          say(problemOf(deps, error));
        }
        controller.close();
      },
    });
    return c.body(stream, 200, { 'Content-Type': 'application/x-ndjson' });
  });
  app.post('/control/new-epoch', async (c) => {
    const epoch = await renewEpoch(deps.store, deps.uuid);
    await auditOperator(deps.store, deps.now(), { action: 'new-epoch', detail: {} });
    return c.json({ epoch });
  });
  app.post('/control/backups', async (c) => {
    await auditOperator(deps.store, deps.now(), { action: 'backup', detail: {} });
    return c.json({ done: true });
  });
  app.post('/control/refolds', async (c) => {
    const request = RefoldRequest.safeParse(await c.req.json());
    if (!request.success) throw new Refused('invalid');
    const marked = await markForRefold(deps.store, request.data.customers);
    const unfolded = await refoldAllMarked(deps, `doctor ${deps.now()}`);
    logUnfolded(deps.log, unfolded);
    deps.bus.poke(await deps.store.read(readHead));
    return c.json({ marked, unfolded: unfolded.map(({ customer }) => customer) });
  });
};
