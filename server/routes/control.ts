import { z } from 'zod';
import { eventTypes } from '#lib/contract/events.ts';
import { AuditQuery, InviteRequest } from '#lib/contract/team.ts';
import { auditOperator } from '../audit.ts';
import { listDevices, revokeDevice } from '../auth/devices.ts';
import { createPairing, revokePairing } from '../auth/pairing.ts';
import { stamp } from '../http/answers.ts';
import { Refused } from '../http/errors.ts';
import type { App, AppDeps } from '../http/types.ts';
import { ImportProblem } from '../import/problem.ts';
import { runImport } from '../import/run.ts';
import { runNightly } from '../jobs/nightly.ts';
import { describeError } from '../log.ts';
import { readHead } from '../store/workspace.ts';
import { auditPage } from './audit.ts';

/** With the public address of the server that runs, which the command line may not have in its environment. */
export const CodeAnswer = z.object({ code: z.string(), publicUrl: z.string().optional() });
export const RevokeRequest = z.object({ code: z.string().min(1).max(200) });
/** Whether there was something to do. */
export const DoneAnswer = z.object({ done: z.boolean() });

export const ImportQuery = z.object({
  kind: z.enum(['customers', 'events']),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  dryRun: z.enum(['true', 'false']).transform((text) => text === 'true'),
  dates: z.enum(['dmy', 'mdy']).optional(),
  type: z
    .string()
    .transform((text) => eventTypes.find((type) => type === text))
    .optional(),
});

async function* textOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of body) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/**
 * What the command line may ask of a running server. Not part of the public interface: only the control file
 * in the data folder has the token.
 */
export const controlRoutes = (app: App, deps: AppDeps): void => {
  if (deps.controlToken === undefined) return;
  app.post('/control/invite', async (c) => {
    const invitation = InviteRequest.safeParse(await c.req.json());
    if (!invitation.success) throw new Refused('invalid');
    const code = await createPairing(deps.store, deps, invitation.data);
    return c.json({ code, publicUrl: deps.publicUrl });
  });
  app.post('/control/invite/revoke', async (c) => {
    const request = RevokeRequest.safeParse(await c.req.json());
    if (!request.success) throw new Refused('invalid');
    return c.json({ done: await revokePairing(deps.store, deps.now(), request.data.code) });
  });
  app.get('/control/devices', async (c) =>
    c.json({ ...(await stamp(deps)), devices: await listDevices(deps.store) }),
  );
  app.get('/control/audit', async (c) => {
    const query = AuditQuery.safeParse(c.req.query());
    if (!query.success) throw new Refused('invalid');
    await deps.readings.flush();
    return c.json({ ...(await stamp(deps)), ...(await auditPage(deps, query.data)) });
  });
  app.delete('/control/devices/:id', async (c) =>
    c.json({ done: await revokeDevice(deps.store, deps.now(), c.req.param('id')) }),
  );
  app.post('/control/nightly', async (c) => {
    const report = await runNightly({ ...deps, signal: deps.stopping });
    await auditOperator(deps.store, deps.now(), { action: 'nightly', detail: {} });
    return c.json(report);
  });
  app.post('/control/import', (c) => {
    const query = ImportQuery.safeParse(c.req.query());
    const { body } = c.req.raw;
    if (!query.success || !body) throw new Refused('invalid');
    const news = runImport(deps, textOf(body), query.data);
    const encoder = new TextEncoder();
    const line = (value: unknown) => encoder.encode(`${JSON.stringify(value)}\n`);
    const stream = new ReadableStream<Uint8Array>({
      pull: async (controller) => {
        try {
          const { value, done } = await news.next();
          if (done) return controller.close();
          controller.enqueue(line(value));
          if (value.news === 'done') deps.bus.poke(await deps.store.read(readHead));
        } catch (error) {
          if (!(error instanceof ImportProblem)) deps.log('error', 'import-failed', describeError(error));
          const problem =
            error instanceof ImportProblem
              ? { message: error.message, mend: error.mend }
              : { message: 'The import failed on the server.', mend: 'See its log; run it again to go on.' };
          controller.enqueue(line({ news: 'problem', ...problem }));
          controller.close();
        }
      },
      cancel: async () => void (await news.return(undefined)),
    });
    return c.body(stream, 200, { 'Content-Type': 'application/x-ndjson' });
  });
};
