import { createRoute } from '@hono/zod-openapi';
import { PushAnswer, PushRequest } from '#lib/contract/sync.ts';
import { answers, jsonBody, signedIn } from '../http/answers.ts';
import { Refused } from '../http/errors.ts';
import type { App, AppDeps } from '../http/types.ts';
import { push } from '../ingest/push.ts';
import { describeError } from '../log.ts';
import { StoreClosed } from '../store/gate.ts';

const route = createRoute({
  method: 'post',
  path: '/sync/push',
  summary: 'Settle the mutations of a device, each exactly once',
  security: signedIn,
  request: jsonBody(PushRequest),
  responses: answers(PushAnswer, 'A result for each mutation that was settled'),
});

export const pushRoutes = (app: App, deps: AppDeps): void => {
  app.openapi(route, async (c) => {
    const receivedAt = deps.now();
    const { clientId, epoch, sentAt, mutations } = c.req.valid('json');
    const { member, device } = c.get('session');
    const outcome = await push(
      {
        store: deps.store,
        playbooks: deps.playbooks,
        onStop: (error) =>
          deps.log(error instanceof StoreClosed ? 'warn' : 'error', 'push-stopped', {
            id: c.get('requestId'),
            ...describeError(error),
          }),
      },
      { clientId, member, device, epoch, sentAt, receivedAt, mutations },
    );
    if (!outcome.ok) {
      switch (outcome.why) {
        case 'unreadable':
          throw new Refused('invalid', { message: 'mutations.0: has no readable mid and id.' });
        case 'forbidden':
          throw new Refused('forbidden', { message: 'This browser profile belongs to another member.' });
        case 'epoch-changed':
          throw new Refused('epoch-changed');
        case 'busy':
          throw new Refused('busy', { retryAfter: 1 });
        case 'client-forked':
        case 'mutation-gap':
          throw new Refused(outcome.why, { lmid: outcome.lmid });
      }
    }
    const numbers = outcome.results.flatMap((result) =>
      result.status === 'applied' ? [Number(result.seq)] : [],
    );
    if (numbers.length > 0) deps.bus.poke(Math.max(...numbers));
    const { results, lmid } = outcome;
    // Each was settled in a transaction that compared it.
    return c.json({ epoch, serverTime: deps.now(), results, lmid }, 200);
  });
};
