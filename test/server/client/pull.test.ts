import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPlaybook, readProgress } from '#lib/cache/cache.ts';
import { defaultPlaybook } from '#lib/playbook/default-playbook.ts';
import { createAdminClient } from '#lib/sync/admin.ts';
import { followBuiltIn } from '#server/ingest/playbook-versions.ts';
import { takeNumber } from '#server/store/workspace.ts';
import { engines } from '../world.ts';
import type { Browser } from './browser.ts';
import { createWorld, type World } from './world.ts';

/** More than two pages of a snapshot. */
const MANY = 1_100;
const nameOf = (i: number) => `c${String(i).padStart(5, '0')}`;

describe.each(engines)('the pull from a server on %s', (engine) => {
  let world: World;
  let mia: Browser;
  beforeEach(async () => {
    world = await createWorld(engine);
    mia = await world.browser('Mia');
  });
  afterEach(() => world.close());

  /** Gives the workspace many customers at once, as an import does. */
  const fill = async (): Promise<void> => {
    await mia.create('template');
    await mia.sync();
    await world.server.store.write(async (tx) => {
      const row = await tx.selectFrom('customers').selectAll().executeTakeFirstOrThrow();
      for (let from = 0; from < MANY; from += 100) {
        const seq = await takeNumber(tx);
        const rows = Array.from({ length: 100 }, (_, i) => ({ ...row, seq, id: nameOf(from + i) }));
        await tx.insertInto('customers').values(rows).execute();
      }
    });
  };
  const snapshots = (browser: Browser) =>
    browser.line.sent.filter(({ path }) => path === '/sync/snapshot').length;

  it('[S30] [S31] a snapshot that is cut short goes on where it was, while others write', async () => {
    await fill();
    const ben = await world.browser('Ben');
    let page = 0;
    ben.line.fate = async (path) => {
      if (path !== '/sync/snapshot') return 'arrives';
      page += 1;
      // Before and behind where the snapshot is reading, and somebody new on either side of it.
      await mia.complain(nameOf(3), `${page}`);
      await mia.complain(nameOf(MANY - 3), `${page}`);
      await mia.create(`a-new-${page}`);
      await mia.create(`z-new-${page}`);
      await mia.sync();
      return page === 2 ? 'answer-lost' : 'arrives';
    };
    expect(await ben.sync()).toMatchObject({ ok: false, error: { code: 'network' } });
    expect(await readProgress(ben.dbs.cache)).toMatchObject({ cursor: null });
    expect((await ben.records()).length).toBeGreaterThan(0);
    ben.restart();
    expect(await ben.sync()).toMatchObject({ ok: true });
    // Who needs something soon, two pages, and the one of which the answer was lost: none was asked for from the start again.
    expect(snapshots(ben)).toBe(4);
    await mia.sync();
    await world.expectInStep();
  });

  it('[S31] killed at any step of a snapshot, it is whole in the end', async () => {
    await fill();
    const ben = await world.browser('Ben');
    for (let steps = 3; ; steps += 7) {
      ben.life.dieIn(steps);
      const { ok } = await ben.sync();
      ben.restart();
      if (ok) break;
    }
    await ben.sync();
    await mia.sync();
    await world.expectInStep();
  });

  it('[S32] a pull of more than one page brings everything', async () => {
    const ben = await world.browser('Ben');
    await ben.sync();
    await fill();
    await mia.sync();
    expect(await ben.sync()).toMatchObject({ ok: true, changed: MANY + 1 });
    await world.expectInStep();
  });

  it('[S33] a page that comes when another runner has gone on is dropped', async () => {
    const ben = await world.browser('Ben');
    await ben.sync();
    await mia.create('ana');
    await mia.sync();
    const { fetch } = ben.line;
    ben.line.fetch = async (url, init) => {
      const page = await fetch(url, init);
      if (!url.endsWith('/sync/pull')) return page;
      // Answered now, and handed over after another runner has pulled more.
      ben.line.fetch = fetch;
      await mia.complain('ana');
      await mia.sync();
      await ben.sync();
      return page;
    };
    expect(await ben.sync()).toMatchObject({ ok: true });
    await world.expectInStep();
  });

  it('a playbook that was changed reaches every cache, and so does the first', async () => {
    await mia.sync();
    const { version, plays } = defaultPlaybook;
    expect(await readPlaybook(mia.dbs.cache)).toMatchObject({ version, basis: version, plays });
    const next = { ...defaultPlaybook, version: version + 1, plays: plays.slice(1) };
    const follow = (builtIn: typeof next) =>
      world.server.store.write((tx) => followBuiltIn(tx, builtIn, world.clock.now));
    await follow(next);
    await mia.sync();
    expect(await readPlaybook(mia.dbs.cache)).toMatchObject({ version: version + 1, plays: next.plays });
    const ben = await world.browser('Ben');
    ben.line.fate = async (path) => {
      // Changed while the snapshot is read: its page has the one before.
      if (path === '/sync/pull') {
        const later = { ...next, version: next.version + 1 };
        await follow(later);
      }
      return 'arrives';
    };
    await ben.sync();
    expect((await readPlaybook(ben.dbs.cache))?.version).toBe(next.version + 1);
  });

  it('[S62] a playbook that an admin edits and puts back reaches every cache, and what the server refuses reaches none', async () => {
    const ada = await world.browser('Ada', 'admin');
    const admin = createAdminClient({
      server: 'https://suki.example',
      token: ada.paired.token,
      fetch: ada.line.fetch,
      signal: new AbortController().signal,
    });
    await mia.sync();
    const start = await admin.playbookHistory();
    if (!start.ok) throw new Error(start.error.message);
    const { playbook } = start.value;
    const draft = { ...playbook, policy: { ...playbook.policy, levers: { apologise_personally: 2 } } };
    const levers = async () => {
      await mia.sync();
      const { version, policy } = (await readPlaybook(mia.dbs.cache)) ?? {};
      return [version, policy?.levers];
    };

    const broken = { ...draft, policy: { ...draft.policy, g1QuietDaysAfterOrder: 0 } };
    const refused = await admin.publish({ base: playbook.version, draft: broken, note: '' });
    expect(refused).toMatchObject({
      value: { status: 'refused', findings: [{ path: 'policy.g1QuietDaysAfterOrder' }] },
    });
    expect(await levers()).toEqual([playbook.version, playbook.policy.levers]);

    await admin.publish({ base: playbook.version, draft, note: 'More care' });
    expect(await levers()).toEqual([playbook.version + 1, { apologise_personally: 2 }]);
    await admin.revert({ base: playbook.version + 1, to: playbook.version });
    expect(await levers()).toEqual([playbook.version + 2, playbook.policy.levers]);

    expect(await admin.preview({ draft, play: 'apologise_personally' })).toMatchObject({
      value: { status: 'counted', customers: 0 },
    });
    expect(await admin.doubts()).toEqual({ ok: true, value: { doubts: [] } });
    const rep = createAdminClient({
      server: 'https://suki.example',
      token: mia.paired.token,
      fetch: mia.line.fetch,
      signal: new AbortController().signal,
    });
    expect(await rep.publish({ base: 1, draft, note: '' })).toMatchObject({ error: { code: 'forbidden' } });
  });

  it('a customer who is gone leaves every cache', async () => {
    await mia.create('ana');
    await mia.create('ben');
    await mia.sync();
    await world.server.store.write(async (tx) => {
      await tx.updateTable('sync_stream').set({ head: 50 }).execute();
      await tx.updateTable('customers').set({ gone: 1, seq: 50 }).where('id', '=', 'ana').execute();
    });
    await mia.sync();
    expect((await mia.records()).map((record) => record.id)).toEqual(['ben']);
    expect(await mia.timeline('ana@shop.example')).toBeNull();
    await world.expectInStep();
  });
});
