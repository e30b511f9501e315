import { beforeEach, describe, expect, test } from 'vitest';
import { clean, draftOf } from '#components/options/playbook/draft.ts';
import { freshPlay, freshTrigger } from '#components/options/playbook/fresh.ts';
import { faultOf, judge } from '#components/options/playbook/judge.ts';
import type { Play, Playbook, Policy } from '#lib/contract/playbook.ts';
import type { PlaybookDraft } from '#lib/contract/playbook-edit.ts';
import { PlaybookHistory } from '#lib/contract/playbook-edit.ts';
import { isSeen } from '#lib/lifecycle/groups.ts';
import { lint } from '#lib/playbook/lint.ts';
import { createAdminClient } from '#lib/sync/admin.ts';
import { createDevice, type Device, serverForTest, type TestServer } from './world.ts';

describe('the form and the server judge alike', () => {
  let server: TestServer;
  let admin: Device;
  let base: Playbook;
  beforeEach(async () => {
    server = await serverForTest('sqlite');
    admin = await createDevice(server, 'Ana', 'admin');
    base = PlaybookHistory.parse(await (await admin.get('/v1/playbook')).json()).playbook;
  });

  const inForm = (draft: PlaybookDraft) => judge(draft, base, (book) => lint(book, isSeen));
  const client = () =>
    createAdminClient({
      server: 'http://suki.test',
      token: admin.token,
      signal: new AbortController().signal,
      fetch: async (url, init) => server.app.request(url, init),
    });
  const changed = (change: Partial<Play>): PlaybookDraft => {
    const [first, ...others] = base.plays;
    if (!first) throw new Error('There are no plays.');
    return { ...draftOf(base), plays: [{ ...first, ...change }, ...others] };
  };
  const numbers = (change: Partial<Policy>): PlaybookDraft => ({
    ...draftOf(base),
    policy: { ...base.policy, ...change },
  });
  const text = (change: Partial<Play['text']>): PlaybookDraft => {
    const first = base.plays[0];
    if (!first) throw new Error('There are no plays.');
    return changed({ text: { ...first.text, ...change } });
  };

  test.each<[what: string, make: () => PlaybookDraft]>([
    ['a word that hurries', () => text({ draft: 'Act now! [your own sentence]' })],
    ['no place for an own sentence', () => text({ draft: 'Hello.' })],
    ['an empty title', () => text({ title: '' })],
    ['too many quiet days', () => numbers({ g1QuietDaysAfterOrder: 99 })],
    ['hours that end before they begin', () => numbers({ g6Hours: { from: 18, to: 9 } })],
    [
      'our name of a stage without theirs',
      () => numbers({ words: { engage: { name: 'New here', voice: '' } } }),
    ],
    [
      'a window that ends before it begins',
      () => changed({ triggers: [{ on: 'in-stage', fromDays: 9, toDays: 2 }] }),
    ],
    [
      'an event that there is not',
      () => changed({ triggers: [{ on: 'after-event', event: 'Moon Landed', from: 0, to: 3 }] }),
    ],
    [
      'no plays after the sale',
      () => ({
        ...draftOf(base),
        plays: base.plays.filter(({ stages }) => stages.includes('discover')),
      }),
    ],
  ])('%s is refused by both, at the same places with the same words', async (_, make) => {
    const draft = make();
    const faults = inForm(draft);
    expect(faults.length).toBeGreaterThan(0);
    const answer = await client().publish({ base: base.version, draft, note: '' });
    if (!answer.ok || answer.value.status !== 'refused') throw new Error('The server did not refuse it.');
    expect(answer.value.findings.map((finding) => faultOf(finding, draft))).toEqual(faults);
    // The old one stays.
    const now = await client().playbookHistory();
    expect(now.ok && now.value.playbook.version).toBe(base.version);
  });

  test('what the form calls good is taken, synced under a new number, and can be taken back', async () => {
    const play = freshPlay('Ask how the first week went', new Set(base.plays.map(({ id }) => id)));
    const quiet = freshTrigger('quiet');
    if (!quiet) throw new Error('There is no such trigger.');
    const draft = clean({ ...draftOf(base), plays: [...base.plays, { ...play, triggers: [quiet] }] });
    expect(inForm(draft)).toEqual([]);
    const preview = await client().preview({ draft, play: play.id });
    expect(preview.ok && preview.value).toMatchObject({ status: 'counted', fires: 0 });
    const answer = await client().publish({ base: base.version, draft, note: 'One more question' });
    expect(answer).toEqual({ ok: true, value: { status: 'published', version: base.version + 1 } });
    const stale = await client().publish({ base: base.version, draft: draftOf(base), note: '' });
    expect(stale.ok && stale.value).toEqual({ status: 'newer', version: base.version + 1, by: 'Ana' });
    const back = await client().revert({ base: base.version + 1, to: base.version });
    expect(back.ok && back.value).toMatchObject({ status: 'published', version: base.version + 2 });
    const now = await client().playbookHistory();
    expect(now.ok && now.value.playbook.plays.some(({ id }) => id === play.id)).toBe(false);
    expect(now.ok && now.value.versions.map(({ note }) => note)).toContain('One more question');
  });

  test('a rep may read it and may not change it', async () => {
    const rep = await createDevice(server, 'Ben', 'rep');
    expect((await rep.get('/v1/playbook')).status).toBe(200);
    const response = await rep.post('/v1/playbook', { base: 1, draft: draftOf(base), note: '' });
    expect(response.status).toBe(403);
  });
});
