import { beforeEach, describe, expect, it } from 'vitest';
import type { DismissReason } from '#lib/contract/events.ts';
import type { Mutation } from '#lib/contract/mutations.ts';
import { decide } from '#lib/lifecycle/decide.ts';
import { defaultPlaybook } from '#lib/playbook/default-playbook.ts';
import { decode, inspect } from '#server/import/inspect.ts';
import { runImport } from '#server/import/run.ts';
import { ensurePlaybook, followBuiltIn } from '#server/ingest/playbook-versions.ts';
import { renewEpoch } from '#server/store/workspace.ts';
import {
  createDevice,
  type Device,
  pageOf,
  START,
  serverForTest,
  strictEngines,
  type TestServer,
} from './world.ts';

const PLAY = 'apologise_personally';
const HOUR = 3_600_000;

describe.each(strictEngines)('what the team says about plays, on %s', (engine) => {
  let server: TestServer;
  let mia: Device;
  let ben: Device;
  beforeEach(async () => {
    server = await serverForTest(engine);
    mia = await createDevice(server, 'Mia', 'rep');
    ben = await createDevice(server, 'Ben', 'rep');
    await apply(mia, mia.creating('ana', 'ana@shop.example'));
  });

  const apply = async (device: Device, ...mutations: Mutation[]) => {
    const response = await device.push(mutations);
    expect(response.status).toBe(200);
    const { results }: { results: { status: string }[] } = await response.json();
    expect(results.map(({ status }) => status)).toEqual(mutations.map(() => 'applied'));
  };
  /** An answer of a rep, as the panel would send it. */
  const answering = (
    device: Device,
    answer: 'Action Helped' | 'Action Unhelpful' | DismissReason,
    play = PLAY,
    customer = 'ana',
  ): Mutation => {
    const { mid, id, v, at } = device.recording(customer, '');
    const envelope = { id, source: 'panel', subject: customer, at };
    const event =
      answer === 'Action Helped' || answer === 'Action Unhelpful'
        ? { ...envelope, type: answer, data: { play } }
        : { ...envelope, type: 'Action Dismissed' as const, data: { play, why: answer } };
    return { mid, id, v, at, name: 'event.record', args: { customer, event } };
  };
  const pull = async (device: Device, cursor: string) => pageOf(await device.pull(cursor));
  const outcomes = async () => (await pull(ben, '0')).playbook?.outcomes;
  const load = async (kind: 'customers' | 'events', file: string) => {
    const bytes = async function* () {
      yield Buffer.from(file);
    };
    const { hash, encoding } = await inspect(bytes());
    for await (const item of runImport(server.deps, decode(bytes(), encoding), { kind, hash, dryRun: false }))
      if (item.news === 'done') expect(item.counts.rejected).toBe(0);
  };

  it('[D2] [S63] is counted for the stage of the customer, and pulled by everybody without the rest of the playbook', async () => {
    const { cursor } = await pull(ben, '0');
    await apply(mia, answering(mia, 'Action Helped'));
    const page = await pull(ben, cursor);
    expect(page.outcomes).toEqual({ [`${PLAY}/discover`]: { n: 1, s: 1 } });
    expect((await pull(ben, page.cursor)).outcomes).toBeUndefined();
    const snapshot = await pageOf(await ben.get('/sync/snapshot?scope=due'));
    expect(snapshot.playbook?.outcomes).toEqual(page.outcomes);
  });

  it('[D2] counts "did not help" and "a bad idea" against a play, and no other reason', async () => {
    await apply(mia, answering(mia, 'Action Helped'), answering(mia, 'Action Unhelpful'));
    await apply(ben, answering(ben, 'bad-idea'));
    for (const why of ['wrong-fact', 'wrong-time', 'already-done', 'never'] as const)
      await apply(ben, answering(ben, why));
    expect(await outcomes()).toEqual({ [`${PLAY}/discover`]: { n: 3, s: 1, bad: 1, critics: 1 } });
  });

  it('[D2] counts how many different people call a play a bad idea', async () => {
    for (let n = 0; n < 3; n += 1) await apply(mia, answering(mia, 'bad-idea'));
    expect(await outcomes()).toEqual({ [`${PLAY}/discover`]: { n: 3, s: 0, bad: 3, critics: 1 } });
    const last = answering(ben, 'bad-idea');
    await apply(ben, last);
    expect(await outcomes()).toEqual({ [`${PLAY}/discover`]: { n: 4, s: 0, bad: 4, critics: 2 } });
    await apply(ben, ben.undoing('ana', last.id));
    expect(await outcomes()).toEqual({ [`${PLAY}/discover`]: { n: 3, s: 0, bad: 3, critics: 1 } });
  });

  it('[D2] moves p: forty times "helped" is worth more than the rule expected', async () => {
    await apply(mia, mia.recording('ana', 'late'));
    const p = async () => {
      const { rows, playbook } = await pull(ben, '0');
      const ana = rows.find(({ id }) => id === 'ana');
      if (!ana || !playbook) throw new Error('nothing to decide on');
      const card = decide(ana, playbook, START + HOUR).top;
      expect(card?.play.id).toBe(PLAY);
      return card?.factors.find(({ id }) => id === 'p')?.value;
    };
    const prior = defaultPlaybook.plays.find(({ id }) => id === PLAY)?.prior ?? 0;
    expect(await p()).toBeCloseTo(prior, 10);
    await apply(mia, ...Array.from({ length: 40 }, () => answering(mia, 'Action Helped')));
    expect(await p()).toBeCloseTo((40 + 20 * prior) / 60, 10);
  });

  it('counts an answer once, however often it is sent', async () => {
    const answer = answering(mia, 'Action Helped');
    await apply(mia, answer);
    await mia.push([answer]);
    mia.renew();
    await mia.push([{ ...answer, mid: 1 }]);
    expect(await outcomes()).toEqual({ [`${PLAY}/discover`]: { n: 1, s: 1 } });
  });

  it('counts all of two colleagues who answer at the same moment', async () => {
    await apply(mia, mia.creating('leo', 'leo@shop.example'));
    const batch = (device: Device, customer: string) =>
      Array.from({ length: 10 }, () => answering(device, 'Action Helped', PLAY, customer));
    await Promise.all([apply(mia, ...batch(mia, 'ana')), apply(ben, ...batch(ben, 'leo'))]);
    expect(await outcomes()).toEqual({ [`${PLAY}/discover`]: { n: 20, s: 20 } });
  });

  it('takes an answer back when it is undone, and lets everybody pull that', async () => {
    const [first, second] = [answering(mia, 'Action Helped'), answering(mia, 'Action Unhelpful')];
    await apply(mia, first, second);
    const { cursor } = await pull(ben, '0');
    await apply(mia, mia.undoing('ana', second.id));
    const page = await pull(ben, cursor);
    expect(page.playbook).toBeUndefined();
    expect(page.outcomes).toEqual({ [`${PLAY}/discover`]: { n: 1, s: 1 } });
    await apply(mia, mia.undoing('ana', first.id));
    expect((await pull(ben, page.cursor)).outcomes).toEqual({});
  });

  it('leaves the playbook alone for what is no answer, or about no play of it', async () => {
    const { cursor } = await pull(ben, '0');
    await apply(mia, mia.recording('ana', 'late'), answering(mia, 'Action Helped', 'gone_play'));
    const page = await pull(ben, cursor);
    expect(page.rows).toHaveLength(1);
    expect(page.playbook).toBeUndefined();
    expect(page.outcomes ?? {}).toEqual({});
  });

  it('[D2] counts imported answers once, each for the stage of its own day', async () => {
    const lines = [
      'Event ID,Customer ID,Event,Date,Data',
      `a1,ana,Action Helped,2025-02-01T10:00:00Z,"{""play"":""${PLAY}""}"`,
      'o1,ana,Order Completed,2025-03-01T10:00:00Z,"{""order"":""o1""}"',
      `a2,ana,Action Helped,2025-03-05T10:00:00Z,"{""play"":""${PLAY}""}"`,
      `a3,ana,Action Unhelpful,2025-03-06T10:00:00Z,"{""play"":""${PLAY}""}"`,
    ];
    const { cursor } = await pull(ben, '0');
    await load('events', lines.join('\n'));
    const expected = { [`${PLAY}/discover`]: { n: 1, s: 1 }, [`${PLAY}/engage`]: { n: 2, s: 1 } };
    expect((await pull(ben, cursor)).outcomes).toEqual(expected);
    await load('events', [...lines, 'o2,ana,Order Completed,2025-04-01T10:00:00Z,'].join('\n'));
    expect(await outcomes()).toEqual(expected);
  });

  it('[S63] keeps what is counted out of the playbook, and counts for a store from before that', async () => {
    await apply(mia, answering(mia, 'Action Helped'));
    const { body } = await server.store.read((tx) =>
      tx.selectFrom('playbooks').select('body').executeTakeFirstOrThrow(),
    );
    expect(JSON.parse(body).outcomes).toEqual({});
    await server.store.write((tx) => tx.deleteFrom('playbook_outcomes').execute());
    expect(await outcomes()).toEqual({});
    expect(await ensurePlaybook(server.store, START)).toBe(false);
    expect(await outcomes()).toEqual({ [`${PLAY}/discover`]: { n: 1, s: 1 } });
  });

  it('reads the playbook anew after a restore that brings other words under the same number', async () => {
    const before = (await pull(ben, '0')).playbook;
    const epoch = await renewEpoch(server.store, () => crypto.randomUUID());
    await server.store.write(async (tx) => {
      const row = await tx.selectFrom('playbooks').selectAll().executeTakeFirstOrThrow();
      const body = JSON.stringify({ ...JSON.parse(row.body), updatedAt: 5 });
      await tx.updateTable('playbooks').set({ body }).execute();
    });
    const after = (await pageOf(await ben.pull('0', { epoch }))).playbook;
    expect([before?.updatedAt, after?.updatedAt]).toEqual([START, 5]);
  });

  it('keeps what was counted when the playbook gets its next version', async () => {
    await apply(mia, answering(mia, 'Action Helped'));
    const { version } = defaultPlaybook;
    await server.store.write((tx) => followBuiltIn(tx, { ...defaultPlaybook, version: version + 1 }, START));
    const { playbook } = await pull(ben, '0');
    expect(playbook).toMatchObject({
      version: version + 1,
      outcomes: { [`${PLAY}/discover`]: { n: 1, s: 1 } },
    });
  });
});
