import { beforeEach, describe, expect, it } from 'vitest';
import { WIRE } from '#lib/contract/sync.ts';
import { routes } from '#server/routes/index.ts';
import { createDevice, engines, serverForTest, type TestServer } from './world.ts';

const EXTENSION = 'chrome-extension://abcdefghijklmnopabcdefghijklmnop';

describe.each(engines)('http on %s', (engine) => {
  let server: TestServer;
  beforeEach(async () => {
    server = await serverForTest(engine);
  });

  it('lets extensions in, with preflight and private network, and no web page', async () => {
    const preflight = (origin: string) =>
      server.app.request('/sync/push', {
        method: 'OPTIONS',
        headers: {
          Origin: origin,
          'Access-Control-Request-Method': 'POST',
          'Access-Control-Request-Headers': 'authorization,content-type',
          'Access-Control-Request-Private-Network': 'true',
        },
      });
    for (const origin of [EXTENSION, 'moz-extension://0f2c1b5e-1111-4222-8333-444455556666']) {
      const { status, headers } = await preflight(origin);
      expect(status).toBe(204);
      expect(headers.get('access-control-allow-origin')).toBe(origin);
      expect(headers.get('access-control-allow-headers')).toContain('Authorization');
      expect(headers.get('access-control-allow-methods')).toBe('GET, POST, PUT, DELETE');
      expect(headers.get('access-control-allow-private-network')).toBe('true');
      expect(headers.get('access-control-allow-credentials')).toBeNull();
    }
    for (const origin of ['https://evil.example', 'null', `https://x/${EXTENSION}`]) {
      expect((await preflight(origin)).headers.get('access-control-allow-origin')).toBeNull();
    }
    // Errors can be read too, or the extension could not tell 401 from "no network".
    const refused = await server.app.request('/sync/digest', { headers: { Origin: EXTENSION } });
    expect(refused.status).toBe(401);
    expect(refused.headers.get('access-control-allow-origin')).toBe(EXTENSION);
  });

  it('says no-store and the strict headers on every answer', async () => {
    for (const path of ['/health', '/nothing', '/sync/digest', '/openapi.json', '/pair/abcdefgh']) {
      const { headers } = await server.send(path);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  it('answers every error in one form, with what to do about it', async () => {
    const mia = await createDevice(server, 'Mia');
    const broken = await server.app.request('/pair', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{broken',
    });
    const wrong = await mia.pull('0', { limit: 0 });
    const large = await mia.post('/sync/hello', { filler: 'x'.repeat(20_000) });
    const answers = await Promise.all(
      [broken, wrong, large, await server.send('/nothing')].map(async (response) => ({
        status: response.status,
        ...(await response.json()).error,
      })),
    );
    expect(answers.map((answer) => [answer.status, answer.code])).toEqual([
      [400, 'invalid'],
      [422, 'invalid'],
      [413, 'too-large'],
      [404, 'not-found'],
    ]);
    expect(answers[1].message).toContain('limit');
    for (const answer of answers) expect(answer.mend).toBeTruthy();
  });

  it('says whether a body is not called JSON, is empty, or is no JSON, and where', async () => {
    const mia = await createDevice(server, 'Mia');
    const post = async (type: string, body: string) => {
      const response = await server.app.request('/sync/pull', {
        ...{ method: 'POST', body },
        headers: { Authorization: `Bearer ${mia.token}`, 'Content-Type': type },
      });
      const { error } = await response.json();
      return [response.status, `${error.message} ${error.mend}`];
    };
    const json = 'application/json';
    expect(await post('text/plain', '{}')).toEqual([
      400,
      expect.stringMatching(/content-type: application\/json/),
    ]);
    expect(await post(json, ' ')).toEqual([400, expect.stringMatching(/^The body is empty\./)]);
    expect(await post(json, '{"cursor": }')).toEqual([400, expect.stringMatching(/no JSON: .*\}/)]);
    expect(await post('application/json; charset=utf-8', '{}')).toEqual([
      422,
      expect.stringMatching(/^clientId/),
    ]);
  });

  it('mends what is wrong with a playbook in words that fit', async () => {
    const ada = await createDevice(server, 'Ada', 'admin');
    const unknown = await (await ada.post('/v1/playbook/revert', { base: 1, to: 999 })).json();
    expect(unknown.error).toMatchObject({
      message: expect.stringContaining('999'),
      mend: expect.stringContaining('history'),
    });
    const large = await ada.post('/v1/playbook', { base: 1, note: '', draft: 'x'.repeat(1_100_000) });
    expect([large.status, (await large.json()).error.mend]).toEqual([413, expect.stringMatching(/texts/)]);
  });

  it('health tells what runs, and nothing of the customers', async () => {
    const answer = await (await server.send('/health')).json();
    expect(answer).toEqual({
      status: 'ok',
      version: expect.any(String),
      store: engine,
      schema: '0005-reports',
    });
  });

  it('logs which route, never whose: no address, name, token, code or text', async () => {
    const code = await server.invite('Mia Santos');
    const paired = await (await server.send('/pair', { body: { code, device: 'Laptop of Mia' } })).json();
    const mia = await createDevice(server, 'Mia Santos');
    await mia.push([
      mia.creating('cust-ana', 'ana.secret@shop.example'),
      mia.recording('cust-ana', 'my diagnosis'),
    ]);
    await mia.get('/customers/cust-ana/events?before=1');
    await mia.get('/customers/ana.secret@shop.example');
    await server.send(`/pair/${code}`);
    await mia.push([{ mid: 3, id: 'x' }]);
    // A failure inside the database: its message would quote the row.
    await server.store.write((tx) => tx.schema.dropTable('client_mutations').execute());
    expect((await mia.push([mia.recording('cust-ana', 'my diagnosis')])).status).toBe(500);
    const log = server.lines.join('');
    for (const secret of [
      'ana.secret',
      'shop.example',
      'cust-ana',
      'diagnosis',
      'Santos',
      'Laptop',
      'before=',
      code,
      paired.token,
      mia.token,
    ]) {
      expect(log).not.toContain(secret);
    }
    expect(log).toContain('"route":"/customers/:id/events"');
    for (const line of server.lines) expect(JSON.parse(line)).toMatchObject({ time: expect.any(String) });
  });

  it('describes every route in /openapi.json', async () => {
    const document = await (await server.send('/openapi.json')).json();
    expect(document.openapi).toBe('3.1.0');
    const described = Object.entries<object>(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const served = server.app.routes
      .filter(
        (route) =>
          route.method !== 'ALL' && !route.path.startsWith('/control') && route.path !== '/openapi.json',
      )
      .map((route) => `${route.method} ${route.path.replace(/:(\w+)/g, '{$1}')}`);
    // The page of a pairing link is for people.
    expect(new Set(described)).toEqual(new Set(served.filter((route) => route !== 'GET /pair/{code}')));
    expect(routes.length).toBeGreaterThan(0);
    for (const methods of Object.values<Record<string, { responses: object }>>(document.paths)) {
      for (const operation of Object.values(methods)) {
        expect(Object.keys(operation.responses)).toContain('200');
      }
    }
    expect(document.info.description).toContain(`wire version ${WIRE.version}`);
    expect(JSON.stringify(document.components.schemas.Mutation)).toContain('event.record');
    // References lead somewhere.
    const text = JSON.stringify(document);
    for (const [, name] of text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      expect(document.components.schemas).toHaveProperty(name ?? '');
    }
    expect(JSON.stringify(document.paths['/sync/push'])).toContain('mutations');
  });

  it('has no control routes for who does not hold the control file', async () => {
    const mia = await createDevice(server, 'Mia');
    const body = { name: 'Intruder', role: 'admin' };
    expect((await server.send('/control/invite', { body })).status).toBe(401);
    expect((await server.send('/control/invite', { body, token: mia.token })).status).toBe(401);
    expect((await server.send('/control/invite', { body, token: server.controlToken })).status).toBe(200);
  });
});
