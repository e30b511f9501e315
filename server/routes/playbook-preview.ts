import { performance } from 'node:perf_hooks';
import { createRoute } from '@hono/zod-openapi';
import { readDraft } from '#lib/contract/draft-faults.ts';
import { PreviewAnswer, PreviewRequest } from '#lib/contract/playbook-edit.ts';
import { answers, jsonBody, signedIn } from '../http/answers.ts';
import { Refused } from '../http/errors.ts';
import type { App, AppDeps } from '../http/types.ts';
import { readStored } from '../ingest/playbooks.ts';
import { previewPlay } from '../jobs/preview.ts';

const route = createRoute({
  method: 'post',
  path: '/v1/playbook/preview',
  summary: 'Whom a play of an edited playbook would be suggested for today (admins)',
  security: signedIn,
  request: jsonBody(PreviewRequest),
  responses: answers(PreviewAnswer, 'How many, and ten of them; refused when the draft cannot be read'),
});

const preview = async (
  deps: AppDeps,
  { draft, play }: PreviewRequest,
  signal: AbortSignal,
): Promise<PreviewAnswer> => {
  const read = readDraft(draft);
  if (!read.ok) return { status: 'refused', findings: read.findings };
  if (!read.draft.plays.some(({ id }) => id === play)) {
    const message = `There is no play called "${play}".`;
    return {
      status: 'refused',
      findings: [{ play: null, path: 'plays', message, mend: 'Choose one of the list.' }],
    };
  }
  const stored = await deps.store.read(readStored);
  if (!stored) throw new Refused('not-found', { message: 'This workspace has no playbook.' });
  const playbook = { ...stored.playbook, ...read.draft };
  return previewPlay({ ...deps, clock: () => performance.now(), signal }, playbook, play);
};

export const playbookPreviewRoutes = (app: App, deps: AppDeps): void => {
  /** Members for whom one runs: every customer is looked at, and once at a time is enough. */
  const running = new Set<string>();
  app.openapi(route, async (c) => {
    const { id } = c.get('session').member;
    if (running.has(id))
      throw new Refused('busy', {
        status: 429,
        message: 'A preview of yours is still running.',
        retryAfter: 2,
      });
    running.add(id);
    const signal = AbortSignal.any([c.req.raw.signal, deps.stopping]);
    try {
      return c.json(await preview(deps, c.req.valid('json'), signal), 200);
    } catch (error) {
      throw signal.aborted ? new Refused('busy') : error;
    } finally {
      running.delete(id);
    }
  });
};
