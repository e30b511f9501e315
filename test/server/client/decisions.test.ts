import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readMembers } from '#lib/cache/cache.ts';
import { nextDecisions, noteDecision } from '#lib/cache/decisions.ts';
import type { DecisionRecord } from '#lib/contract/decision.ts';
import { engines } from '../world.ts';
import type { Browser } from './browser.ts';
import { createWorld, type World } from './world.ts';

describe.each(engines)('what a browser tells a server on %s besides clicks', (engine) => {
  let world: World;
  let mia: Browser;
  beforeEach(async () => {
    world = await createWorld(engine);
    mia = await world.browser('Mia');
    await mia.create('ana');
    await mia.sync();
  });
  afterEach(() => world.close());

  const shown = (...plays: string[]): DecisionRecord => ({
    id: randomUUID(),
    customer: 'ana',
    at: world.clock.now,
    stage: 'discover',
    status: 'new',
    health: null,
    candidates: [],
    shown: plays,
    propensity: 1,
    versions: { fold: 1, rules: 1, playbook: 1 },
  });
  const note = (...plays: string[]) => noteDecision(mia.dbs.cache, shown(...plays));
  const waiting = async () => (await nextDecisions(mia.dbs.cache, 1_000)).length;
  const stored = () =>
    world.server.store.read(async (tx) => (await tx.selectFrom('decisions').select('id').execute()).length);
  const asked = () => mia.line.sent.filter(({ path }) => path === '/v1/decisions').length;

  it('[S60] decisions go with the next exchange, after clicks and news', async () => {
    await note('thank');
    await note('ask');
    await mia.complain('ana');
    const before = mia.line.sent.length;
    expect(await mia.sync()).toMatchObject({ ok: true, pushed: 1 });
    expect(mia.line.sent.slice(before).map(({ path }) => path)).toEqual([
      ...['/sync/hello', '/sync/push', '/sync/pull', '/v1/decisions'],
    ]);
    expect(await stored()).toBe(2);
    expect(await waiting()).toBe(0);
    await mia.sync();
    expect(asked()).toBe(1);
  });

  it('[S60] more than fit in one request go one after the other', async () => {
    for (let n = 0; n < 45; n += 1) await note(`play_${n}`);
    await mia.sync();
    expect(asked()).toBe(3);
    expect(await stored()).toBe(45);
  });

  it.each(['request-lost', 'answer-lost'] as const)(
    '[S60] %s: the exchange is as good as without them, and they are stored once in the end',
    async (fate) => {
      await note('thank');
      await mia.complain('ana');
      mia.line.next('/v1/decisions', fate);
      expect(await mia.sync()).toMatchObject({ ok: true, pushed: 1 });
      expect(await waiting()).toBe(1);
      await mia.sync();
      expect(await waiting()).toBe(0);
      expect(await stored()).toBe(1);
    },
  );

  it('[S60] a server that does not know them yet costs nothing but the question', async () => {
    await note('thank');
    const unknown = { error: { code: 'not-found', message: 'There is nothing here.' } };
    mia.line.next('/v1/decisions', Response.json(unknown, { status: 404 }));
    expect(await mia.sync()).toMatchObject({ ok: true });
    expect(await waiting()).toBe(1);
  });

  it('[S60] what the server will never take is dropped', async () => {
    await note('thank');
    const invalid = { error: { code: 'invalid', message: 'decisions.0.at: too early' } };
    mia.line.next('/v1/decisions', Response.json(invalid, { status: 422 }));
    expect(await mia.sync()).toMatchObject({ ok: true });
    expect(await waiting()).toBe(0);
    expect(await stored()).toBe(0);
  });

  it('[S61] colleagues are known without a network, and who has joined with the next greeting', async () => {
    const names = async () => (await readMembers(mia.dbs.cache)).map(({ name }) => name);
    expect(await names()).toEqual(['Mia']);
    await world.pair('Ben');
    await mia.sync();
    expect(await names()).toEqual(['Ben', 'Mia']);
  });
});
