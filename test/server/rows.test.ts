import { beforeEach, describe, expect, it } from 'vitest';
import { createDevice, engines, serverForTest, type TestServer } from './world.ts';

describe.each(engines)('what nobody can ask the server, on %s', (engine) => {
  let server: TestServer;
  beforeEach(async () => {
    server = await serverForTest(engine);
  });

  it('[R3-10] how many complaints one of us caused: no route tells it, to nobody', async () => {
    const paths = [...new Set(server.app.routes.map(({ path }) => path))];
    expect(paths).toContain('/sync/push');
    expect(paths.filter((path) => /complaint|rank|leader|score|\/(reps|people)\b/i.test(path))).toEqual([]);

    const mia = await createDevice(server, 'Mia', 'admin');
    const pushed = await mia.push([
      mia.creating('ana', 'ana@example.com'),
      mia.recording('ana', 'Mia was late again'),
    ]);
    expect(pushed.status).toBe(200);
    for (const path of [
      `/reps/${mia.member.id}/complaints`,
      `/members/${mia.member.id}/complaints`,
      `/v1/reps/${mia.member.id}/complaints`,
      '/v1/complaints?by=Mia',
      '/v1/complaints',
    ])
      expect((await mia.get(path)).status, path).toBe(404);
  });

  it('[R3-10] no answer of a route has a field that counts complaints', async () => {
    const document = await (await server.send('/openapi.json')).text();
    expect(document).toContain('"name":');
    expect(document).not.toMatch(/"(complaints?\w*|leaderboard)":/i);
  });
});
