import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { markForRefold } from '#server/doctor/mend.ts';
import { createPlaybooks } from '#server/ingest/playbooks.ts';
import { refoldAllMarked } from '#server/ingest/refold.ts';
import { runNightly } from '#server/jobs/nightly.ts';
import { damage, livedIn, lookThrough } from './examined.ts';
import { engines, placeForTest, START } from './world.ts';

describe.each(engines)('the doctor of a store on %s', (engine) => {
  it('marks whose facts are wrong, and they are made anew from their events', async () => {
    const place = await placeForTest(engine);
    const { server } = await livedIn(place);
    const factsOf = () =>
      server.store.read((tx) =>
        tx.selectFrom('customers').select(['id', 'facts', 'events']).orderBy('id').execute(),
      );
    const before = await factsOf();
    await damage(place, "update customers set facts = '{}', events = 0 where id = 'ana'");
    const { refold } = await lookThrough(place);
    expect(refold).toEqual(['ana']);
    expect(await markForRefold(server.store, [...refold, 'nobody'])).toBe(1);
    const marked = await lookThrough(place);
    expect(marked.wrong).toEqual([]);
    expect(marked.found.map(({ says }) => says).join()).toMatch(/1 customer waits/);
    await refoldAllMarked(
      { store: server.store, playbooks: createPlaybooks(), now: () => START },
      randomUUID(),
    );
    expect(await factsOf()).toEqual(before);
    expect((await lookThrough(place)).wrong).toEqual([]);
  });

  it('of facts that cannot be read says so until they are made anew, which a customer beyond that does not stop', async () => {
    const place = await placeForTest(engine);
    const { server, mia, recorded } = await livedIn(place);
    const clicks = [mia.creating('ben', 'ben@shop.example'), mia.recording('ben', 'five')];
    const { results } = await (await mia.push([...clicks, mia.creating('cleo', 'cleo@shop.example')])).json();
    expect(results).toHaveLength(3);
    const factsOf = (id: string) =>
      server.store.read((tx) =>
        tx.selectFrom('customers').select(['facts', 'timeline']).where('id', '=', id).executeTakeFirst(),
      );
    const ben = await factsOf('ben');
    await damage(place, "update customers set facts = '{broken', timeline = '[' where id in ('ana', 'ben')");
    await damage(place, `update events set data = '{broken' where id = '${recorded}'`);
    const before = await lookThrough(place);
    expect(before.wrong.join('\n')).toMatch(/an event.*: ana\n.*facts or a timeline.*: ben/);
    expect(before.refold).toEqual(['ben']);
    await markForRefold(server.store, ['ana', 'ben', 'cleo']);
    const marked = await lookThrough(place);
    expect(marked.wrong).toEqual(before.wrong);
    const deps = { store: server.store, playbooks: createPlaybooks(), now: () => START };
    const unfolded = await refoldAllMarked(deps, randomUUID());
    expect(unfolded.map(({ customer }) => customer)).toEqual(['ana']);
    expect(await factsOf('ben')).toEqual(ben);
    const after = await lookThrough(place);
    expect(after.wrong.join('\n')).toMatch(/^customers: 1 customer has an event that cannot be read: ana$/);
    expect(after.found.map(({ says }) => says).join()).toMatch(/1 customer waits/);
    // The night goes by, without her.
    const night = { ...deps, log: () => {}, signal: new AbortController().signal };
    expect((await runNightly(night)).read).toBeGreaterThan(200);
  });

  it('of facts that cannot be read does not keep a rep from recording: they are made anew with the click', async () => {
    const place = await placeForTest(engine);
    const { mia } = await livedIn(place);
    await damage(place, "update customers set facts = '{broken' where id = 'ana'");
    const { results } = await (await mia.push([mia.recording('ana', 'four')])).json();
    expect(results[0].status).toBe('applied');
    expect((await lookThrough(place)).wrong).toEqual([]);
  });
});
