import { beforeEach, describe, expect, it } from 'vitest';
import type { Mutation } from '#lib/contract/mutations.ts';
import { PlaybookHistory, PublishAnswer } from '#lib/contract/playbook-edit.ts';
import { defaultPlaybook } from '#lib/playbook/default-playbook.ts';
import { followBuiltIn } from '#server/ingest/playbook-versions.ts';
import { amendPlaybook, readStored } from '#server/ingest/playbooks.ts';
import { changed, draft, levered, PLAY } from './editing.ts';
import {
  createDevice,
  createServer,
  type Device,
  engines,
  openAt,
  pageOf,
  placeForTest,
  START,
  serverForTest,
  type TestServer,
} from './world.ts';

const { version: BUILT_IN } = defaultPlaybook;

/** A playbook as version 0.1 stored it: without personas, and with the few numbers of the policy that there were. */
const old = {
  id: 'default',
  version: 1,
  updatedAt: 0,
  plays: defaultPlaybook.plays.slice(0, 3).map(({ id, stages, kind, purpose, text, rows }) => ({
    ...{ id, stages, kind, purpose, text, rows, triggers: [{ on: 'complaint-open' }] },
    ...{ cooldownDays: 7, care: 1, prior: 0.5, urgency: 'none' },
  })),
  policy: {
    ...{ g1QuietDaysAfterOrder: 14, g2QuietDaysAfterComplaint: 14 },
    ...{ g3ProactivePerWeek: 2, g3CommercialPerMonth: 2 },
    ...{ levers: {}, cadenceDays: defaultPlaybook.policy.cadenceDays },
  },
  outcomes: { [`${PLAY}/engage`]: { n: 3, s: 2 } },
};

const MODEL = {
  ...{ fittedAt: START, customers: 10, repeaters: 4, quality: 'prior' as const },
  ...{ bgnbd: { r: 0.24, alpha: 4.41, a: 0.79, b: 2.43 }, spend: {}, worth: {}, rfm: null },
};

describe.each(engines)('the playbook on a server on %s', (engine) => {
  let server: TestServer;
  let ana: Device;
  let ben: Device;
  beforeEach(async () => {
    server = await serverForTest(engine);
    ana = await createDevice(server, 'Ana', 'admin');
    ben = await createDevice(server, 'Ben', 'rep');
  });

  const send = async (device: Device, path: string, body: unknown) => {
    const response = await device.post(path, body);
    expect(response.status).toBe(200);
    return response.json();
  };
  const publish = async (base: number, body: unknown, note = '', device = ana) =>
    PublishAnswer.parse(await send(device, '/v1/playbook', { base, draft: body, note }));
  const revert = async (base: number, to: number) =>
    PublishAnswer.parse(await send(ana, '/v1/playbook/revert', { base, to }));
  const history = async (device = ana) =>
    PlaybookHistory.parse(await (await device.get('/v1/playbook')).json());
  const pull = async (cursor: string) => pageOf(await ben.pull(cursor));
  const apply = async (...mutations: Mutation[]) => {
    const { results } = await (await ben.push(mutations)).json();
    expect(results.map(({ status }: { status: string }) => status)).toEqual(mutations.map(() => 'applied'));
  };

  it('starts as the built-in one, which everybody may read', async () => {
    const { playbook, versions } = await history(ben);
    expect(playbook).toMatchObject({ version: BUILT_IN, basis: BUILT_IN, edited: false });
    expect(versions).toEqual([
      { version: BUILT_IN, at: START, by: null, note: '', plays: defaultPlaybook.plays.length },
    ]);
  });

  it('takes a note of several lines, and refuses one that no database keeps, by name', async () => {
    const { status } = await publish(BUILT_IN, levered(2), 'More care,\n\tas agreed');
    expect(status).toBe('published');
    const refused = await ana.post('/v1/playbook', { base: BUILT_IN, draft: levered(3), note: 'a\0b' });
    expect(refused.status).toBe(422);
    expect((await refused.json()).error.message).toMatch(/^note: .*control character/);
  });

  it('[S62] edited by an admin, it reaches every device with the next pull, and wakes those that wait', async () => {
    const { cursor } = await pull('0');
    const waiting = ben.pull(cursor, { wait: 20_000 });
    expect(await publish(BUILT_IN, levered(2), 'More care')).toEqual({
      status: 'published',
      version: BUILT_IN + 1,
    });
    const { playbook } = await pageOf(await waiting);
    expect(playbook).toMatchObject({
      version: BUILT_IN + 1,
      basis: BUILT_IN,
      edited: true,
      updatedAt: START,
    });
    expect(playbook?.policy.levers).toEqual({ [PLAY]: 2 });
    const { versions } = await history();
    expect(versions.map(({ version, by, note }) => [version, by, note])).toEqual([
      [BUILT_IN + 1, 'Ana', 'More care'],
      [BUILT_IN, null, ''],
    ]);
  });

  it.each(['rep', 'founder', 'read-only'] as const)('is nothing that a %s may edit', async (role) => {
    const cid = await createDevice(server, 'Cid', role);
    for (const [path, body] of [
      ['/v1/playbook', { base: BUILT_IN, draft: levered(2), note: '' }],
      ['/v1/playbook/revert', { base: BUILT_IN, to: BUILT_IN }],
      ['/v1/playbook/preview', { draft: draft(), play: PLAY }],
    ] as const)
      expect((await cid.post(path, body)).status).toBe(403);
    expect((await history()).playbook.edited).toBe(false);
  });

  it('[S62] broken in its form, it is refused with the place, and the one before stays', async () => {
    const before = await history();
    const answer = await publish(BUILT_IN, changed(PLAY, { care: 7 }));
    expect(answer).toEqual({
      status: 'refused',
      findings: [{ play: PLAY, path: 'care', message: 'This is too large.', mend: 'At most 1 will do.' }],
    });
    expect(await publish(BUILT_IN, 'nonsense')).toMatchObject({ status: 'refused' });
    expect(await history()).toEqual(before);
  });

  it('[S62] that says what it must not, it is refused with place and reason', async () => {
    const text = { title: 'Ask how it went', why: '', how: '', draft: 'Hurry! Only today!' };
    const answer = await publish(BUILT_IN, changed(PLAY, { text }));
    expect(answer).toMatchObject({ status: 'refused' });
    if (answer.status === 'refused')
      expect(answer.findings).toContainEqual(
        expect.objectContaining({ play: PLAY, path: 'text.draft', message: expect.stringContaining('urr') }),
      );
    expect((await history()).playbook.version).toBe(BUILT_IN);
  });

  it("[S62] never overwrites a colleague's newer version unseen", async () => {
    const dora = await createDevice(server, 'Dora', 'admin');
    await publish(BUILT_IN, levered(2), '', dora);
    expect(await publish(BUILT_IN, levered(1.5))).toEqual({
      status: 'newer',
      version: BUILT_IN + 1,
      by: 'Dora',
    });
    expect((await history()).playbook.policy.levers).toEqual({ [PLAY]: 2 });
  });

  it('[S62] published at the same moment by two, only one of them wins', async () => {
    const answers = await Promise.all([1.1, 1.2, 1.3].map((lever) => publish(BUILT_IN, levered(lever))));
    expect(answers.map(({ status }) => status).sort()).toEqual(['newer', 'newer', 'published']);
    expect((await history()).versions).toHaveLength(2);
  });

  it('[S62] sent again because the answer was lost, it makes no second version', async () => {
    const first = await publish(BUILT_IN, levered(2));
    expect(await publish(BUILT_IN, levered(2))).toEqual(first);
    expect((await history()).versions).toHaveLength(2);
  });

  it('put back, an old version is the next one', async () => {
    await publish(BUILT_IN, levered(2));
    await publish(BUILT_IN + 1, levered(1.5));
    expect(await revert(BUILT_IN + 1, BUILT_IN)).toMatchObject({ status: 'newer' });
    expect(await revert(BUILT_IN + 2, BUILT_IN + 1)).toEqual({ status: 'published', version: BUILT_IN + 3 });
    const { playbook, versions } = await history();
    expect(playbook).toMatchObject({ edited: true, policy: { levers: { [PLAY]: 2 } } });
    expect(versions[0]).toMatchObject({ by: 'Ana', note: `As version ${BUILT_IN + 1}` });
    const unknown = await ana.post('/v1/playbook/revert', { base: BUILT_IN + 3, to: 99 });
    expect(unknown.status).toBe(404);
    expect((await unknown.json()).error.message).toContain('99');
  });

  it('keeps what is counted, whatever a draft says of it', async () => {
    const { mid, id, v, at } = ben.recording('cleo', '');
    const event = {
      id,
      source: 'panel',
      subject: 'cleo',
      at,
      type: 'Action Helped' as const,
      data: { play: PLAY },
    };
    await apply({ ...ben.creating('cleo', 'cleo@shop.example'), mid });
    await apply({ mid: mid + 1, id, v, at, name: 'event.record', args: { customer: 'cleo', event } });
    await amendPlaybook(server.store, (playbook) => ({ ...playbook, model: MODEL }));
    const counted = { [`${PLAY}/discover`]: { n: 1, s: 1 } };
    await publish(BUILT_IN, {
      ...levered(2),
      outcomes: { [`${PLAY}/discover`]: { n: 99, s: 99 } },
      model: undefined,
    });
    expect((await history()).playbook).toMatchObject({ outcomes: counted, model: MODEL });
    // A play that is taken out and put back has lost nothing.
    const without = draft({ plays: defaultPlaybook.plays.filter(({ id }) => id !== PLAY) });
    expect(await publish(BUILT_IN + 1, without)).toMatchObject({ status: 'published' });
    expect((await history()).playbook.outcomes).toEqual({});
    await revert(BUILT_IN + 2, BUILT_IN);
    expect((await history()).playbook).toMatchObject({ outcomes: counted, model: MODEL });
  });

  it('follows the built-in one until it is edited, and again when that is put back', async () => {
    const next = { ...defaultPlaybook, version: BUILT_IN + 1, plays: defaultPlaybook.plays.slice(0, -1) };
    const follow = () => server.store.write((tx) => followBuiltIn(tx, next, START));
    await amendPlaybook(server.store, (playbook) => ({ ...playbook, model: MODEL }));
    await publish(BUILT_IN, levered(2));
    expect(await follow()).toBe(false);
    expect((await history()).playbook).toMatchObject({ basis: BUILT_IN, edited: true });
    await revert(BUILT_IN + 1, BUILT_IN);
    expect((await history()).playbook).toMatchObject({
      version: BUILT_IN + 2,
      basis: BUILT_IN,
      edited: false,
    });
    expect(await follow()).toBe(true);
    expect(await follow()).toBe(false);
    const { playbook, versions } = await history();
    expect(playbook).toMatchObject({
      version: BUILT_IN + 3,
      basis: BUILT_IN + 1,
      edited: false,
      model: MODEL,
    });
    expect(playbook.plays).toHaveLength(next.plays.length);
    expect(versions[0]).toMatchObject({ version: BUILT_IN + 3, by: null });
  });
});

describe.each(engines)('a playbook on %s', (engine) => {
  it('of version 0.1 is opened and served with what it lacks, then gives way to the built-in one', async () => {
    const place = await placeForTest(engine);
    const first = await createServer(place);
    const { token } = await createDevice(first, 'Ben');
    await first.close();
    const store = await openAt(place, { now: START });
    await store.write(async (tx) => {
      await tx.deleteFrom('playbook_versions').execute();
      await tx
        .updateTable('playbooks')
        .set({ version: 1, body: JSON.stringify(old) })
        .execute();
    });
    const stored = await store.read(readStored);
    expect(stored?.playbook).toMatchObject({ personas: [], basis: 0, edited: false, outcomes: {} });
    expect(stored?.playbook.policy).toMatchObject({ g4SurveyRestDays: 30, g13CarePerCommercial: 3 });
    await store.close();
    const server = await serverForTest(place);
    const served = async (path: string) => (await server.send(path, { token })).json();
    const { playbook, versions } = PlaybookHistory.parse(await served('/v1/playbook'));
    expect(playbook).toMatchObject({ basis: BUILT_IN, edited: false, plays: defaultPlaybook.plays });
    expect(playbook.version).toBeGreaterThan(1);
    expect(versions.map(({ version, plays }) => [version, plays])).toEqual([
      [playbook.version, defaultPlaybook.plays.length],
      [1, 3],
    ]);
    const snapshot = await pageOf(await server.send('/sync/snapshot?scope=due', { token }));
    expect(snapshot.playbook?.version).toBe(playbook.version);
  });
});
