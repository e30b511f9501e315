import { setImmediate as breathe } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Mutation } from '#lib/contract/mutations.ts';
import type { Play } from '#lib/contract/playbook.ts';
import { type PlaybookDraft, PlaybookHistory, PreviewAnswer } from '#lib/contract/playbook-edit.ts';
import { readStored } from '#server/ingest/playbooks.ts';
import { previewPlay } from '#server/jobs/preview.ts';
import { changed, draft, PLAY } from './editing.ts';
import { createDevice, type Device, engines, START, serverForTest, type TestServer } from './world.ts';

describe.each(engines)('the preview of a play on %s', (engine) => {
  let server: TestServer;
  let ana: Device;
  let ben: Device;
  const preview = async (body: unknown, play: string) => {
    const response = await ana.post('/v1/playbook/preview', { draft: body, play });
    expect(response.status).toBe(200);
    return PreviewAnswer.parse(await response.json());
  };
  const history = async () => PlaybookHistory.parse(await (await ana.get('/v1/playbook')).json());
  const apply = async (...mutations: Mutation[]) => {
    const { results } = await (await ben.push(mutations)).json();
    expect(results.map(({ status }: { status: string }) => status)).toEqual(mutations.map(() => 'applied'));
  };
  const people = Array.from({ length: 12 }, (_, i) => `c${String(i).padStart(2, '0')}`);
  const selling = (): PlaybookDraft => {
    const sound = draft();
    const [any] = sound.plays;
    if (!any) throw new Error('the playbook has no plays');
    const { id: _, ...rest } = any;
    const sale: Play = {
      ...rest,
      id: 'sell_to_the_angry',
      kind: 'commercial',
      purpose: 'commercial',
      stages: ['discover', 'educate', 'engage'],
      triggers: [{ on: 'complaint-open' }],
      mends: false,
    };
    return { ...sound, plays: [...sound.plays, sale] };
  };
  beforeEach(async () => {
    server = await serverForTest(engine);
    ana = await createDevice(server, 'Ana', 'admin');
    ben = await createDevice(server, 'Ben', 'rep');
    for (const id of people) await apply(ben.creating(id, `${id}@shop.example`));
    for (const id of people) await apply(ben.recording(id, 'late'));
    await apply(ben.creating('calm', 'calm@shop.example'));
  });

  it('counts for whom a play would be suggested today, and shows ten of them', async () => {
    const answer = await preview(draft(), PLAY);
    expect(answer).toMatchObject({ status: 'counted', customers: 13, fires: 12, top: 12, blocked: {} });
    if (answer.status === 'counted')
      expect(answer.examples.map(({ id, name }) => [id, name])).toEqual(
        people.slice(0, 10).map((id) => [id, id]),
      );
  });

  it('counts whom a guard protects, by guard', async () => {
    expect(await preview(selling(), 'sell_to_the_angry')).toMatchObject({
      ...{ customers: 13, fires: 0, top: 0, examples: [] },
      blocked: { G2: 12 },
    });
  });

  it('of a play that is switched off counts nobody, and changes nothing', async () => {
    const before = await history();
    const off = changed(PLAY, { off: true });
    expect(await preview(off, PLAY)).toMatchObject({ customers: 13, fires: 0, top: 0 });
    expect(await history()).toEqual(before);
  });

  it('refuses what cannot be read, and a play that is not there', async () => {
    expect(await preview(changed(PLAY, { care: 7 }), PLAY)).toMatchObject({
      status: 'refused',
      findings: [{ play: PLAY, path: 'care' }],
    });
    expect(await preview(draft(), 'no_such_play')).toMatchObject({ status: 'refused' });
  });

  it('runs once at a time for each member', async () => {
    const dora = await createDevice(server, 'Dora', 'admin');
    const body = { draft: draft(), play: PLAY };
    const ask = async (device: Device) => (await device.post('/v1/playbook/preview', body)).status;
    const [begun, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const { read } = server.store;
    server.store.read = async (work) => {
      const result = await read(work);
      // Only the preview reads a list: of customers.
      if (Array.isArray(result)) {
        begun.resolve();
        await held.promise;
      }
      return result;
    };
    const first = ask(ana);
    await begun.promise;
    expect(await ask(ana)).toBe(429);
    const other = ask(dora);
    held.resolve();
    expect(await Promise.all([first, other])).toEqual([200, 200]);
    expect(await preview(draft(), PLAY)).toMatchObject({ fires: 12 });
  });

  it('lets others have their turn, and ends when nobody waits for it any more', async () => {
    const stored = await server.store.read(readStored);
    if (!stored) throw new Error('there is no playbook');
    let ticks = 0;
    let over = false;
    const others = (async () => {
      for (; !over; ticks += 1) await breathe();
    })();
    // Each look at the clock costs 9 ms: so every customer is a turn of its own.
    let clock = 0;
    const gone = new AbortController();
    const deps = { store: server.store, now: () => START, clock: () => (clock += 9), signal: gone.signal };
    expect((await previewPlay(deps, stored.playbook, PLAY)).fires).toBe(12);
    expect(ticks).toBeGreaterThanOrEqual(13);
    gone.abort();
    await expect(previewPlay(deps, stored.playbook, PLAY)).rejects.toBe(gone.signal.reason);
    over = true;
    await others;
  });
});
