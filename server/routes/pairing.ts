import { createRoute } from '@hono/zod-openapi';
import { PairAnswer, PairRequest } from '#lib/contract/sync.ts';
import { pair } from '../auth/pairing.ts';
import { answers, jsonBody, stamp } from '../http/answers.ts';
import { Refused } from '../http/errors.ts';
import { pairPage } from '../http/pair-page.ts';
import type { App, AppDeps } from '../http/types.ts';

const CODE = /^[A-Za-z0-9_-]{8,128}$/;

const route = createRoute({
  method: 'post',
  path: '/pair',
  summary: 'Trade the code of a pairing link for a device token',
  request: jsonBody(PairRequest),
  responses: answers(PairAnswer, 'The device is signed in; the token is shown only here'),
});

export const pairingRoutes = (app: App, deps: AppDeps): void => {
  app.openapi(route, async (c) => {
    const { code, device } = c.req.valid('json');
    const paired = await pair(deps.store, deps, code, device);
    if (!paired.ok) throw new Refused(paired.why);
    const { session, token } = paired;
    return c.json({ ...(await stamp(deps)), token, device: session.device, member: session.member }, 200);
  });
  app.get('/pair/:code', (c) => {
    const code = c.req.param('code');
    if (!CODE.test(code)) throw new Refused('pairing-unknown');
    // What the request says of its address is what a proxy made of it.
    const link = deps.publicUrl && `${deps.publicUrl}/pair/${code}`;
    c.header(
      'Content-Security-Policy',
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    return c.html(pairPage(deps.workspace.name, link));
  });
};
