import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { DecisionRecord } from '#lib/contract/decision.ts';
import { DecisionsAnswer } from '#lib/contract/sync.ts';
import { setScoping } from '#server/auth/scoping.ts';
import { DECISIONS_KEPT, purge } from '#server/jobs/purge.ts';
import { createDevice, type Device, engines, START, serverForTest, type TestServer } from './world.ts';

const decision = (customer: string, change: Partial<DecisionRecord> = {}): DecisionRecord => ({
  id: randomUUID(),
  customer,
  at: START,
  stage: 'engage',
  status: 'warm',
  health: 72,
  candidates: [
    {
      play: 'check_in',
      key: `${customer}/check_in/quiet:1`,
      score: 31.5,
      factors: { p: 0.5, C: 0.9, U: 1, V: 1, L: 1, F: 0.7 },
    },
    {
      play: 'upgrade_offer',
      key: `${customer}/upgrade_offer/limit-reached:2`,
      score: 12,
      factors: { p: 0.3, C: 0.8, U: 1, V: 0.5, L: 1, F: 1 },
      blocked: { guard: 'G1', until: START + 86_400_000 },
    },
  ],
  shown: ['check_in'],
  propensity: 0.5,
  versions: { fold: 2, rules: 3, playbook: 4 },
  ...change,
});

describe.each(engines)('decisions on a server on %s', (engine) => {
  let server: TestServer;
  let mia: Device;
  beforeEach(async () => {
    server = await serverForTest(engine);
    mia = await createDevice(server, 'Mia', 'rep');
    await mia.push([mia.creating('ana', 'ana@shop.example')]);
  });
  const send = async (...decisions: DecisionRecord[]): Promise<number> => {
    const response = await mia.post('/v1/decisions', { decisions });
    expect(response.status).toBe(200);
    return DecisionsAnswer.parse(await response.json()).stored;
  };
  const kept = () =>
    server.store.read((tx) => tx.selectFrom('decisions').selectAll().orderBy('at').execute());

  it('[S60] are kept whole: candidates, factors, guards, versions and propensity', async () => {
    const shown = decision('ana');
    expect(await send(shown)).toBe(1);
    const [row, ...more] = await kept();
    expect(more).toEqual([]);
    expect(row).toMatchObject({ id: shown.id, customer_id: 'ana', at: START, playbook_version: 4 });
    expect(JSON.parse(row?.body ?? '')).toEqual(shown);
  });

  it('[S60] are kept once, however often they are sent', async () => {
    const [one, two] = [decision('ana'), decision('ana')];
    expect(await send(one)).toBe(1);
    expect(await send(one, two, two)).toBe(1);
    expect(await kept()).toHaveLength(2);
  });

  it('of customers whom nobody knows here are left out', async () => {
    expect(await send(decision('nobody'), decision('ana'))).toBe(1);
    expect((await kept()).map((row) => row.customer_id)).toEqual(['ana']);
  });

  it('[S74] of customers out of sight are left out', async () => {
    const south = mia.creating('leo', 'leo@shop.example');
    if (south.name === 'customer.create') south.args.profile.team = 'South';
    await mia.push([south]);
    const deps = { now: () => server.clock.now, uuid: () => randomUUID() as string };
    await setScoping(server.store, deps, true, { member: null, device: null });
    expect(await send(decision('leo'), decision('ana'))).toBe(1);
    expect((await kept()).map((row) => row.customer_id)).toEqual(['ana']);
  });

  it('do not say who looked', async () => {
    await send(decision('ana'));
    const [row] = await kept();
    const text = JSON.stringify(row);
    for (const trace of ['Mia', mia.member.id, mia.device, mia.clientId]) expect(text).not.toContain(trace);
  });

  it('go after 180 days, also those of a clock that is ahead', async () => {
    await send(
      decision('ana', { at: START - 86_400_000 }),
      decision('ana', { at: START + 900 * 86_400_000 }),
    );
    await purge(server.store, START + DECISIONS_KEPT);
    expect((await kept()).map(({ at }) => at)).toEqual([START]);
    await purge(server.store, START + DECISIONS_KEPT + 1);
    expect(await kept()).toEqual([]);
  });

  it('are taken from who may record something, and from nobody else', async () => {
    const body = { decisions: [decision('ana')] };
    const guest = await createDevice(server, 'Guest', 'read-only');
    expect((await guest.post('/v1/decisions', body)).status).toBe(403);
    expect((await server.send('/v1/decisions', { body })).status).toBe(401);
    expect(await kept()).toEqual([]);
  });

  it('that cannot be read are refused by place', async () => {
    const body = { decisions: [{ ...decision('ana'), propensity: 2 }] };
    const response = await mia.post('/v1/decisions', body);
    expect(response.status).toBe(422);
    expect((await response.json()).error.message).toContain('decisions.0.propensity');
  });
});
