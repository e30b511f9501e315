// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Options } from '#components/options/options.tsx';
import { teamsOf } from '#components/options/team/teams-dialog.tsx';
import type { AuditQuery } from '#lib/contract/team.ts';
import type { AdminClient } from '#lib/sync/admin.ts';
import { NOW } from '#test/preview/fixtures/build.ts';
import { optionsFixtures, server } from '#test/preview/fixtures/options.ts';
import { stamp, team, trail } from '#test/preview/fixtures/team.ts';
import { click, control, render, select, type, until } from './render.tsx';

afterEach(() => {
  location.hash = '';
});

const ok = async <T,>(value: T) => ({ ok: true as const, value });
const refusedBy = (message: string) => async () => ({
  ok: false as const,
  error: { code: 'invalid' as const, status: 422, message, retryAfter: null },
});
const page = (): string => document.body.textContent ?? '';
const iso = (name: string): string => `\u2068${name}\u2069`;

/** The page about the team as an admin sees it, with these answers of the server. */
const shown = async (hash: string, more: Partial<AdminClient> = {}, fixture = 'options-admin') => {
  location.hash = hash;
  const model = optionsFixtures[fixture];
  if (!model) throw new Error('no such fixture');
  const desk = { ...model.desk, ask: server(more) };
  render(<Options model={{ ...model, desk }} now={NOW} dispatch={() => {}} />);
  await act(() => new Promise((done) => setTimeout(done, 0)));
  await until(() => document.querySelector('main'));
};
const loaded = async () => {
  await act(() => new Promise((done) => setTimeout(done, 0)));
  await until(() => document.querySelector('ul.divide-y, ol.divide-y'));
};
const row = (name: string): HTMLElement => {
  const found = [...document.querySelectorAll<HTMLElement>('li')].find((one) =>
    one.querySelector('bdi')?.textContent?.includes(name),
  );
  if (!found) throw new Error(`${name} is not in the list.`);
  return found;
};
const dialog = (): HTMLElement => {
  const found = document.querySelector<HTMLElement>('[role="dialog"]');
  if (!found) throw new Error('Nothing is asked.');
  return found;
};

describe('the team', () => {
  test('is for admins: for others there is neither a way to it nor the page', async () => {
    await shown('#team/members', {}, 'options');
    expect(page()).toContain('Suki options');
    expect(document.querySelector('#team')).toBeNull();
    await shown('', {});
    expect(document.querySelector('#team')?.textContent).toContain('Members and their browsers');
  });

  test('lists who is here, who is invited and who has left', async () => {
    await shown('#team/members');
    await loaded();
    expect(row('Ben Cruz').textContent).toContain('2 browsers');
    expect(row('Joy Santos').textContent).toContain('(you)');
    expect(row('Tala Reyes').textContent).toContain('invited, the link works until');
    expect(page()).toContain(`Have left: ${iso('Piotr Zieliński')}.`);
  });

  test('a role is changed where it stands', async () => {
    const changeMember = vi.fn(() => ok(stamp));
    await shown('#team/members', { changeMember });
    await loaded();
    const list = row('Ben Cruz').querySelector('select');
    list?.setAttribute('id', 'ben');
    document.body.insertAdjacentHTML('beforeend', '<label for="ben">Ben’s role</label>');
    select('Ben’s role', 'founder');
    await loaded();
    expect(changeMember).toHaveBeenCalledWith('m-Ben Cruz', { role: 'founder' });
  });

  test('the last admin cannot be demoted or removed, and it says why', async () => {
    await shown('#team/members');
    await loaded();
    expect(row('Joy Santos').querySelector('select')?.disabled).toBe(true);
    expect(row('Joy Santos').textContent).toContain('The last admin stays one');
    expect(() => control(`Remove ${iso('Joy Santos')}`)).toThrow();
  });

  test('what the server refuses stands at the top, in its words', async () => {
    await shown('#team/members', { setScoping: refusedBy('Ada is the last admin.') });
    await loaded();
    await click(control('Every customer'));
    expect(document.querySelector('[role="alert"]')?.textContent).toContain('Ada is the last admin.');
  });

  test('somebody is removed after a question that says what happens', async () => {
    const removeMember = vi.fn(() => ok(stamp));
    await shown('#team/members', { removeMember });
    await loaded();
    await click(control(`Remove ${iso('Ben Cruz')}`));
    expect(dialog().textContent).toContain('What they did stays in the history');
    expect(removeMember).not.toHaveBeenCalled();
    await click(control('Remove', dialog()));
    expect(removeMember).toHaveBeenCalledWith('m-Ben Cruz');
  });

  test('one browser is signed out after a question', async () => {
    const revokeDevice = vi.fn(() => ok(stamp));
    await shown('#team/members', { revokeDevice });
    await loaded();
    await click(control(`Browsers of ${iso('Ben Cruz')}`));
    await click(control(`Sign out ${iso('Chrome on an old laptop')} of ${iso('Ben Cruz')}`));
    expect(revokeDevice).not.toHaveBeenCalled();
    await click(control('Sign out', dialog()));
    expect(revokeDevice).toHaveBeenCalledWith('d-Ben Cruz-Chrome on an old laptop');
  });

  test('teams are typed with commas between them, of any script', async () => {
    expect(teamsOf(' North, South ,,North، تهران')).toEqual(['North', 'South', 'تهران']);
    const changeMember = vi.fn(() => ok(stamp));
    await shown('#team/members', { changeMember });
    await loaded();
    await click(control(`Teams of ${iso('Ben Cruz')}`));
    expect(dialog().textContent).toContain('In use:');
    type('Teams, with commas between them', 'North, South');
    await click(control('Save', dialog()));
    expect(changeMember).toHaveBeenCalledWith('m-Ben Cruz', { teams: ['North', 'South'] });
  });

  test('who sees whom is switched, with what it means', async () => {
    const setScoping = vi.fn(() => ok(stamp));
    await shown('#team/members', { setScoping });
    await loaded();
    expect(page()).toContain('For them nobody else exists.');
    await click(control('Their teams’ customers'));
    expect(setScoping).not.toHaveBeenCalled();
    await click(control('Every customer'));
    expect(setScoping).toHaveBeenCalledWith(false);
  });

  test('a link is made in the page and shown once, at the address by which this browser reaches the server', async () => {
    const invite = vi.fn(() => ok({ ...stamp, code: 'abcdEFGH', expiresAt: NOW + 86_400_000 }));
    await shown('#team/members', { invite });
    await loaded();
    await click(control('Invite somebody…'));
    await click(control('Make a link', dialog()));
    expect(dialog().textContent).toContain('Type their name.');
    type('Name', ' Cleo ');
    select('Role', 'read-only');
    await click(control('Make a link', dialog()));
    expect(invite).toHaveBeenCalledWith({ name: 'Cleo', role: 'read-only' });
    const field = await until(() => dialog().querySelector<HTMLInputElement>('input[readonly]'));
    expect(field.value).toBe('https://suki.example.com/pair/abcdEFGH');
    await click(control('Done', dialog()));
    expect(page()).not.toContain('abcdEFGH');
  });

  test('a link that nobody has used yet is taken back', async () => {
    const takeBackInvites = vi.fn(() => ok(stamp));
    await shown('#team/members', { takeBackInvites });
    await loaded();
    await click(control(`Take the link of ${iso('Tala Reyes')} back`));
    expect(takeBackInvites).toHaveBeenCalledWith('m-Tala Reyes');
  });

  test('without an answer it says so, and asks again when told to', async () => {
    let answers = 0;
    const flaky = async () => {
      answers += 1;
      return answers === 1 ? refusedBy('no answer')() : ok({ ...stamp, ...team });
    };
    await shown('#team/members', { team: flaky });
    await until(() => page().includes('The server did not answer: no answer'));
    await click(control('Try again'));
    await loaded();
    expect(page()).toContain('Ben Cruz');
  });
});

describe('who saw and changed what', () => {
  test('is told in sentences, and says what it cannot know', async () => {
    await shown('#team/audit');
    await loaded();
    for (const said of [
      'Ben Cruz logged “Complaint”: Ana Reyes',
      'ندا رضایی read older history (3 times): مریم حسینی',
      'ندا رضایی was sent 4,200 records of customers',
      'Joy Santos let reps see only the customers of their teams',
      'The operator imported customers: 1,204 new, 31 completed, 2 rejected',
      'The operator made a backup',
      'looking at a customer there is not recorded',
    ])
      expect(page()).toContain(said);
  });

  test('is asked by colleague, by kind and by customer', async () => {
    const asked: AuditQuery[] = [];
    const audit = (query: AuditQuery) => {
      asked.push(query);
      return server().audit(query);
    };
    await shown('#team/audit', { audit });
    await loaded();
    select('Who', 'm-Ben Cruz');
    await loaded();
    select('What', 'changed');
    await loaded();
    await click(control('Ana Reyes'));
    await loaded();
    expect(asked).toEqual([
      {},
      { member: 'm-Ben Cruz' },
      { member: 'm-Ben Cruz', action: 'changed' },
      { member: 'm-Ben Cruz', action: 'changed', customer: 'c-Ana Reyes' },
    ]);
    expect(page()).toContain(`Only about ${iso('Ana Reyes')}`);
    await click(control('About everybody again'));
    expect(asked.at(-1)).toEqual({ member: 'm-Ben Cruz', action: 'changed' });
    select('What', 'nightly');
    await until(() => page().includes('There is nothing of the kind.'));
  });

  test('goes on where the page ended', async () => {
    const audit = ({ before }: AuditQuery) =>
      ok({
        ...stamp,
        entries: before === undefined ? trail.slice(0, 4) : trail.slice(4),
        ...(before === undefined && { before: 'mark' }),
      });
    await shown('#team/audit', { audit });
    await loaded();
    expect(document.querySelectorAll('ol > li')).toHaveLength(4);
    await click(control('Show older ones'));
    await until(() => document.querySelectorAll('ol > li').length === trail.length);
    expect(() => control('Show older ones')).toThrow();
  });
});
