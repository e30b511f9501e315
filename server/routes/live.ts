import { createRoute } from '@hono/zod-openapi';
import { authenticate } from '../auth/sessions.ts';
import { signedIn } from '../http/answers.ts';
import { bearerToken } from '../http/bearer.ts';
import type { App, AppDeps } from '../http/types.ts';
import { readHead } from '../store/workspace.ts';

/** Long enough to make one poke of a burst, short enough not to be noticed. */
const COALESCE_MS = 150;
const COMMENT_MS = 20_000;
/** A device that is revoked hears nothing more after this. Another process may have revoked it, so the store is asked. */
const CHECK_MS = 4_000;

const route = createRoute({
  method: 'get',
  path: '/sync/live',
  summary: 'Says that something changed, so that the device pulls',
  security: signedIn,
  responses: {
    200: {
      description: 'Events named `poke`, without content; a comment every 20 seconds',
      content: { 'text/event-stream': { schema: { type: 'string' } } },
    },
  },
});

/** The stream of one listener. It ends when the device leaves, is revoked, or the server stops. */
const pokes = (deps: AppDeps, since: number, stillIn: () => Promise<boolean>, gone: AbortSignal) => {
  const encoder = new TextEncoder();
  let stop = (): void => {};
  let over = false;
  return new ReadableStream<Uint8Array>({
    start: (controller) => {
      let burst: NodeJS.Timeout | undefined;
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const unsubscribe = deps.bus.subscribe(since, () => {
        burst ??= setTimeout(() => {
          burst = undefined;
          send('event: poke\ndata:\n\n');
        }, COALESCE_MS);
      });
      let quiet = 0;
      const beat = setInterval(async () => {
        const signedIn = await stillIn().catch(() => true);
        // The listener may have left while the store was asked.
        if (over) return;
        if (!signedIn) return finish();
        quiet += CHECK_MS;
        if (quiet < COMMENT_MS) return;
        quiet = 0;
        send(': still here\n\n');
      }, CHECK_MS);
      const end = AbortSignal.any([gone, deps.stopping]);
      stop = () => {
        over = true;
        clearTimeout(burst);
        clearInterval(beat);
        unsubscribe();
        end.removeEventListener('abort', finish);
      };
      const finish = () => {
        stop();
        controller.close();
      };
      end.addEventListener('abort', finish);
      send(': hello\n\n');
      if (end.aborted) finish();
    },
    cancel: () => stop(),
  });
};

export const liveRoutes = (app: App, deps: AppDeps): void => {
  app.openapi(route, async (c) => {
    const token = bearerToken(c.req.header('Authorization')) ?? '';
    const stillIn = async () => typeof (await authenticate(deps.store, deps.now(), token)) !== 'string';
    const since = await deps.store.read(readHead);
    c.header('Content-Type', 'text/event-stream');
    // A proxy that buffers would hold the pokes back.
    c.header('X-Accel-Buffering', 'no');
    return c.body(pokes(deps, since, stillIn, c.req.raw.signal));
  });
};
